/**
 * Collects the names of a machine-tagged corpus and those of lexicon/names/listed-names.tsv into data/names/gazetteer.bin.gz:
 *
 *     npx tsx --conditions=@readout/source packages/normalizer/scripts/names/mine-gazetteer.ts CORPORA/gmb.silver.conll
 *
 * Titles that such tags take into a person's name are cut off; a name keeps each type that at least a quarter of its
 * occurrences have.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { createTokenizer, readTable, type Tokens, Vocabulary } from "@readout/model";
import { listedNames } from "../../src/generated/listed-names.js";
import { isHyphen } from "../../src/knowledge/phrase-reader.js";
import { coarseTypes } from "../../src/names/tagger/labels.js";
import { MINED_REACH, phraseHash } from "../../src/names/tagger/mined-names.js";
import { WordCases } from "../../src/names/tagger/word-cases.js";
import { WordFeatures } from "../../src/names/tagger/word-features.js";
import { createTitleFinder } from "../../src/names/titles.js";
import { readCorpus } from "./corpus.js";

const SHARE = 0.25;
const path = process.argv[2];
if (path === undefined) throw new Error("usage: mine-gazetteer.ts CORPUS");
const vocabulary = new Vocabulary();
const titles = createTitleFinder(vocabulary);
const words = new WordFeatures(vocabulary, new WordCases(new Uint8Array()));
const tokenize = createTokenizer(vocabulary);

/** Hash of the words of `[first, end)`, hyphens left out, and their number. */
const hashPhrase = (tokens: Tokens, first: number, end: number): { hash: number; length: number } => {
  let hash = 0;
  let length = 0;
  for (let i = first; i < end; i++) {
    if (i > first && isHyphen(tokens.text, tokens.start[i] ?? 0, tokens.end[i] ?? 0)) continue;
    words.fill(tokens, i);
    hash = phraseHash(hash, words.hash(tokens.word[i] ?? 0));
    length++;
  }
  return { hash, length };
};

const counts = new Map<number, number[]>();
for (const document of readCorpus(path)) {
  const tokens = tokenize(document.text);
  words.beginDocument();
  let token = 0;
  for (const span of document.spans) {
    while (token < tokens.length && (tokens.end[token] ?? 0) <= span.start) token++;
    let end = token;
    while (end < tokens.length && (tokens.start[end] ?? 0) < span.end) end++;
    const type = (coarseTypes as readonly string[]).indexOf(span.type);
    let first = token;
    if (span.type === "PER")
      for (
        let t = titles.at(tokens, first, end);
        t !== null && t.last < end;
        t = titles.at(tokens, first, end)
      )
        first = t.last;
    const { hash, length } = hashPhrase(tokens, first, end);
    if (
      type < 0 ||
      length === 0 ||
      length > MINED_REACH ||
      !/\p{Lu}/u.test(document.text.slice(tokens.start[first], span.end))
    )
      continue;
    const count = counts.get(hash) ?? coarseTypes.map(() => 0);
    count[type] = (count[type] ?? 0) + 1;
    counts.set(hash, count);
  }
}
/** Bits of the types that a name is listed as, by its hash. */
const listed = new Map<number, number>();
for (const { surface, type } of readTable(listedNames, ["surface", "type", "kind"])) {
  const tokens = tokenize(surface);
  words.beginDocument();
  const { hash, length } = hashPhrase(tokens, 0, tokens.length);
  const at = (coarseTypes as readonly string[]).indexOf(type);
  if (at < 0 || length === 0 || length > MINED_REACH) throw new Error(`listed-names.tsv: ${surface} ${type}`);
  listed.set(hash, (listed.get(hash) ?? 0) | (1 << (coarseTypes.length + at)));
  if (!counts.has(hash))
    counts.set(
      hash,
      coarseTypes.map(() => 0),
    );
}
const entries = [...counts].sort(([a], [b]) => (a >>> 0) - (b >>> 0));
const packed = new Uint8Array(4 + entries.length * 5);
const view = new DataView(packed.buffer);
view.setUint32(0, entries.length, true);
entries.forEach(([hash, count], i) => {
  const total = count.reduce((sum, n) => sum + n, 0);
  view.setInt32(4 + i * 4, hash, true);
  packed[4 + entries.length * 4 + i] = count.reduce(
    (bits, n, type) => (n > 0 && n >= total * SHARE ? bits | (1 << type) : bits),
    listed.get(hash) ?? 0,
  );
});
const folder = new URL("../../data/names/", import.meta.url).pathname;
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}gazetteer.bin.gz`, gzipSync(packed, { level: 9 }));
console.log(`${entries.length} names`);
