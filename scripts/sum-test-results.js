/** Adds up what the test runner wrote for each workspace and for the corpora, and ends with `N passed, N failed`. */
import { existsSync, readdirSync, readFileSync } from "node:fs";

const results = [
  ...readdirSync("packages").map((name) => `packages/${name}/.test-results.json`),
  "tests/.test-results.json",
  "tests/.quality-results.json",
];
let passed = 0;
let failed = 0;
for (const file of results) {
  if (!existsSync(file)) continue;
  const { numPassedTests, numFailedTests, numTotalTests } = JSON.parse(readFileSync(file, "utf8"));
  passed += numPassedTests;
  failed += numFailedTests;
  console.log(`${file}: ${numPassedTests} of ${numTotalTests}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
