/**
 * Trains the two forests that find the article in a page, and cross-validates them by page. The second one learns from pages that
 * the first one had not seen: for the model without fold k, those of fold j are looked at by a first forest without both. A third one takes the
 * first one's side on pages in other languages; it learns from the same pages as if nobody knew their words.
 *
 *     npx tsx --conditions=@readout/source packages/parser/scripts/train-blocks.ts CORPORA [--out DIR] [--some N]
 *
 * CORPORA holds wcxb_dev/{inner,wet} with gold.json. Writes DIR/{body-words,block-trees}.tsv and the same for each fold left out; nothing
 * without --out. --some takes every Nth page alone, for a quick look.
 * Same corpora, same files: no chance but a seeded generator.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { foldWord, Shape, tokenText } from "@readout/model";
import { lookAgain } from "../src/blocks/find-body.js";
import { likelyRun } from "../src/blocks/likely-run.js";
import { Forest, type Tree, writeTree } from "../src/blocks/trees.js";
import { type FirstLook, firstLook } from "../src/features/again/first-look.js";
import { runColumns } from "../src/features/again/run-columns.js";
import type { FeatureSheet } from "../src/features/feature-sheet.js";
import { lineFeatures } from "../src/features/line-features.js";
import { createPageReader, loadPageKnowledge, type Page } from "../src/page.js";
import type { WordWeights } from "../src/words/word-weights.js";
import { foldCount, readCorpus, type Sample } from "./training/corpus.js";
import { fitTrees, type TreeOptions } from "./training/fit-trees.js";
import { type FittedWords, fitWords, type WordLine } from "./training/fit-words.js";
import { labelLines } from "./training/label-lines.js";
import { type Score, scoreBody, summarize } from "./training/shingles.js";
import { tableOf } from "./training/table-of.js";
import { type Rewriting, rewritings } from "./training/unknown-language.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string" },
    some: { type: "string", default: "1" },
  },
});
const corpora = positionals[0];
if (corpora === undefined) throw new Error("usage: train-blocks.ts CORPORA [--out DIR] [--some N]");

/** Words seen on fewer pages get no weight. */
const leastPages = 10;
/** Words with a smaller weight, in hundredths of a logit, are left out. */
const leastWeight = 15;
const options: TreeOptions = {
  trees: 140,
  depth: 6,
  rate: 0.12,
  rowShare: 0.12,
  featureShare: 0.35,
  seed: 20261122,
  shrinkage: 8,
};
const againOptions: TreeOptions = { ...options, trees: 100 };
/** Half as many trees that learn twice as fast: they speak on few pages, and the tables of a model shall not pass 300 kB. */
const foreignOptions: TreeOptions = { ...options, trees: 64, rate: 0.24 };
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
const byId = (fitted: FittedWords): WordWeights => {
  const anywhere = new Int16Array(knowledge.vocabulary.size);
  const opening = new Int16Array(knowledge.vocabulary.size);
  idOf.forEach((id, place) => {
    anywhere[id] = Math.round((fitted.anywhere[place] ?? 0) * 100);
    opening[id] = Math.round((fitted.opening[place] ?? 0) * 100);
  });
  return { anywhere, opening };
};
/** Weights as the parser will have them: small ones are 0. */
const asWritten = ({ anywhere, opening }: WordWeights): WordWeights => {
  const isKept = (_: number, id: number): boolean =>
    Math.abs(anywhere[id] ?? 0) >= leastWeight || Math.abs(opening[id] ?? 0) >= leastWeight;
  const written = (weights: Int16Array): Int16Array =>
    weights.map((weight, id) => (isKept(weight, id) ? weight : 0));
  return { anywhere: written(anywhere), opening: written(opening) };
};
const fitWithout = (...folds: readonly number[]): WordWeights =>
  byId(fitWords(wordLines, candidates.length, folds));
const folds = Array.from({ length: foldCount }, (_, fold) => fold);
const foldWeights = folds.map((fold) => fitWithout(fold));
log("words fitted");

// 3. The first forest, and one for each fold and each pair of folds left out.
/** Word ids of a document's own words mean nothing after the next document: all that needs them is computed at once. */
const seenLines = (sample: Sample, weights: WordWeights): { page: Page; seen: FeatureSheet } => {
  const page = readPage(sample.text, "cut");
  return { page, seen: lineFeatures(page, knowledge.phrases.inLines(page), weights) };
};

type LineModel = Readonly<{ weights: WordWeights; trees: readonly Tree[]; forest: Forest }>;
const lineModels = new Map<string, LineModel>();
const lineModel = (...leftOut: readonly number[]): LineModel => {
  const model = lineModels.get([...leftOut].sort().join());
  if (model === undefined) throw new Error(`no model without ${leftOut.join()}`);
  return model;
};
/** A first forest for each list of folds left out. */
const trainLineModels = (leftOuts: readonly (readonly number[])[]): void => {
  const sheets = samples.map((sample) => seenLines(sample, foldWeights[sample.fold] as WordWeights).seen);
  log(`${sheets[0]?.names.length} features`);
  const table = tableOf(sheets, labels, lineWeights);
  const foldOfRow = samples.flatMap((sample, i) => Array<number>(labels[i]?.length ?? 0).fill(sample.fold));
  for (const leftOut of leftOuts) {
    const rows = Int32Array.from(foldOfRow.keys()).filter((row) => !leftOut.includes(foldOfRow[row] ?? 0));
    const trees = fitTrees(table, rows, options);
    const [only, ...others] = leftOut;
    const weights =
      only !== undefined && others.length === 0 ? (foldWeights[only] as WordWeights) : fitWithout(...leftOut);
    lineModels.set(leftOut.join(), { weights: asWritten(weights), trees, forest: new Forest(trees) });
    log(`lines without ${leftOut.join(" and ")}`);
  }
};
trainLineModels([
  ...(values.out === undefined ? [] : [[]]),
  ...folds.map((fold) => [fold]),
  ...folds.flatMap((j) => folds.filter((k) => k > j).map((k) => [j, k])),
]);

// 4. The second forest, for each fold left out.
const lookAt = (sample: Sample, { weights, forest }: LineModel): FirstLook => {
  const { page, seen } = seenLines(sample, weights);
  return firstLook(page, seen, forest.score(seen));
};
/** A second forest: each page is looked at by a first one that has seen neither its fold nor those left out. */
const trainAgain = (...leftOut: readonly number[]): readonly Tree[] => {
  const sheets: FeatureSheet[] = [];
  const sheetLabels: Uint8Array[] = [];
  const sheetWeights: Float32Array[] = [];
  samples.forEach((sample, i) => {
    if (leftOut.includes(sample.fold)) return;
    const look = lookAt(sample, lineModel(sample.fold, ...leftOut));
    sheets.push(runColumns(look));
    sheetLabels.push((labels[i] as Uint8Array).subarray(look.from, look.to));
    sheetWeights.push((lineWeights[i] as Float32Array).subarray(look.from, look.to));
  });
  const table = tableOf(sheets, sheetLabels, sheetWeights);
  const trees = fitTrees(table, Int32Array.from(table.labels.keys()), againOptions);
  log(`${table.names.length} features, again without ${leftOut.join()}`);
  return trees;
};
const againTrees = folds.map((fold) => trainAgain(fold));

// 5. The forest of pages in other languages, for each fold left out.
const noWeights: WordWeights = { anywhere: new Int16Array(), opening: new Int16Array() };
const trainForeign = (leftOuts: readonly (readonly number[])[]): readonly (readonly Tree[])[] => {
  const pages = samples.map((sample, i) => {
    // By fives, or folds would take turns with the ways of writing.
    const rewrite = rewritings[Math.floor(i / foldCount) % rewritings.length] as Rewriting;
    const page = readPage(rewrite(sample.text), "cut");
    const own = labelLines(page, rewrite(sample.gold.body ?? ""));
    return {
      fold: sample.fold,
      sheet: lineFeatures(page, knowledge.phrases.inLines(page), noWeights),
      labels: own,
      weights: weightLines(page, own),
    };
  });
  const table = tableOf(
    pages.map(({ sheet }) => sheet),
    pages.map((page) => page.labels),
    pages.map(({ weights }) => weights),
  );
  const foldOfRow = pages.flatMap((page) => Array<number>(page.labels.length).fill(page.fold));
  return leftOuts.map((leftOut) => {
    const rows = Int32Array.from(foldOfRow.keys()).filter((row) => !leftOut.includes(foldOfRow[row] ?? 0));
    const trees = fitTrees(table, rows, foreignOptions);
    log(`lines of other languages without ${leftOut.join()}`);
    return trees;
  });
};

// 6. Decoding, on pages that no part of the model has seen.
const againForests = againTrees.map((trees) => new Forest(trees));
const bodyOf = ({ page, chance }: Pick<FirstLook, "page" | "chance">): string => {
  const { run, threshold } = likelyRun(chance, page.measures.columns.words);
  return textOf(page, (line) => line >= run.first && line < run.last && (chance[line] ?? 0) > threshold);
};
const textOf = ({ text, lines }: Page, isKept: (line: number) => boolean): string =>
  Array.from({ length: lines.length }, (_, line) => line)
    .filter(isKept)
    .map((line) => text.slice(lines.start[line], lines.end[line]))
    .join("\n");
for (const rendering of ["inner", "wet"]) {
  const scores: Record<"labels" | "first" | "again", Score[]> = { labels: [], first: [], again: [] };
  samples.forEach((sample, i) => {
    const { body } = sample.gold;
    if (sample.rendering !== rendering || !body) return;
    const look = lookAt(sample, lineModel(sample.fold));
    const logits = lookAgain(look, againForests[sample.fold] as Forest);
    const chance = logits.map((logit) => 1 / (1 + Math.exp(-logit)));
    scores.labels.push(
      scoreBody(
        body,
        textOf(look.page, (line) => labels[i]?.[line] === 1),
      ),
    );
    scores.first.push(scoreBody(body, bodyOf(look)));
    scores.again.push(scoreBody(body, bodyOf({ page: look.page, chance })));
  });
  for (const [name, own] of Object.entries(scores))
    console.log(`${name.padEnd(8)} ${rendering.padEnd(6)} ${summarize(own)}`);
}

if (values.out !== undefined) {
  const write = (
    folder: string,
    { weights, trees }: LineModel,
    again: readonly Tree[],
    foreign: readonly Tree[],
  ): void => {
    mkdirSync(folder, { recursive: true });
    const rows = candidates
      .map((word, place) => ({
        word,
        anywhere: weights.anywhere[idOf[place] ?? 0] ?? 0,
        opening: weights.opening[idOf[place] ?? 0] ?? 0,
      }))
      .filter(({ anywhere, opening }) => anywhere !== 0 || opening !== 0);
    writeFileSync(
      join(folder, "body-words.tsv"),
      [
        "surface\tanywhere\topening",
        ...rows.map(({ word, anywhere, opening }) => `${word}\t${anywhere}\t${opening}`),
        "",
      ].join("\n"),
    );
    writeFileSync(
      join(folder, "block-trees.tsv"),
      [
        "stage\tfeatures\tthresholds\tleaves",
        ...trees.map((tree) => writeTree("line", tree)),
        ...foreign.map((tree) => writeTree("foreign", tree)),
        ...again.map((tree) => writeTree("again", tree)),
        "",
      ].join("\n"),
    );
  };
  const [foreign = [], ...foreignTrees] = trainForeign([[], ...folds.map((fold) => [fold])]);
  write(values.out, lineModel(), trainAgain(), foreign);
  folds.forEach((fold) => {
    write(
      join(values.out ?? "", `fold-${fold}`),
      lineModel(fold),
      againTrees[fold] ?? [],
      foreignTrees[fold] ?? [],
    );
  });
  log(`written to ${values.out}`);
}
