import { describe, expect, it } from "vitest";
import { Gap, splitLines } from "../../src/lines/lines.js";
import { readCases } from "../read-cases.js";

describe("glued lines", () => {
  for (const { id, text, pieces } of readCases<{ id: string; text: string; pieces: readonly string[] }>(
    "glued-lines",
  )) {
    it(id, () => {
      const before = "A line before.\n";
      const lines = splitLines(before + text, "cut");
      const found = Array.from({ length: lines.length - 1 }, (_, i) => ({
        start: lines.start[i + 1] ?? 0,
        end: lines.end[i + 1] ?? 0,
      }));
      expect(found.map(({ start, end }) => (before + text).slice(start, end))).toEqual(pieces);
      expect(found[0]?.start).toBe(before.length);
      expect([...lines.gap.subarray(1, lines.length)]).toEqual([
        Gap.line,
        ...pieces.slice(1).map(() => Gap.glued),
      ]);
    });
  }

  it("leaves clean text whole", () => {
    expect(splitLines("Show commentsHide Comments", "keep").length).toBe(1);
  });
});
