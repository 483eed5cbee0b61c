import { names } from "@readout/normalizer/names";
import { expect, test } from "vitest";

const linkOf = (text: string, surface: string): string | null | undefined => {
  const { mentions, entities } = names(text);
  const start = text.indexOf(surface);
  const found = mentions.find((mention) => mention.start === start);
  return found?.entity === null || found === undefined ? undefined : entities[found.entity]?.qid;
};

test.each([
  ["Barack Obama", "Q76", "Barack Obama spoke."],
  ["a Cyrillic O", null, "Barack \u041Ebama spoke."],
  ["a Cyrillic c", null, "Bara\u0441k Obama spoke."],
  ["letters that are only shown in that order", null, "Vladimir Pu\u202Enit spoke."],
])("a name with %s is linked to %s", (_, qid, text) => {
  const surface = text.slice(0, text.indexOf(" spoke"));
  expect(linkOf(text, surface) ?? null).toBe(qid);
});

test("a space of no width hides nothing from a reader, and does not from us: the words are kept as written", () => {
  const text = "The U\u200BN said so.";
  expect(linkOf(text, "U\u200BN")).toBe("Q1065");
});
