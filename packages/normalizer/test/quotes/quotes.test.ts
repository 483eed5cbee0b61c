import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readMarkedText } from "./marked-text.js";
import { recognizeQuotes } from "./recognize-quotes.js";

/**
 * Cases of tests/cases/quotes: `q1` the quote (quoted words without marks, or the reported clause), `w1` its whole content where
 * that is more, `s1` the speaker, `c1` the cue; later quotes take the speaker and cue of the ones before them unless
 * they have their own, or unless `wholes`, `speakers`, `cues` say by number whose they take (null: none). `kinds` lists all
 * quotes that may be found; `continues` says which carry on which. A line break makes a new paragraph.
 */
const caseFile = z.strictObject({
  cases: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      kinds: z.array(z.enum(["direct", "mixed", "indirect"])).default([]),
      continues: z.array(z.int().nullable()).optional(),
      wholes: z.array(z.int()).optional(),
      speakers: z.array(z.int().nullable()).optional(),
      cues: z.array(z.int().nullable()).optional(),
      rule: z.string().optional(),
      todo: z.string().optional(),
    }),
  ),
});

const folder = new URL("../../../../tests/cases/quotes/", import.meta.url);
for (const file of readdirSync(folder).sort()) {
  const { cases } = caseFile.parse(parse(readFileSync(new URL(file, folder), "utf8")));
  describe(file, () => {
    for (const { id, text: marked, kinds, continues, wholes, speakers, cues, rule, todo } of cases) {
      const test = todo === undefined ? it : it.todo;
      test(id, () => {
        const { text, spans } = readMarkedText(marked);
        const words = (span: readonly [number, number] | null): string | null =>
          span === null ? null : `${span[0]} ${text.slice(...span)}`;
        const latest = (label: string, index: number): readonly [number, number] | null => {
          for (let at = index; at > 0; at--) {
            const found = spans.get(`${label}${at}`);
            if (found !== undefined) return found;
          }
          return null;
        };
        const chosen = (label: string, numbers: readonly (number | null)[] | undefined, index: number) => {
          const number = numbers?.[index];
          return number === null ? null : latest(label, number ?? index + 1);
        };
        const expected = kinds.map((kind, index) => {
          const quote = spans.get(`q${index + 1}`) ?? null;
          return {
            kind,
            quote: words(quote),
            content: words(spans.get(`w${wholes?.[index] ?? index + 1}`) ?? quote),
            speaker: words(chosen("s", speakers, index)),
            cue: words(chosen("c", cues, index)),
            continues: continues?.[index] ?? null,
          };
        });
        const found = recognizeQuotes(text);
        expect(
          found.map((quote) => ({
            kind: quote.kind,
            quote: words([quote.start, quote.end]),
            content: words([quote.content.start, quote.content.end]),
            speaker: words(quote.speaker === null ? null : [quote.speaker.start, quote.speaker.end]),
            cue: words(quote.cue === null ? null : [quote.cue.start, quote.cue.end]),
            continues: quote.continues,
          })),
        ).toEqual(expected);
        if (rule !== undefined) expect(found[0]?.rule).toBe(rule);
      });
    }
  });
}
