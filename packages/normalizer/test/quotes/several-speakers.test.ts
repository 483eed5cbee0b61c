import { readFileSync } from "node:fs";
import { createSentenceSplitter, createTokenizer, type Mention, Vocabulary } from "@readout/model";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { createPhraseParser } from "../../src/grammar/phrases.js";
import { createQuoteRecognizer } from "../../src/quotes/quote-recognizer.js";
import { readMarkedText } from "./marked-text.js";

/** Names are marked `e1`, `e2` …, one entity each; `speaker` is the number of the one who speaks, null where it is nobody alone. */
const caseFile = z.strictObject({
  cases: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      type: z.enum(["PERSON", "GPE"]),
      speaker: z.int().nullable(),
    }),
  ),
});

const vocabulary = new Vocabulary();
const { parsePhrases } = createPhraseParser(vocabulary);
const recognizer = createQuoteRecognizer(vocabulary);
const tokenize = createTokenizer(vocabulary);
const splitSentences = createSentenceSplitter(vocabulary);

const { cases } = caseFile.parse(
  parse(readFileSync(new URL("../cases/quotes/several-speakers.yaml", import.meta.url), "utf8")),
);

describe("several speakers", () => {
  for (const { id, text: marked, type, speaker } of cases) {
    it(id, () => {
      const { text, spans } = readMarkedText(marked);
      const blocks = [{ start: 0, end: text.length, role: "paragraph" as const }];
      const tokens = tokenize(text, blocks);
      const passage = { text, blocks, tokens, sentences: splitSentences(tokens, blocks) };
      const mentions = [...spans].map(
        ([label, [start, end]]): Mention => ({
          start,
          end,
          sentence: 0,
          type,
          form: "name",
          roleTitle: null,
          entity: Number(label.slice(1)),
          basis: "document",
          score: 1,
        }),
      );
      const found = recognizer.recognize(passage, { phrases: parsePhrases(passage), mentions, entities: [] });
      expect(found.map(({ speakerEntity }) => speakerEntity)).toEqual([speaker]);
    });
  }
});
