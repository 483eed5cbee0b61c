import { Vocabulary } from "@readout/model";
import { expect, test } from "vitest";
import { loadSideWords, SideWord } from "../../src/events/side-words.js";
import { createPassageReader } from "../../src/passage.js";

test("a compound of several tokens is one side word", () => {
  const vocabulary = new Vocabulary();
  const words = loadSideWords(vocabulary);
  const text = "the would-be mayor";
  const { tokens } = createPassageReader(vocabulary).ofText(text);
  expect(words.within(tokens, { start: 0, end: text.length })).toBe(SideWord.office | SideWord.former);
  expect(words.ofTitle("would-be mayor")).toBe(SideWord.office | SideWord.former);
  expect(words.ofTitle("mayor")).toBe(SideWord.office);
});
