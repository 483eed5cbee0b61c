import { readFileSync } from "node:fs";
import { Vocabulary } from "@readout/model";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { createPhraseParser, VerbFlag } from "../../src/grammar/phrases.js";
import { createPassageReader } from "../../src/passage.js";

const table = z.strictObject({
  cases: z.array(z.strictObject({ id: z.string(), text: z.string(), flags: z.array(z.string()).optional() })),
});
const { cases } = table.parse(
  parse(readFileSync(new URL("../../../../tests/cases/grammar/clauses.yaml", import.meta.url), "utf8")),
);
const vocabulary = new Vocabulary();
const { parsePhrases } = createPhraseParser(vocabulary);
const reader = createPassageReader(vocabulary);

const readMarked = (
  marked: string,
): Readonly<{ text: string; spans: ReadonlyMap<string, readonly [number, number]> }> => {
  const spans = new Map<string, readonly [number, number]>();
  let text = "";
  let at = 0;
  for (const match of marked.matchAll(/\{([vsoib]):([^}]*)\}/g)) {
    const [whole, kind = "", words = ""] = match;
    text += marked.slice(at, match.index);
    spans.set(kind, [text.length, text.length + words.length]);
    text += words;
    at = match.index + whole.length;
  }
  return { text: text + marked.slice(at), spans };
};

test.each(cases.map((entry) => [entry.id, entry] as const))("%s", (_, { text: marked, flags }) => {
  const { text, spans } = readMarked(marked);
  const passage = reader.ofText(text);
  const { verbs, nouns } = parsePhrases(passage);
  const { tokens } = passage;
  const [verbStart] = spans.get("v") ?? [-1];
  let verb = -1;
  for (let at = 0; at < verbs.length; at++) if (tokens.start[verbs.head[at] ?? 0] === verbStart) verb = at;
  expect(verb, "no verb group has this main word").toBeGreaterThanOrEqual(0);
  const phrase = (column: Int32Array): readonly [number, number] | undefined => {
    const at = column[verb] ?? -1;
    return at < 0
      ? undefined
      : [tokens.start[nouns.first[at] ?? 0] ?? 0, tokens.end[(nouns.last[at] ?? 1) - 1] ?? 0];
  };
  expect({
    s: phrase(verbs.subject),
    o: phrase(verbs.object),
    i: phrase(verbs.indirect),
    b: phrase(verbs.agent),
  }).toEqual({
    s: spans.get("s"),
    o: spans.get("o"),
    i: spans.get("i"),
    b: spans.get("b"),
  });
  if (flags === undefined) return;
  const found = Object.entries(VerbFlag).flatMap(([name, bit]) =>
    ((verbs.flags[verb] ?? 0) & bit) !== 0 ? [name] : [],
  );
  expect(found.toSorted()).toEqual(flags.toSorted());
});
