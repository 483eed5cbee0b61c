import { describe, expect, it } from "vitest";
import { titleSpans } from "../../src/fields/title-spans.js";
import { readCases } from "../read-cases.js";

type Case = Readonly<{ id: string; line: string; page?: boolean; spans: readonly string[] }>;

describe("title spans", () => {
  for (const { id, line, page, spans } of readCases<Case>("title-spans")) {
    it(id, () => {
      const text = `Menu\n${line}\nBy Ana Ruiz`;
      const found = titleSpans(text, 5, 5 + line.length, page ?? false);
      expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(spans);
      for (const { start, end } of found) expect(start >= 5 && end <= 5 + line.length).toBe(true);
    });
  }

  it("of a line with many separators are few", () => {
    const line = "a | ".repeat(1000);
    expect(titleSpans(line, 0, line.length - 1, true).length).toBeLessThan(20);
  });
});
