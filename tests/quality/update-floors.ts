import { hasCorpora, subsets } from "./src/corpora.js";
import { corpusFigures } from "./src/corpora-figures.js";
import { raiseFloors, readFloors, writeFloors } from "./src/floors.js";
import { ownFigures, ownScores } from "./src/own-figures.js";
import { printFigures, printMisses } from "./src/print-report.js";

/**
 * Measures and raises floors.json:
 *
 *     npx tsx --conditions=@readout/source tests/quality/update-floors.ts [--lower] [--own] [--misses] [--dry]
 *
 * --lower  also take floors down, for a change that is worth it; say in the commit why
 * --own    the datasets of the repository only
 * --misses list what came out wrong
 * --dry    print, and leave the file as it is
 */
const has = (flag: string): boolean => process.argv.includes(flag);

const reports = ownFigures();
console.log(printFigures(reports));
if (has("--misses")) {
  for (const [dating, report] of reports) console.log(`\n== ${dating}\n${printMisses(report)}`);
}
const scores = new Map(ownScores(reports));
if (!has("--own") && hasCorpora()) {
  for (const subset of subsets) {
    for (const [name, score] of corpusFigures(subset)) {
      console.log(`${name.padEnd(44)}${score.toFixed(3)}`);
      scores.set(name, score);
    }
  }
}
if (!has("--dry")) writeFloors(raiseFloors(readFloors(), scores, has("--lower")));
