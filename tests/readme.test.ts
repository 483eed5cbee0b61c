import { readFileSync } from "node:fs";
import { isoDay, nothingGiven } from "@readout/model";
import { createAnnotator } from "@readout/normalizer";
import { createParser } from "@readout/parser";
import { describe, expect, it } from "vitest";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

/** The README shows one page and what comes out of it; both must stay true. */
describe("README", async () => {
  const text = /```text\n([\s\S]*?)\n```/.exec(readme)?.[1] ?? "";
  const { parse } = await createParser();
  const source = {
    docId: "d",
    source: "page.txt",
    sha256: "",
    text,
    given: nothingGiven,
    head: null,
    diagnostics: [],
  };
  const parsed = parse(source, { layout: "page" });
  const found = createAnnotator()(parsed);
  const words = ({ start, end }: Readonly<{ start: number; end: number }>) => text.slice(start, end);

  it("keeps menu and appeal out of the body and cuts the caption from its credit", () => {
    const roles = parsed.blocks.map((block) => [block.role, words(block).slice(0, 24)]);
    expect(roles).toContainEqual(["navigation", "Skip to content"]);
    expect(roles).toContainEqual(["title", "Kerry and Lavrov talk by"]);
    expect(roles).toContainEqual(["credit", "MERIDIAN/Tom Voss"]);
    expect(roles).toContainEqual(["caption", "U.S. Secretary of State "]);
    expect(roles).toContainEqual(["promotion", "Support independent jour"]);
  });

  it("finds the events it shows", () => {
    const shown = found.events
      .filter((event) => event.type === "CONSULT" && words(event) !== "talk")
      .map((event) => [
        words(event),
        event.mode,
        event.status,
        event.earliest === null ? null : isoDay(event.earliest),
        event.dateBasis,
        event.participants.map(({ name }) => name).join(", "),
        event.place?.name ?? null,
      ]);
    expect(shown).toEqual([
      ["meets", null, "actual", "2014-02-28", "explicit", "John Kerry, Sergey Lavrov", "London"],
      ["telephoned", "phone", "actual", "2014-03-03", "relative", "John Kerry, Sergey Lavrov", null],
    ]);
  });

  it("finds the quote and the time it shows", () => {
    const quote = found.quotes.find((one) => words(one) === "underscored the need");
    expect([quote?.kind, quote?.speakerName, quote?.cue && words(quote.cue)]).toEqual([
      "mixed",
      "Dana Kestrel",
      "said",
    ]);
    const monday = found.times.find((time) => words(time) === "Monday");
    expect([monday?.value, monday?.basis]).toEqual(["2014-03-03", "relative"]);
  });
});
