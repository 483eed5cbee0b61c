import { diagnostic } from "@readout/model";
import { describe, expect, test } from "vitest";
import type { Annotated } from "../../src/worker/annotate-all.js";
import { withinTolerance } from "../../src/worker/within-tolerance.js";
import { emptyAnswer } from "./empty-answer.js";

const threw = { kind: "threw", reason: "RangeError: poisoned" } as const;

async function* annotated(outcomes: string): AsyncGenerator<Annotated> {
  for (const [i, outcome] of [...outcomes].entries()) {
    const source = `${i}.txt`;
    if (outcome === "-")
      yield { kind: "diagnostic", source, diagnostic: diagnostic("link_skipped"), failure: null };
    else if (outcome === "X")
      yield { kind: "diagnostic", source, diagnostic: diagnostic("worker_crash"), failure: threw };
    else
      yield {
        kind: "document",
        source,
        bytes: 1,
        answer: emptyAnswer,
        failure: outcome === "x" ? threw : null,
        cached: false,
      };
  }
}

/** Number of items that came through. Documents are written `.`, failed ones `x`, those of which nothing is left `X`, others `-`. */
const passed = async (outcomes: string, share: number): Promise<number> => {
  let count = 0;
  for await (const _ of withinTolerance(annotated(outcomes), share)) count++;
  return count;
};

describe("share of documents whose annotation may fail", () => {
  test.each([
    ["none failed", "..-.", 0],
    ["nothing was read", "--", 0],
    ["five of six", "xxxxx.", 0],
    ["as many as the share", `${"x".repeat(10)}${".".repeat(90)}`, 0.1],
    ["all, where all may", "xx.", 1],
  ])("%s: goes on", async (_, outcomes, share) => {
    expect(await passed(outcomes, share)).toBe(outcomes.length);
  });

  test.each([
    [
      "the only one",
      "-x",
      1,
      "annotation failed for 1 of 1 documents; nothing was written. The first: 1.txt: RangeError: poisoned",
    ],
    ["all, the text of some not even read", "xX", 1, "failed for 2 of 2 documents;"],
    ["one more than five", "xxxxxx.", 0.1, "failed for 6 of 7 documents, more than 10 %;"],
    [
      "one more than the share",
      `${"x".repeat(11)}${".".repeat(90)}`,
      0.1,
      "failed for 11 of 101 documents, more",
    ],
    [
      "a hundred, most of what was read",
      `${".".repeat(50)}${"x".repeat(100)}${".".repeat(9000)}`,
      1,
      "failed for 100 of 150 documents so far;",
    ],
  ])("%s: ends the build", async (_, outcomes, share, message) => {
    await expect(passed(outcomes, share)).rejects.toThrow(message);
  });
});
