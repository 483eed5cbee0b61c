/** Adds up what the test runner wrote for each workspace, and ends with `N passed, N failed`. */
import { existsSync, readdirSync, readFileSync } from "node:fs";

const workspaces = [...readdirSync("packages").map((name) => `packages/${name}`), "tests"];
let passed = 0;
let failed = 0;
for (const workspace of workspaces) {
  const file = `${workspace}/.test-results.json`;
  if (!existsSync(file)) continue;
  const results = JSON.parse(readFileSync(file, "utf8"));
  passed += results.numPassedTests;
  failed += results.numFailedTests;
  console.log(`${workspace}: ${results.numPassedTests} of ${results.numTotalTests}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
