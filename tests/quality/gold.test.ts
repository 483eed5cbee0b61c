import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decode } from "@readout/parser";
import { describe, expect, test } from "vitest";
import { placeGold } from "./src/gold-document.js";
import { readDuplicates, readGold } from "./src/read-gold.js";

const dataset = new URL("../../datasets/syria-diplomacy/", import.meta.url).pathname;
/** The text of a page as the parser decodes it. What HTML shows is known only after a build: the gate checks that one. */
const read = (page: string): string => decode(readFileSync(join(dataset, "raw", page))).text;
const gold = readGold(join(dataset, "gold"));
const pages = new Set(readdirSync(join(dataset, "raw")));

describe("the gold of syria-diplomacy", () => {
  const texts = gold.filter((page) => page.page.endsWith(".txt"));
  test.each(texts.map((page) => [page.page, page] as const))(
    "%s: every snippet is on the page",
    (name, page) => {
      expect(pages).toContain(name);
      const placed = placeGold(page, read(name));
      expect(placed.mentions.length > 0).toBe(page.scope === "page");
      expect(placed.isScored(placed.title)).toBe(true);
    },
  );

  test.each(gold.map((page) => [page.page, page] as const))(
    "%s: every participant and speaker has a name",
    (_, page) => {
      const known = new Set(page.entities.map((entity) => entity.name));
      // Who is on the page only as an adjective has no mention; a claimant may be named by the words of the page.
      const adjectives = ["Russia", "Syria", "Turkey", "United States", "United Kingdom", "Ukraine"];
      const text = page.page.endsWith(".txt") ? read(page.page) : "";
      const named = page.events.flatMap((event) => [
        ...event.actors.flat(),
        ...event.recipients.flat(),
        ...event.claimed_by,
        ...event.denied_by,
      ]);
      const speakers = page.quotes.flatMap((quote) => quote.speaker ?? []);
      for (const name of [...named, ...speakers]) {
        expect(known.has(name) || adjectives.includes(name) || text.includes(name), name).toBe(true);
      }
    },
  );

  test("near-copies are pages of the dataset", () => {
    for (const name of readDuplicates(join(dataset, "gold")).flat()) expect(pages).toContain(name);
  });

  test("at least twelve pages have gold of every kind", () => {
    expect(gold.filter((page) => page.scope === "page").length).toBeGreaterThanOrEqual(12);
  });
});
