/**
 * Trains the model that finds the article in a page, and cross-validates it by page.
 *
 *     npx tsx --conditions=@readout/source packages/parser/scripts/train-blocks.ts CORPORA [--out DIR] [--trees N] [--pred FILE]
 *
 * CORPORA holds wcxb_dev/{inner,wet} with gold.json. Writes lexicon/trained/{body-words,block-trees}.tsv (--out; nothing
 * without it). --pred FILE-PREFIX writes the bodies that the models of the other folds predict, for eval_body.py.
 * Same corpora, same files: no chance but a seeded generator.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { foldWord, Shape, tokenText } from "@readout/model";
import { likelyRun } from "../src/blocks/likely-run.js";
import { Forest, type Tree, writeTree } from "../src/blocks/trees.js";
import { FeatureSheet } from "../src/features/feature-sheet.js";
import { lineFeatures } from "../src/features/line-features.js";
import { createPageReader, loadPageKnowledge, type Page } from "../src/page.js";
import { foldCount, readCorpus, type Sample } from "./training/corpus.js";
import { binColumns, fitTrees, type TreeOptions } from "./training/fit-trees.js";
import { type FittedWords, fitWords, type WordLine } from "./training/fit-words.js";
import { labelLines } from "./training/label-lines.js";
import { type Score, scoreBody, summarize } from "./training/shingles.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string" },
    trees: { type: "string", default: "140" },
    pred: { type: "string" },
    some: { type: "string", default: "1" },
  },
});
const corpora = positionals[0];
if (corpora === undefined) throw new Error("usage: train-blocks.ts CORPORA [--out DIR]");

/** Words seen on fewer pages get no weight. */
const leastPages = 10;
/** Words with a smaller weight, in hundredths of a logit, are left out. */
const leastWeight = 15;
const options: TreeOptions = {
  trees: Number(values.trees),
  depth: 6,
  rate: 0.12,
  rowShare: 0.12,
  featureShare: 0.35,
  seed: 20261122,
  shrinkage: 8,
};
const started = process.hrtime.bigint();
const log = (message: string): void =>
  console.error(`${(Number(process.hrtime.bigint() - started) / 1e9).toFixed(0)} s  ${message}`);

const samples = readCorpus(join(corpora, "wcxb_dev"), ["inner", "wet"]).filter(
  (_, i) => i % Number(values.some) === 0,
);
log(`${samples.length} pages`);

// 1. Words that stand on enough pages.
const surfaceOf = (page: Page, token: number): string => foldWord(tokenText(page.tokens, token));
const plainReader = createPageReader(loadPageKnowledge());
const pagesWith = new Map<string, number>();
for (const { text, rendering } of samples) {
  if (rendering !== "inner") continue;
  const page = plainReader(text, "cut");
  const own = new Set<string>();
  for (let t = 0; t < page.tokens.length; t++)
    if (((page.tokens.shape[t] ?? 0) & (Shape.letter | Shape.clitic)) === Shape.letter)
      own.add(surfaceOf(page, t));
  for (const word of own) pagesWith.set(word, (pagesWith.get(word) ?? 0) + 1);
}
const candidates = [...pagesWith]
  .filter(([, n]) => n >= leastPages)
  .map(([word]) => word)
  .sort();
log(`${candidates.length} words`);

// 2. Labels and word lines.
const knowledge = loadPageKnowledge();
const wordOfId = new Map<number, number>();
for (const [place, word] of candidates.entries()) wordOfId.set(knowledge.vocabulary.add(word), place);
const readPage = createPageReader(knowledge);
const labels: Uint8Array[] = [];
const wordLines: WordLine[] = [];
const lineWeights: Float32Array[] = [];
for (const sample of samples) {
  const page = readPage(sample.text, "cut");
  const own = labelLines(page, sample.gold.body ?? "");
  labels.push(own);
  const weights = weightLines(page, own);
  lineWeights.push(weights);
  for (let line = 0; line < own.length; line++) {
    const words = new Set<number>();
    let opening = -1;
    for (let t = page.measures.first[line] ?? 0; t < (page.measures.last[line] ?? 0); t++) {
      if (((page.tokens.shape[t] ?? 0) & (Shape.letter | Shape.digit)) === 0) continue;
      const word = wordOfId.get(page.tokens.word[t] ?? -1) ?? -1;
      if (words.size === 0 && opening === -1) opening = word >= 0 ? word : -2;
      if (word >= 0) words.add(word);
    }
    wordLines.push({
      words: [...words],
      opening,
      size: page.measures.columns.words[line] ?? 0,
      label: own[line] ?? 0,
      weight: weights[line] ?? 0,
      fold: sample.fold,
    });
  }
}
log(`${wordLines.length} lines, ${labels.reduce((n, own) => n + own.reduce((a, b) => a + b, 0), 0)} of body`);

/** How much a line counts: by its words, up to a bound, so that a page with ten times the lines does not count ten times. */
function weightLines(page: Page, own: Uint8Array): Float32Array {
  const { words } = page.measures.columns;
  let body = 0;
  for (let i = 0; i < own.length; i++) if (own[i] === 1) body += words[i] ?? 0;
  const scale = Math.sqrt(Math.min(3, 700 / (body + 100)));
  return Float32Array.from(own, (_, i) => scale * (0.4 + Math.min(words[i] ?? 0, 50) / 10));
}

const idOf = candidates.map((word) => knowledge.vocabulary.find(word));
const byId = (fitted: FittedWords): { anywhere: Int16Array; opening: Int16Array } => {
  const anywhere = new Int16Array(knowledge.vocabulary.size);
  const opening = new Int16Array(knowledge.vocabulary.size);
  idOf.forEach((id, place) => {
    anywhere[id] = Math.round((fitted.anywhere[place] ?? 0) * 100);
    opening[id] = Math.round((fitted.opening[place] ?? 0) * 100);
  });
  return { anywhere, opening };
};
const foldWeights = Array.from({ length: foldCount }, (_, fold) =>
  byId(fitWords(wordLines, candidates.length, fold)),
);
const allWeights = byId(fitWords(wordLines, candidates.length, -1));
log("words fitted");

// 3. Trees.
const sheetOf = (sample: Sample, page: Page): FeatureSheet =>
  lineFeatures(page, knowledge.phrases, foldWeights[sample.fold] ?? allWeights);
const stack = (sheets: readonly FeatureSheet[]): readonly Float32Array[] => {
  const names = sheets[0]?.names ?? [];
  const total = sheets.reduce((n, sheet) => n + (sheet.columns[0]?.length ?? 0), 0);
  return names.map((_, f) => {
    const column = new Float32Array(total);
    let at = 0;
    for (const sheet of sheets) {
      const part = sheet.columns[f] ?? new Float32Array();
      column.set(part, at);
      at += part.length;
    }
    return column;
  });
};
const allLabels = Uint8Array.from(labels.flatMap((own) => [...own]));
const allLineWeights = Float32Array.from(lineWeights.flatMap((own) => [...own]));
const foldOfRow = Uint8Array.from(
  samples.flatMap((sample, i) => Array.from({ length: labels[i]?.length ?? 0 }, () => sample.fold)),
);
const rowsWithout = (fold: number): Int32Array =>
  Int32Array.from(foldOfRow.keys()).filter((row) => foldOfRow[row] !== fold);

const train = (sheets: readonly FeatureSheet[]): { folds: (readonly Tree[])[]; all: readonly Tree[] } => {
  const table = binColumns(sheets[0]?.names ?? [], stack(sheets), allLabels, allLineWeights);
  const folds = Array.from({ length: foldCount }, (_, fold) => {
    const trees = fitTrees(table, rowsWithout(fold), options);
    log(`fold ${fold}`);
    return trees;
  });
  const all = values.out === undefined ? [] : fitTrees(table, rowsWithout(-1), options);
  return { folds, all };
};
const pages = samples.map((sample) => {
  // Word ids of a document's own words mean nothing after the next document: cohesion is computed here and now.
  const page = readPage(sample.text, "cut");
  return { page, sheet: sheetOf(sample, page) };
});
log(`${pages[0]?.sheet.names.length} features`);
const trained = train(pages.map(({ sheet }) => sheet));

const logits = samples.map((sample, i) =>
  new Forest(trained.folds[sample.fold] ?? []).score(pages[i]?.sheet ?? new FeatureSheet()),
);

// 4. Decoding, on pages that no part of the model has seen.
const likelyBody = (i: number, scores: Float32Array): string => {
  const page = pages[i]?.page as Page;
  const chance = Float32Array.from(scores, (logit) => 1 / (1 + Math.exp(-logit)));
  const { run, threshold } = likelyRun(chance, page.measures.columns.words);
  const kept: string[] = [];
  for (let line = run.first; line < run.last; line++)
    if ((chance[line] ?? 0) > threshold)
      kept.push(page.text.slice(page.lines.start[line], page.lines.end[line]));
  return kept.join("\n");
};
const report = (name: string, body: (i: number) => string): void => {
  for (const rendering of ["inner", "wet"]) {
    const scores: Score[] = [];
    samples.forEach((sample, i) => {
      if (sample.rendering === rendering && sample.gold.body)
        scores.push(scoreBody(sample.gold.body, body(i)));
    });
    console.log(`${name.padEnd(28)} ${rendering.padEnd(6)} ${summarize(scores)}`);
  }
};
report("labels (ceiling)", (i) =>
  Array.from(labels[i] ?? [], (label, line) => {
    const page = pages[i]?.page as Page;
    return label === 1 ? page.text.slice(page.lines.start[line], page.lines.end[line]) : "";
  })
    .filter((line) => line !== "")
    .join("\n"),
);
report("likely run", (i) => likelyBody(i, logits[i] as Float32Array));

if (values.pred !== undefined) {
  writeFileSync(
    `${values.pred}-scores.json`,
    JSON.stringify(
      samples.map((sample, i) => ({
        id: sample.id,
        rendering: sample.rendering,
        labels: [...(labels[i] ?? [])],
        logits: Array.from(logits[i] ?? [], (x) => Math.round(x * 100) / 100),
      })),
    ),
  );
  for (const rendering of ["inner", "wet"]) {
    const bodies = Object.fromEntries(
      samples.flatMap((sample, i) =>
        sample.rendering === rendering ? [[sample.id, likelyBody(i, logits[i] as Float32Array)]] : [],
      ),
    );
    writeFileSync(`${values.pred}-${rendering}.json`, JSON.stringify(bodies));
  }
}
if (values.out !== undefined) {
  const write = (
    folder: string,
    weights: { anywhere: Int16Array; opening: Int16Array },
    trees: readonly Tree[],
  ): void => {
    mkdirSync(folder, { recursive: true });
    const rows = candidates
      .map((word, place) => ({
        word,
        anywhere: weights.anywhere[idOf[place] ?? 0] ?? 0,
        opening: weights.opening[idOf[place] ?? 0] ?? 0,
      }))
      .filter(
        ({ anywhere, opening }) => Math.abs(anywhere) >= leastWeight || Math.abs(opening) >= leastWeight,
      );
    writeFileSync(
      join(folder, "body-words.tsv"),
      [
        "surface\tanywhere\topening",
        ...rows.map(({ word, anywhere, opening }) => `${word}\t${anywhere}\t${opening}`),
        "",
      ].join("\n"),
    );
    const rowsOfTrees = trees.map((tree) => writeTree("line", tree));
    writeFileSync(
      join(folder, "block-trees.tsv"),
      ["stage\tfeatures\tthresholds\tleaves", ...rowsOfTrees, ""].join("\n"),
    );
  };
  write(values.out, allWeights, trained.all);
  for (let fold = 0; fold < foldCount; fold++)
    write(join(values.out, `fold-${fold}`), foldWeights[fold] ?? allWeights, trained.folds[fold] ?? []);
  log(`written to ${values.out}`);
}
