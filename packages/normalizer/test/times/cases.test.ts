import { readdirSync, readFileSync } from "node:fs";
import { isoDay } from "@readout/model";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { times } from "../../src/times/times.js";

const folder = new URL("../../../../tests/cases/times/", import.meta.url);
const timex = z.strictObject({
  type: z.enum(["DATE", "TIME", "DURATION", "SET"]),
  value: z.string(),
  mod: z.string().optional(),
  quant: z.string().optional(),
  earliest: z.string().optional(),
  latest: z.string().optional(),
});
const cases = z.strictObject({
  published: z.string().nullable(),
  cases: z.array(z.strictObject({ id: z.string(), timex, text: z.array(z.string()) })),
});

/** "He left on [Sunday]." as its text and the span of what stands in brackets. */
const readMarked = (marked: string): Readonly<{ text: string; start: number; end: number }> => {
  const start = marked.indexOf("[");
  const end = marked.indexOf("]") - 1;
  return { text: marked.replace("[", "").replace("]", ""), start, end };
};

for (const file of readdirSync(folder)
  .filter((name) => name.endsWith(".yaml") && !name.startsWith("not-"))
  .sort()) {
  const table = cases.parse(parse(readFileSync(new URL(file, folder), "utf8")));
  describe(file, () => {
    test.each(table.cases.map((entry) => [entry.id, entry] as const))(
      "%s",
      (_, { timex: wanted, text: texts }) => {
        for (const marked of texts) {
          const { text, start, end } = readMarked(marked);
          const found = times(text, table.published === null ? {} : { published: table.published }).times;
          const hit = found.find((time) => time.start === start && time.end === end);
          const seen = found
            .map((time) => `[${text.slice(time.start, time.end)}] ${time.type} ${time.value}`)
            .join("; ");
          expect(hit, `${marked}: found ${seen}`).toBeDefined();
          const { type, value, mod, quant, earliest, latest } = hit ?? {};
          const day = (at: number | null | undefined) =>
            at === null || at === undefined ? null : isoDay(at);
          expect(
            {
              type,
              value,
              mod,
              quant,
              ...(wanted.earliest && { earliest: day(earliest) }),
              ...(wanted.latest && { latest: day(latest) }),
            },
            marked,
          ).toEqual({
            mod: null,
            quant: null,
            ...wanted,
          });
        }
      },
    );
  });
}
