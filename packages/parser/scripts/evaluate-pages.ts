/**
 * Scores the whole parser on pages, each with the models of the folds that have not seen it.
 *
 *     npx tsx --conditions=@readout/source packages/parser/scripts/evaluate-pages.ts CORPORA MODELS [--pred PREFIX] [--worst N]
 *
 * MODELS is what train-blocks.ts and train-fields.ts wrote; trafi, which no model has seen, is read with that of all pages.
 * Counts as article-extraction-benchmark and trafilatura's evaluation do. --pred writes bodies for another scorer.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { isoDay, nothingGiven, type ParsedDocument } from "@readout/model";
import { createParser, type PageModels, type Parser } from "../src/parser.js";
import { foldCount, readCorpus, type Sample } from "./training/corpus.js";
import { type Score, scoreBody, summarize } from "./training/shingles.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pred: { type: "string" }, worst: { type: "string", default: "0" }, set: { type: "string" } },
});
const [corpora, models] = positionals;
if (corpora === undefined || models === undefined) throw new Error("usage: evaluate-pages.ts CORPORA MODELS");

const modelsIn = (folder: string): PageModels => ({
  words: readFileSync(join(folder, "body-words.tsv"), "utf8"),
  trees: readFileSync(join(folder, "block-trees.tsv"), "utf8"),
  fields: readFileSync(join(folder, "field-trees.tsv"), "utf8"),
});
const all = await createParser({ models: modelsIn(models) });
const folds: Parser[] = [];
for (let fold = 0; fold < foldCount; fold++)
  folds.push(await createParser({ models: modelsIn(join(models, `fold-${fold}`)) }));

const bodyRoles = new Set(["subtitle", "heading", "paragraph", "list_item"]);
const norm = (text: string | null | undefined): string =>
  (text ?? "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
const squeeze = (text: string): string => text.replace(/\s+/g, " ").trim();

for (const [name, renderings] of [
  ["wcxb_dev", ["inner", "wet"]],
  ["trafi", ["inner"]],
] as const) {
  if (values.set !== undefined && values.set !== name) continue;
  for (const rendering of renderings) {
    const samples = readCorpus(join(corpora, name), [rendering]);
    const scored: { id: string; score: Score }[] = [];
    const bodies: Record<string, string> = {};
    const tallies = { title: [0, 0, 0], author: [0, 0, 0], date: [0, 0, 0] } satisfies Record<
      string,
      [number, number, number]
    >;
    const phrases = { kept: 0, lost: 0, wrong: 0 };
    for (const sample of samples) {
      const parser = name === "wcxb_dev" ? (folds[sample.fold] ?? all) : all;
      const parsed = parser.parse(
        {
          docId: "",
          source: sample.id,
          sha256: "",
          text: sample.text,
          given: nothingGiven,
          head: null,
          diagnostics: [],
        },
        { layout: "page" },
      );
      const body = parsed.blocks
        .filter(({ role }) => bodyRoles.has(role))
        .map(({ start, end }) => sample.text.slice(start, end))
        .join("\n");
      bodies[sample.id] = body;
      if (sample.gold.body) scored.push({ id: sample.id, score: scoreBody(sample.gold.body, body) });
      const flat = squeeze(body);
      for (const phrase of sample.gold.with ?? [])
        flat.includes(squeeze(phrase)) ? phrases.kept++ : phrases.lost++;
      for (const phrase of sample.gold.without ?? []) if (flat.includes(squeeze(phrase))) phrases.wrong++;
      count(sample, parsed, tallies);
    }
    console.log(`== ${name}/${rendering}: ${samples.length} pages`);
    if (scored.length > 0) console.log(`  body    ${summarize(scored.map(({ score }) => score))}`);
    const p = phrases.kept / Math.max(1, phrases.kept + phrases.wrong);
    const r = phrases.kept / Math.max(1, phrases.kept + phrases.lost);
    console.log(`  phrases P ${p.toFixed(3)} R ${r.toFixed(3)} F1 ${((2 * p * r) / (p + r)).toFixed(3)}`);
    for (const [field, [right, given, gold]] of Object.entries(tallies)) {
      const precision = right / Math.max(1, given);
      const recall = right / Math.max(1, gold);
      console.log(
        `  ${field.padEnd(7)} P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${((2 * precision * recall) / Math.max(1e-9, precision + recall)).toFixed(3)} (right ${right}, given ${given}, gold ${gold})`,
      );
    }
    const f1 = ({ precision, recall }: Score): number =>
      (2 * (precision ?? 0) * (recall ?? 0)) / Math.max(1e-9, (precision ?? 0) + (recall ?? 0));
    scored.sort((a, b) => f1(a.score) - f1(b.score));
    for (const { id, score } of scored.slice(0, Number(values.worst)))
      console.log(`    ${id} P ${score.precision?.toFixed(2)} R ${score.recall?.toFixed(2)}`);
    if (values.pred !== undefined)
      writeFileSync(`${values.pred}-${name}-${rendering}.json`, JSON.stringify(bodies));
  }
}

function count(
  sample: Sample,
  { metadata }: ParsedDocument,
  tallies: Record<"title" | "author" | "date", [number, number, number]>,
): void {
  const { gold } = sample;
  if (gold.title) {
    tallies.title[2]++;
    if (metadata.title !== null) tallies.title[1]++;
    if (metadata.title !== null && norm(metadata.title.value) === norm(gold.title)) tallies.title[0]++;
  }
  const want = (
    Array.isArray(gold.author) ? gold.author : String(gold.author ?? "").split(/\s*[;,]\s*|\s+and\s+/)
  )
    .map(norm)
    .filter((name) => name !== "");
  const got = metadata.authors.map(({ name }) => norm(name)).filter((name) => name !== "");
  if (want.length > 0) tallies.author[2]++;
  if (got.length > 0) tallies.author[1]++;
  if (want.some((w) => got.some((q) => w === q || q.includes(w) || (q.length > 6 && w.includes(q)))))
    tallies.author[0]++;
  if (gold.date) {
    tallies.date[2]++;
    if (metadata.published !== null) tallies.date[1]++;
    if (metadata.published !== null && isoDay(metadata.published.day) === gold.date.slice(0, 10))
      tallies.date[0]++;
  }
}
