/**
 * Counts how words are written inside sentences and writes data/names/word-cases.bin.gz:
 *
 *     npx tsx --conditions=@readout/source packages/normalizer/scripts/names/count-cases.ts CORPORA
 *
 * CORPORA holds names/gmb.silver.conll, quotes/polnear/train/text/*.txt and pages/wcxb_dev/inner/*.txt: no hand-tagged text of
 * training is among them, so that its words are no better known than those of any other text.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { createSentenceSplitter, createTokenizer, Shape, Vocabulary } from "@readout/model";
import { Casing, casingOf } from "../../src/names/tagger/document-evidence.js";
import { CASE_HASH_BITS, FREQUENT, WordCase, WordCases } from "../../src/names/tagger/word-cases.js";
import { WordFeatures } from "../../src/names/tagger/word-features.js";
import { readCorpus } from "./corpus.js";
import { linesOf } from "./evaluate.js";

/** Words seen less often are left out. */
const FEWEST = 3;
const OFTEN = 40;
const corpora = process.argv[2];
if (corpora === undefined) throw new Error("usage: count-cases.ts CORPORA");

const textsOf = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8"));

const vocabulary = new Vocabulary();
const tokenize = createTokenizer(vocabulary);
const split = createSentenceSplitter(vocabulary);
const words = new WordFeatures(vocabulary, new WordCases(new Uint8Array()));
/** Times in small letters and with a capital, by the kept bits of the hash. */
const counts = new Map<number, { small: number; capital: number }>();
for (const text of [
  ...readCorpus(join(corpora, "names", "gmb.silver.conll")).map((document) => document.text),
  ...textsOf(join(corpora, "quotes", "polnear", "train", "text")),
  ...textsOf(join(corpora, "pages", "wcxb_dev", "inner")),
]) {
  const blocks = linesOf(text);
  const tokens = tokenize(text, blocks);
  const sentences = split(tokens, blocks);
  words.beginDocument();
  for (let s = 0; s < sentences.length; s++) {
    const first = sentences.first[s] ?? 0;
    const last = sentences.last[s] ?? 0;
    if (last - first < 6 || casingOf(tokens, first, last) !== Casing.running) continue;
    for (let token = first + 1; token < last; token++) {
      const shape = tokens.shape[token] ?? 0;
      const before = tokens.shape[token - 1] ?? 0;
      if ((shape & Shape.letter) === 0 || (shape & (Shape.clitic | Shape.address)) !== 0) continue;
      if ((before & (Shape.letter | Shape.number)) === 0) continue;
      words.fill(tokens, token);
      const hash = words.hash(tokens.word[token] ?? 0) >>> (32 - CASE_HASH_BITS);
      const count = counts.get(hash) ?? { small: 0, capital: 0 };
      if ((shape & (Shape.capital | Shape.upper | Shape.mixed)) === 0) count.small++;
      else count.capital++;
      counts.set(hash, count);
    }
  }
}

const caseOf = ({ small, capital }: { small: number; capital: number }): number => {
  const share = capital / (small + capital);
  const kind =
    share < 0.02
      ? WordCase.small
      : share < 0.2
        ? WordCase.mostlySmall
        : share < 0.8
          ? WordCase.mixed
          : WordCase.capital;
  return kind + (small + capital >= OFTEN ? FREQUENT : 0);
};
const entries = [...counts]
  .filter(([hash, { small, capital }]) => hash !== 0 && small + capital >= FEWEST)
  .sort(([a], [b]) => a - b);
const bytes: number[] = [];
let before = 0;
for (const [hash] of entries) {
  let rest = hash - before;
  before = hash;
  for (; rest >= 0x80; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest);
}
const packed = new Uint8Array(4 + entries.length + bytes.length);
new DataView(packed.buffer).setUint32(0, entries.length, true);
packed.set(
  entries.map(([, count]) => caseOf(count)),
  4,
);
packed.set(bytes, 4 + entries.length);
const compressed = gzipSync(packed, { level: 9 });
writeFileSync(new URL("../../data/names/word-cases.bin.gz", import.meta.url), compressed);
console.log(`${entries.length} words, ${compressed.length} bytes`);
