/**
 * Trains the models that pick title, authors and publication date among their candidates, and cross-validates them.
 *
 *     npx tsx --conditions=@readout/source packages/parser/scripts/train-fields.ts CORPORA BLOCKS [--out DIR]
 *
 * CORPORA holds wcxb_dev; BLOCKS is what train-blocks.ts wrote (--out), whose fold models find the articles of pages that they have
 * not seen. Writes DIR/field-trees.tsv. Printed figures count as ../eval/measure.py does.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createDateReader, isoDay } from "@readout/model";
import { loadBlockModel } from "../src/blocks/block-model.js";
import { findBody } from "../src/blocks/find-body.js";
import { Forest, type Tree, writeTree } from "../src/blocks/trees.js";
import { contextFeatures } from "../src/features/context-features.js";
import type { FeatureSheet } from "../src/features/feature-sheet.js";
import { authorCandidates } from "../src/fields/author-candidates.js";
import { dateCandidates } from "../src/fields/date-candidates.js";
import type { Field } from "../src/fields/field-sheet.js";
import { titleCandidates } from "../src/fields/title-candidates.js";
import { loadNameWords } from "../src/metadata/name-words.js";
import { titleValue } from "../src/metadata/title-value.js";
import { createPageReader, loadPageKnowledge } from "../src/page.js";
import { foldCount, readCorpus, type Sample } from "./training/corpus.js";
import { binColumns, fitTrees, type TreeOptions } from "./training/fit-trees.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: "string" }, show: { type: "string" }, only: { type: "string" } },
});
const [corpora, blocks] = positionals;
if (corpora === undefined || blocks === undefined)
  throw new Error("usage: train-fields.ts CORPORA BLOCKS [--out DIR]");
const options: TreeOptions = {
  trees: 100,
  depth: 5,
  rate: 0.1,
  rowShare: 0.7,
  featureShare: 0.3,
  seed: 20261122,
  shrinkage: 1.5,
};

/** The headline is told from lines much like it by more and deeper trees. */
const titleOptions: TreeOptions = { ...options, trees: 180, depth: 6 };

/** A right candidate counts this much: there is one among dozens. */
const rightWeight = 3;

/** As measure.py compares: case, marks and width aside. */
const norm = (text: string | null | undefined): string =>
  (text ?? "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
const wantedAuthors = ({ gold }: Sample): readonly string[] =>
  (Array.isArray(gold.author) ? gold.author : String(gold.author ?? "").split(/\s*[;,]\s*|\s+and\s+/))
    .map(norm)
    .filter((name) => name !== "");
const sameName = (want: readonly string[], got: readonly string[]): boolean =>
  want.some((w) => got.some((q) => w === q || q.includes(w) || (q.length > 6 && w.includes(q))));

type Row = Readonly<{ sample: number; fold: number; label: boolean; value: string }>;
const rows: Record<Field, Row[]> = { title: [], author: [], published: [] };
const sheets: Record<Field, FeatureSheet[]> = { title: [], author: [], published: [] };

const readers = Array.from({ length: foldCount }, (_, fold) => {
  const knowledge = loadPageKnowledge();
  const model = loadBlockModel(knowledge.vocabulary, {
    words: readFileSync(join(blocks, `fold-${fold}`, "body-words.tsv"), "utf8"),
    trees: readFileSync(join(blocks, `fold-${fold}`, "block-trees.tsv"), "utf8"),
  });
  const nameWords = loadNameWords(knowledge.vocabulary);
  const readDates = createDateReader(knowledge.vocabulary);
  return { knowledge, model, nameWords, readDates, readPage: createPageReader(knowledge) };
});
const samples = readCorpus(join(corpora, "wcxb_dev"), ["inner", "wet"]);

samples.forEach((sample, at) => {
  const reader = readers[sample.fold];
  if (reader === undefined) return;
  const page = reader.readPage(sample.text, "cut");
  const { sheet: seen, run } = findBody(page, reader.knowledge.phrases.inLines(page), reader.model, "en");
  if (seen === null) throw new Error("no block model");
  const sheet = contextFeatures(page, seen);
  const add = (
    field: Field,
    part: FeatureSheet,
    found: readonly Readonly<{ label: boolean; value: string }>[],
  ): void => {
    if (found.length === 0) return;
    sheets[field].push(part);
    for (const row of found) rows[field].push({ sample: at, fold: sample.fold, ...row });
  };
  const titles = titleCandidates(page, sheet, run);
  const wantedTitle = norm(sample.gold.title);
  const found = titles.candidates.map(({ span }) => {
    const value = titleValue(page.text, span);
    return { label: wantedTitle !== "" && norm(value) === wantedTitle, value };
  });
  add("title", titles.sheet, found);
  // Author and date stand by the title: while training, by the true one, where there is one.
  const title =
    titles.candidates[found.findIndex(({ label }, k) => label && titles.candidates[k]?.line !== 0)]?.line ??
    -1;
  const authors = authorCandidates(page, reader.nameWords, sheet, run, title);
  const want = wantedAuthors(sample);
  const named = authors.candidates.map(({ byline }) => {
    const got = byline.authors.map(({ name }) => norm(name));
    return {
      label: want.length > 0 && sameName(want, got),
      value: JSON.stringify(byline.authors.map(({ name }) => name)),
    };
  });
  add("author", authors.sheet, named);
  const author = authors.candidates[named.findIndex(({ label }) => label)]?.line ?? -1;
  const dates = dateCandidates(page, { ...reader, words: reader.knowledge.words }, sheet, run, title, author);
  add(
    "published",
    dates.sheet,
    dates.candidates.map(({ date }) => ({
      label: isoDay(date.day) === sample.gold.date?.slice(0, 10),
      value: isoDay(date.day) ?? "",
    })),
  );
});

const stack = (field: Field): readonly Float32Array[] => {
  const parts = sheets[field];
  return (parts[0]?.names ?? []).map((_, f) =>
    Float32Array.from(parts.flatMap((sheet) => [...(sheet.columns[f] ?? [])])),
  );
};

/** Rows of the table by fold left out; the last list is the model of all pages. */
const tables: string[][] = Array.from({ length: foldCount + 1 }, () => []);
for (const field of ["title", "author", "published"] as const) {
  if (values.only !== undefined && values.only !== field) continue;
  const own = rows[field];
  const table = binColumns(
    sheets[field][0]?.names ?? [],
    stack(field),
    Uint8Array.from(own, ({ label }) => (label ? 1 : 0)),
    Float32Array.from(own, ({ label }) => (label ? rightWeight : 1)),
  );
  const all = Int32Array.from(own.keys());
  const scores = new Float32Array(own.length);
  const fit = (fold: number): readonly Tree[] =>
    fitTrees(
      table,
      all.filter((row) => own[row]?.fold !== fold),
      field === "title" ? titleOptions : options,
    );
  const folds = Array.from({ length: foldCount }, (_, fold) => fit(fold));
  let at = 0;
  for (const sheet of sheets[field]) {
    const part = new Forest(folds[own[at]?.fold ?? 0] ?? []).score(sheet);
    scores.set(part, at);
    at += part.length;
  }
  console.log(`${field}: ${own.length} candidates, ${own.filter(({ label }) => label).length} right`);
  if (values.show !== undefined) show(own, scores);
  for (const rendering of ["inner", "wet"])
    for (const threshold of field === "title" ? [-9] : [-1, -0.5, 0, 0.5, 1, 1.5, 2])
      report(field, rendering, threshold, own, scores);
  if (values.out === undefined) continue;
  [...folds, fit(-1)].forEach((trees, fold) => {
    for (const tree of trees) tables[fold]?.push(writeTree(field, tree));
  });
}
if (values.out !== undefined) {
  const { out } = values;
  tables.forEach((rows_, fold) => {
    const folder = fold === foldCount ? out : join(out, `fold-${fold}`);
    writeFileSync(
      join(folder, "field-trees.tsv"),
      ["stage\tfeatures\tthresholds\tleaves", ...rows_, ""].join("\n"),
    );
  });
}

/** Precision and recall when the best candidate of each page is taken if its logit is above a threshold. */
function report(
  field: Field,
  rendering: string,
  threshold: number,
  own: readonly Row[],
  scores: Float32Array,
): void {
  const best = new Map<number, number>();
  own.forEach(({ sample }, row) => {
    if (samples[sample]?.rendering !== rendering) return;
    if ((scores[row] ?? 0) > (scores[best.get(sample) ?? -1] ?? threshold)) best.set(sample, row);
  });
  let right = 0;
  let given = 0;
  let gold = 0;
  samples.forEach((sample, at) => {
    if (sample.rendering !== rendering) return;
    const has =
      field === "title"
        ? norm(sample.gold.title) !== ""
        : field === "author"
          ? wantedAuthors(sample).length > 0
          : Boolean(sample.gold.date);
    const row = own[best.get(at) ?? -1];
    if (has) gold++;
    // measure.py counts a date or title given only where gold has one, an author everywhere.
    if (row !== undefined && (has || field === "author")) given++;
    if (has && row?.label) right++;
  });
  const precision = right / Math.max(1, given);
  const recall = right / Math.max(1, gold);
  console.log(
    `  ${rendering.padEnd(6)} above ${String(threshold).padEnd(5)} P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${((2 * precision * recall) / Math.max(1e-9, precision + recall)).toFixed(3)} (right ${right}, given ${given}, gold ${gold})`,
  );
}

/** Prints pages where the best candidate is wrong: what was picked, what was there to pick, what is gold. */
function show(own: readonly Row[], scores: Float32Array): void {
  const bySample = new Map<number, number[]>();
  for (const [row, { sample }] of own.entries()) bySample.set(sample, [...(bySample.get(sample) ?? []), row]);
  let shown = 0;
  for (const [sample, found] of bySample) {
    if (samples[sample]?.rendering === "trafi" || shown > Number(values.show)) continue;
    const best = [...found].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))[0] ?? -1;
    if (own[best]?.label !== false) continue;
    const right = found.find((row) => own[row]?.label === true);
    const { gold, id } = samples[sample] as Sample;
    shown++;
    console.log(
      `    ${id} picked ${own[best]?.value} (${scores[best]?.toFixed(1)}) | right ${right === undefined ? "absent" : `${own[right]?.value} (${scores[right]?.toFixed(1)})`} | gold ${gold.title} / ${gold.author} / ${gold.date}`,
    );
  }
}
