import { readdirSync, readFileSync } from "node:fs";
import { Vocabulary } from "@readout/model";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { createPassageReader } from "../../src/passage.js";
import { createQuantityRecognizer } from "../../src/quantities/quantity-recognizer.js";
import { readMarkedText } from "../quotes/marked-text.js";

/**
 * Cases of tests/cases/quantities: `q1`, `q2` … mark the spans that must be found and no others, `finds` says in the same order
 * what they mean; what is not said must be null. `t1` … mark times, which are given to the recogniser.
 */
const number = z.number().nullable().default(null);
const text = z.string().nullable().default(null);
const caseFile = z.strictObject({
  cases: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      finds: z
        .array(
          z.strictObject({
            value: number,
            low: number,
            high: number,
            unit: text,
            currency: text,
            counted: text,
            mod: text,
            rule: z.string(),
          }),
        )
        .default([]),
    }),
  ),
});

const vocabulary = new Vocabulary();
const recognizer = createQuantityRecognizer(vocabulary);
const passages = createPassageReader(vocabulary);

const folder = new URL("../../../../tests/cases/quantities/", import.meta.url);
for (const file of readdirSync(folder).sort()) {
  const { cases } = caseFile.parse(parse(readFileSync(new URL(file, folder), "utf8")));
  describe(file, () => {
    for (const { id, text: marked, finds } of cases) {
      it(id, () => {
        const { text, spans } = readMarkedText(marked);
        const times = [...spans]
          .filter(([label]) => label.startsWith("t"))
          .map(([, [start, end]]) => ({ start, end }));
        const found = recognizer.recognize(passages.ofText(text), { times });
        expect(
          found.map(({ start, end, value, low, high, unit, currency, counted, mod, rule }) => ({
            span: `${start} ${text.slice(start, end)}`,
            value,
            low,
            high,
            unit,
            currency,
            counted,
            mod,
            rule,
          })),
        ).toEqual(
          finds.map((meaning, index) => {
            const [start, end] = spans.get(`q${index + 1}`) ?? [-1, -1];
            return { span: `${start} ${text.slice(start, end)}`, ...meaning };
          }),
        );
      });
    }
  });
}
