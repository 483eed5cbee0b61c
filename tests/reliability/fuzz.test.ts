import fc from "fast-check";
import { describe, test } from "vitest";
import { createTargets } from "./fuzz/targets.js";

/** Inputs of the short run; the long one and its count are in docs/reliability.md. */
const inputs = 3000;

describe("nothing throws and offsets hold, whatever comes in", async () => {
  for (const { name, share, property } of await createTargets()) {
    test(name, async () => {
      await fc.assert(property, { numRuns: Math.ceil((inputs * share) / 1_000_000), seed: 20261122 });
    }, 60_000);
  }
});
