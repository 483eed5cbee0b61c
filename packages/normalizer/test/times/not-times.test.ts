import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { times } from "../../src/times/times.js";

const cases = z.strictObject({
  published: z.string(),
  cases: z.array(z.strictObject({ id: z.string(), text: z.array(z.string()) })),
});
const table = cases.parse(
  parse(readFileSync(new URL("../../../../tests/cases/times/not-times.yaml", import.meta.url), "utf8")),
);

describe("not-times.yaml", () => {
  test.each(table.cases.flatMap(({ id, text }) => text.map((marked) => [id, marked] as const)))(
    "%s: %s",
    (_, marked) => {
      const text = marked.replaceAll(/[[\]]/g, "");
      let marked_ = text;
      for (const { start, end } of times(text, { published: table.published }).times.toReversed())
        marked_ = `${marked_.slice(0, start)}[${marked_.slice(start, end)}]${marked_.slice(end)}`;
      expect(marked_).toBe(marked);
    },
  );
});
