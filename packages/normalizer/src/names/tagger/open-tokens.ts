import { readTable, Shape, type Tokens, type Vocabulary, WordClasses } from "@readout/model";
import { innerWords as table } from "../../generated/inner-words.js";
import { isHyphen } from "../../knowledge/phrase-reader.js";

const INNER = 1;
const PARTICLE = 2;
/** At most this many inner words stand between two capitalised ones of a name: "Ministry of the and …" needs 2. */
const GAP = 3;

/** Marks which tokens of `[first, last)` can be part of a name: `open[token - first]` becomes 1 or 0. */
export type OpenTokenMarker = (tokens: Tokens, first: number, last: number, open: Uint8Array) => void;

/**
 * Most tokens can be no name and are never decoded. Open are: words with a capital; numbers beside one ("Boeing 747"); what
 * hangs on one by a hyphen ("German-born", "pro-Russian"); up to three inner words (of, the, de, &) between two of them; and
 * a particle before one ("al-Assad", "van Gogh").
 */
export const createOpenTokenMarker = (vocabulary: Vocabulary): OpenTokenMarker => {
  const words = new WordClasses(vocabulary);
  for (const { surface, kind } of readTable(table, ["surface", "kind"]))
    words.add(surface, kind === "particle" ? INNER | PARTICLE : INNER);
  return (tokens, first, last, open) => {
    let lastCore = -1;
    for (let token = first; token < last; token++) {
      const at = token - first;
      const shape = tokens.shape[token] ?? 0;
      open[at] = 0;
      if (isCore(shape)) {
        open[at] = 1;
        const gap = token - lastCore - 1;
        if (lastCore >= first && gap > 0 && gap <= GAP && allInner(tokens, words, lastCore + 1, token))
          for (let i = lastCore + 1; i < token; i++) open[i - first] = 1;
        else openBackward(tokens, words, first, token, open);
        lastCore = token;
      } else if (token === lastCore + 1 && lastCore >= first) {
        if (shape & Shape.digit) open[at] = 1;
      } else if (
        token === lastCore + 2 &&
        lastCore >= first &&
        (shape & (Shape.letter | Shape.digit)) !== 0
      ) {
        // German-born, P5+1: glued on both sides of a mark; Suk - yeol, Be’ er Sheva: some archives put spaces round
        // every hyphen and after every apostrophe.
        const before = tokens.shape[token - 1] ?? 0;
        if (
          (before & Shape.mark) !== 0 &&
          (((before | shape) & Shape.space) === 0 ||
            isHyphenToken(tokens, token - 1) ||
            ((before & Shape.space) === 0 && isApostrophe(tokens, token - 1)))
        ) {
          open[at] = 1;
          open[at - 1] = 1;
        }
      }
    }
  };
};

const isHyphenToken = (tokens: Tokens, token: number): boolean =>
  isHyphen(tokens.text, tokens.start[token] ?? 0, tokens.end[token] ?? 0);

const isApostrophe = (tokens: Tokens, token: number): boolean => {
  const unit = tokens.text.charCodeAt(tokens.start[token] ?? 0);
  return unit === 0x2019 || unit === 0x27;
};

const isCore = (shape: number): boolean =>
  (shape & (Shape.capital | Shape.upper | Shape.mixed)) !== 0 && (shape & Shape.address) === 0;

const allInner = (tokens: Tokens, words: WordClasses, from: number, to: number): boolean => {
  for (let token = from; token < to; token++) {
    const shape = tokens.shape[token] ?? 0;
    if (shape & Shape.digit) continue;
    const glued = (shape & Shape.space) === 0 && ((tokens.shape[token + 1] ?? 0) & Shape.space) === 0;
    if (!glued && words.of(tokens.word[token] ?? 0) === 0) return false;
  }
  return true;
};

/** What stands before a capitalised word and may belong to it: a number, a particle, a glued prefix. */
const openBackward = (
  tokens: Tokens,
  words: WordClasses,
  first: number,
  core: number,
  open: Uint8Array,
): void => {
  let token = core - 1;
  let glued = ((tokens.shape[core] ?? 0) & Shape.space) === 0;
  if (token >= first && glued && ((tokens.shape[token] ?? 0) & Shape.mark) !== 0 && token > first) {
    const mark = tokens.shape[token] ?? 0;
    const before = tokens.shape[token - 1] ?? 0;
    if ((mark & Shape.space) === 0 && (before & (Shape.letter | Shape.digit)) !== 0) {
      open[token - first] = 1;
      open[token - 1 - first] = 1;
      token -= 2;
    }
    glued = false;
  }
  for (let n = 0; n < 2 && token >= first; n++, token--) {
    const shape = tokens.shape[token] ?? 0;
    const particle = (words.of(tokens.word[token] ?? 0) & PARTICLE) !== 0;
    if (!particle && (shape & Shape.digit) === 0) break;
    open[token - first] = 1;
  }
};
