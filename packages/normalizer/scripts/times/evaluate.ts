/**
 * Runs the time recogniser over TimeML documents and writes one JSON object a line: {"doc", "timexes": [{start, end, type, value}]},
 * offsets in UTF-16 units into the text. What is read: JSONL records {doc, dct, text}.
 *
 *     npx tsx packages/normalizer/scripts/times/evaluate.ts docs.jsonl predictions.jsonl
 */
import { readFileSync, writeFileSync } from "node:fs";
import { readIsoDay } from "@readout/model";
import { times } from "../../src/times/times.js";

type Source = Readonly<{ doc: string; dct: string | null; text: string }>;

const [input, output] = process.argv.slice(2);
if (input === undefined || output === undefined)
  throw new Error("usage: evaluate.ts DOCS.jsonl PREDICTIONS.jsonl");
const lines = readFileSync(input, "utf8").split("\n").filter(Boolean);
const predictions = lines.map((line) => {
  const { doc, dct, text } = JSON.parse(line) as Source;
  const day = dct?.slice(0, 10);
  const found = times(text, day !== undefined && readIsoDay(day) !== null ? { published: day } : {});
  return JSON.stringify({
    doc,
    timexes: found.times.map(({ start, end, type, value, rule, mod }) => ({
      start,
      end,
      type,
      value,
      rule,
      mod,
    })),
  });
});
writeFileSync(output, `${predictions.join("\n")}\n`);
