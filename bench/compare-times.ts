/**
 * The same sentences through Readout and three other taggers, as a Markdown table for docs/times-compared.md.
 *
 *     npx tsx --conditions=@readout/source bench/compare-times.ts
 *
 * An answer is the days that the expression is said to cover. Each peer is read as kindly as honesty allows: its most
 * specific result that overlaps the marked words, at the granularity it is certain of, and of several the latest that is not
 * after the publication date. Where a sentence holds no time, any answer is wrong.
 */
import { readFileSync } from "node:fs";
import recognizers from "@microsoft/recognizers-text-date-time";
import { dateOf, dayOf, daysInMonth, isoDay, readIsoDay, readTable } from "@readout/model";
import { times } from "@readout/normalizer/times";
import * as chrono from "chrono-node";
import nlp from "compromise";
import dates from "compromise-dates";
import { z } from "zod";

type Days = Readonly<{ from: number; to: number }>;
type Found = Readonly<{ start: number; end: number; days: Days | null }>;
type Tagger = (text: string, published: string) => readonly Found[];

nlp.plugin(dates);

const month = (year: number, at: number): Days => ({
  from: dayOf(year, at, 1),
  to: dayOf(year, at, daysInMonth(year, at)),
});
const noonOf = (published: string): Date => new Date(`${published}T12:00:00Z`);

const readout: Tagger = (text, published) =>
  times(text, { published }).times.map(({ start, end, earliest, latest }) => ({
    start,
    end,
    days: earliest === null || latest === null ? null : { from: earliest, to: latest },
  }));

const chronoNode: Tagger = (text, published) =>
  chrono
    .parse(text, { instant: noonOf(published), timezone: 0 })
    .map(({ index, text: words, start, end }) => {
      const daysOf = (at: chrono.ParsedComponents): Days => {
        const [year, ofYear, day] = [at.get("year") ?? 0, at.get("month") ?? 1, at.get("day") ?? 1];
        if (at.isCertain("day") || at.isCertain("weekday"))
          return { from: dayOf(year, ofYear, day), to: dayOf(year, ofYear, day) };
        return at.isCertain("month")
          ? month(year, ofYear)
          : { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) };
      };
      const days = { from: daysOf(start).from, to: daysOf(end ?? start).to };
      return { start: index, end: index + words.length, days };
    });

const compromiseDates: Tagger = (text, published) => {
  const found = nlp(text) as unknown as Readonly<{
    dates: (options: object) => Readonly<{ json: (options: object) => readonly CompromiseDate[] }>;
  }>;
  return found
    .dates({ today: published, timezone: "UTC" })
    .json({ offset: true })
    .map(({ offset, dates: { start, end } }) => ({
      start: offset.start,
      end: offset.start + offset.length,
      days: start ? { from: readIsoDay(start) ?? 0, to: readIsoDay(end ?? start) ?? 0 } : null,
    }));
};
type CompromiseDate = Readonly<{
  offset: Readonly<{ start: number; length: number }>;
  dates: Readonly<{ start: string | null; end: string | null }>;
}>;

const recognizersText: Tagger = (text, published) =>
  recognizers
    .recognizeDateTime(text, "en-us", undefined, noonOf(published))
    .map(({ start, end, resolution }) => {
      const all = Resolution.parse(resolution ?? {}).values.flatMap((value) => {
        const from = readIsoDay((value.start ?? value.value ?? "").slice(0, 10));
        const to = readIsoDay((value.end ?? value.value ?? "").slice(0, 10));
        // Its ranges end before their last day.
        return from === null || to === null ? [] : [{ from, to: value.type === "daterange" ? to - 1 : to }];
      });
      const today = readIsoDay(published) ?? 0;
      return { start, end: end + 1, days: all.findLast((days) => days.from <= today) ?? all[0] ?? null };
    });
const Resolution = z.object({
  values: z
    .array(
      z.object({
        type: z.string(),
        value: z.string().optional(),
        start: z.string().optional(),
        end: z.string().optional(),
      }),
    )
    .default([]),
});

const taggers: Readonly<Record<string, Tagger>> = {
  Readout: readout,
  "chrono-node 2.10": chronoNode,
  "compromise-dates 3.9": compromiseDates,
  "Recognizers-Text 1.3": recognizersText,
};

const said = (days: Days | null | undefined): string => {
  if (days === undefined) return "–";
  if (days === null) return "no days";
  const { from, to } = days;
  if (from === to) return isoDay(from) ?? "";
  const [a, b] = [dateOf(from), dateOf(to)];
  if (a.month === 1 && a.day === 1 && b.month === 12 && b.day === 31)
    return a.year === b.year ? `${a.year}` : `${a.year} to ${b.year}`;
  return `${isoDay(from)} to ${isoDay(to)}`;
};

const table = readFileSync(new URL("compare-times.tsv", import.meta.url), "utf8");
const right = new Map(Object.keys(taggers).map((name) => [name, 0]));
const rows = readTable(table, ["published", "text", "earliest", "latest"]);
const lines = rows.map(({ published, text, earliest, latest }) => {
  const open = text.indexOf("[");
  const plain = text.replace(/[[\]]/g, "");
  const gold = { start: open, end: text.indexOf("]") - 1 };
  const cells = Object.entries(taggers).map(([name, tag]) => {
    const found = tag(plain, published).filter(
      ({ start, end }) => open < 0 || (start < gold.end && gold.start < end),
    );
    const best = found.at(-1);
    const ok =
      open < 0
        ? found.length === 0
        : best?.days?.from === readIsoDay(earliest) && best?.days?.to === readIsoDay(latest);
    if (ok) right.set(name, (right.get(name) ?? 0) + 1);
    return `${ok ? "✓" : "✗"} ${said(best?.days)}`;
  });
  return `| ${text} | ${cells.join(" | ")} |`;
});
console.log(`| published ${rows[0]?.published} | ${Object.keys(taggers).join(" | ")} |`);
console.log(`|---|${"---|".repeat(right.size)}`);
for (const line of lines) console.log(line);
console.log(
  `| **right of ${rows.length}** | ${[...right.values()].map((count) => `**${count}**`).join(" | ")} |`,
);
