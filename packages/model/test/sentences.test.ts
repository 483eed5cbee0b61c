import { readFileSync } from "node:fs";
import { createSentenceSplitter, createTokenizer, sentenceOfToken, Vocabulary } from "@readout/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { hostileText } from "./hostile-text.js";

const Case = z.object({ id: z.string(), sentences: z.array(z.string()), glue: z.string().default(" ") });
const cases = z
  .array(Case)
  .parse(parse(readFileSync(new URL("cases/sentences.yaml", import.meta.url), "utf8")));

const vocabulary = new Vocabulary();
const tokenize = createTokenizer(vocabulary);
const split = createSentenceSplitter(vocabulary);

describe("splitSentences", () => {
  it.each(cases)("$id", ({ sentences, glue }) => {
    const text = sentences.join(glue);
    const found = split(tokenize(text), [{ start: 0, end: text.length }]);
    expect(Array.from({ length: found.length }, (_, i) => text.slice(found.start[i], found.end[i]))).toEqual(
      sentences,
    );
    let at = 0;
    sentences.forEach((sentence, i) => {
      expect(found.start[i]).toBe(at);
      at += sentence.length + glue.length;
    });
  });

  it("never crosses a block and holds every token once, on hostile text", () => {
    fc.assert(
      fc.property(hostileText(), hostileText(), (a, b) => {
        const text = `${a}\n\n${b}`;
        const ranges = [
          { start: 0, end: a.length },
          { start: a.length + 2, end: text.length },
        ];
        const tokens = tokenize(text, ranges);
        const found = split(tokens, ranges);
        let token = 0;
        for (let i = 0; i < found.length; i++) {
          expect(found.first[i]).toBe(token);
          token = found.last[i] ?? 0;
          expect(sentenceOfToken(found, token - 1)).toBe(i);
          const range = ranges[found.block[i] ?? 0];
          expect(found.start[i]).toBeGreaterThanOrEqual(range?.start ?? 0);
          expect(found.end[i]).toBeLessThanOrEqual(range?.end ?? 0);
        }
        expect(token).toBe(tokens.length);
      }),
    );
  });
});
