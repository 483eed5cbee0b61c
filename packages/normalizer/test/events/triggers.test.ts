import { readFileSync } from "node:fs";
import { readTable } from "@readout/model";
import { describe, expect, test } from "vitest";
import { annotateText } from "./annotate.js";

const source = new URL("../../lexicon/en/events/event-triggers.tsv", import.meta.url);
const rows = readTable(readFileSync(source, "utf8"), ["type", "lemmas", "needs", "example", "counter"]).map(
  (row, index) => ({
    ...row,
    name: `line ${index + 2}: ${row.type} ${row.lemmas.split("|")[0]} ${row.needs}`,
  }),
);
const typesIn = (text: string): readonly string[] => annotateText(text).events.map(({ type }) => type);

describe("every trigger row is shown by its example", () => {
  const shown = rows.filter(({ example }) => example !== "");
  test.each(shown.map((row) => [row.name, row] as const))("%s", (_, { example, type }) => {
    expect(typesIn(example), example).toContain(type);
  });
});

describe("and keeps off its counter-example", () => {
  const kept = rows.filter(({ counter }) => counter !== "");
  test.each(kept.map((row) => [row.name, row] as const))("%s", (_, { counter, type }) => {
    expect(typesIn(counter), counter).not.toContain(type);
  });
});
