import { describe, expect, test } from "vitest";
import { names, pluralAntecedents } from "../../src/names/index.js";

const antecedents = (
  text: string,
  phrase: string,
  count: number | null = 2,
): readonly (string | undefined)[] => {
  const { mentions, entities } = names(text);
  const offset = text.indexOf(phrase);
  const before = mentions.filter((mention) => mention.start < offset);
  const sentence =
    (before[before.length - 1]?.sentence ?? 0) + (text.slice(0, offset).endsWith(". ") ? 1 : 0);
  return pluralAntecedents(mentions, entities, offset, sentence, count).map((ref) => entities[ref]?.name);
};

describe("pluralAntecedents", () => {
  test("the two named last", () => {
    const text = "Barack Obama met Vladimir Putin on Monday. The two leaders spoke for an hour.";
    expect(antecedents(text, "The two leaders")).toEqual(["Barack Obama", "Vladimir Putin"]);
  });

  test("three where two are asked for: nobody", () => {
    const text =
      "Barack Obama, Angela Merkel and Vladimir Putin met on Monday. The two leaders spoke for an hour.";
    expect(antecedents(text, "The two leaders")).toEqual([]);
  });

  test("all of a sentence where no number is said", () => {
    const text =
      "Barack Obama, Angela Merkel and Vladimir Putin met on Monday. The leaders spoke for an hour.";
    expect(antecedents(text, "The leaders", null)).toEqual([
      "Barack Obama",
      "Angela Merkel",
      "Vladimir Putin",
    ]);
  });

  test("one person is no pair", () => {
    expect(antecedents("Barack Obama left on Monday. The two leaders had met.", "The two leaders")).toEqual(
      [],
    );
  });
});
