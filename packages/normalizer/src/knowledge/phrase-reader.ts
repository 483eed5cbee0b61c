import { createTokenizer, Shape, Vocabulary } from "@readout/model";

/** Whether a token counts for nothing when phrases are compared: hyphens and dashes ("al-Assad" is "al Assad"). */
export const isHyphen = (text: string, start: number, end: number): boolean => {
  if (end - start !== 1) return false;
  const unit = text.charCodeAt(start);
  return unit === 0x2d || unit === 0x2010 || unit === 0x2011 || unit === 0x2013;
};

/**
 * Reads many written names at once into word ids of a vocabulary, cut as the tokeniser cuts them in running text, hyphens
 * left out. New words enter the vocabulary. Give all names in one call: those with more than plain words cost one pass of
 * the tokeniser together.
 */
export const readPhrases = (
  vocabulary: Vocabulary,
  names: readonly string[],
): readonly (readonly number[])[] => {
  const phrases: (readonly number[])[] = [];
  const rest: number[] = [];
  for (let i = 0; i < names.length; i++) {
    const phrase = plainPhrase(vocabulary, names[i] ?? "");
    phrases.push(phrase ?? []);
    if (phrase === null) rest.push(i);
  }
  if (rest.length === 0) return phrases;
  const texts = rest.map((i) => names[i] ?? "");
  tokenisedPhrases(vocabulary, texts).forEach((phrase, i) => {
    phrases[rest[i] ?? 0] = phrase;
  });
  return phrases;
};

/** The words of a name of unaccented letters with a space or a hyphen between them, which no tokeniser cuts otherwise; else null. */
const plainPhrase = (vocabulary: Vocabulary, name: string): readonly number[] | null => {
  let start = 0;
  for (let at = 0; at <= name.length; at++) {
    const unit = at < name.length ? name.charCodeAt(at) : 0x20;
    if (isLetter(unit)) continue;
    if ((unit !== 0x20 && unit !== 0x2d) || at === start) return null;
    start = at + 1;
  }
  const phrase: number[] = [];
  start = 0;
  for (let at = 1; at <= name.length; at++) {
    if (at < name.length && isLetter(name.charCodeAt(at))) continue;
    phrase.push(vocabulary.add(name.slice(start, at)));
    start = at + 1;
  }
  return phrase;
};

const isLetter = (unit: number): boolean => {
  const small = unit | 0x20;
  return small >= 0x61 && small <= 0x7a;
};

const tokenisedPhrases = (
  vocabulary: Vocabulary,
  names: readonly string[],
): readonly (readonly number[])[] => {
  const scratch = new Vocabulary();
  const text = names.join("\n");
  const ranges: { start: number; end: number }[] = [];
  let at = 0;
  for (const name of names) {
    ranges.push({ start: at, end: at + name.length });
    at += name.length + 1;
  }
  const tokens = createTokenizer(scratch)(text, ranges);
  const known: number[] = [];
  const phrases: number[][] = [];
  let token = 0;
  for (const range of ranges) {
    const phrase: number[] = [];
    for (; token < tokens.length && (tokens.start[token] ?? 0) < range.end; token++) {
      const start = tokens.start[token] ?? 0;
      const end = tokens.end[token] ?? 0;
      if (((tokens.shape[token] ?? 0) & Shape.mark) !== 0 && isHyphen(text, start, end)) continue;
      const word = tokens.word[token] ?? 0;
      let id = known[word];
      if (id === undefined) {
        id = vocabulary.add(scratch.word(word));
        known[word] = id;
      }
      phrase.push(id);
    }
    phrases.push(phrase);
  }
  return phrases;
};

/** The folded words of names, as {@link readPhrases} would enter them. */
export const readWords = (names: readonly string[]): readonly (readonly string[])[] => {
  const scratch = new Vocabulary();
  return readPhrases(scratch, names).map((phrase) => phrase.map((id) => scratch.word(id)));
};
