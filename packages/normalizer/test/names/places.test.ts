import { describe, expect, test } from "vitest";
import { names } from "../../src/names/index.js";

describe("places of one name", () => {
  test.each([
    ["Gunmen fled Tripoli, Lebanon, on Sunday.", "Tripoli", "LBN"],
    ["Rebels took Tripoli on Sunday.", "Tripoli", "LBY"],
    ["They flew from Paris, London and Rome.", "Paris", "FRA"],
    ["She was born in Birmingham, England, in May.", "Birmingham", "GBR"],
  ])("%s", (text, place, country) => {
    const { mentions, entities } = names(text);
    const mention = mentions.find(({ start, end }) => text.slice(start, end) === place);
    expect(entities[mention?.entity ?? -1]?.country).toBe(country);
  });
});
