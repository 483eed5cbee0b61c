import { readFileSync } from "node:fs";
import type { Mention } from "@readout/model";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readMarkedText } from "./marked-text.js";
import { recognizeQuotes } from "./recognize-quotes.js";

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

const { cases } = caseFile.parse(
  parse(readFileSync(new URL("../cases/quotes/several-speakers.yaml", import.meta.url), "utf8")),
);

describe("several speakers", () => {
  for (const { id, text: marked, type, speaker } of cases) {
    it(id, () => {
      const { text, spans } = readMarkedText(marked);
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
      const found = recognizeQuotes(text, { mentions, entities: [] });
      expect(found.map(({ speakerEntity }) => speakerEntity)).toEqual([speaker]);
    });
  }
});
