/**
 * The fuzz suite at length. Prints a line a target; ends with code 1 where an input breaks what must hold, after shrinking it.
 *
 *     npx tsx --conditions=@readout/source tests/reliability/fuzz/run.ts [inputs, 1000000 of them] [seed]
 */
import { performance } from "node:perf_hooks";
import fc from "fast-check";
import { createTargets } from "./targets.js";

// warcio tells of every odd record.
console.warn = () => undefined;
const inputs = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? 20261122);
const targets = await createTargets();
const shares = targets.reduce((sum, { share }) => sum + share, 0);
let total = 0;
for (const { name, share, property } of targets) {
  const numRuns = Math.ceil((inputs * share) / shares);
  const start = performance.now();
  const { failed, counterexamplePath, counterexample, errorInstance } = await fc.check(property, {
    numRuns,
    seed,
  });
  total += numRuns;
  console.log(
    `${name}\t${numRuns}\t${((performance.now() - start) / 1000).toFixed(0)} s\t${failed ? "FAILED" : "held"}`,
  );
  if (!failed) continue;
  console.log(counterexamplePath, JSON.stringify(counterexample), errorInstance);
  process.exitCode = 1;
}
if (Object.keys({}).length + Object.getOwnPropertyNames(Object.prototype).length !== 12) {
  console.log("Object.prototype was changed");
  process.exitCode = 1;
}
console.log(`${total} inputs, seed ${seed}`);
