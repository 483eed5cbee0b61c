import { Shape, type Tokens, type Vocabulary } from "@readout/model";
import { isHyphen } from "../../knowledge/phrase-reader.js";

export type WordReader = (tokens: Tokens, first: number, last: number) => readonly number[];

/**
 * Reads the word ids by which names are compared: hyphens, a leading "the", a final 's and what a hyphen hangs on in lower
 * case ("London-based") are left out.
 */
export const createWordReader = (vocabulary: Vocabulary): WordReader => {
  const the = vocabulary.add("the");
  return (tokens, first, last) => {
    const words: number[] = [];
    let end = last;
    if (isAdjectival(tokens, first, last)) end = last - 2;
    for (let token = first; token < end; token++) {
      const shape = tokens.shape[token] ?? 0;
      const word = tokens.word[token] ?? 0;
      if (token === first && word === the && last - first > 1) continue;
      if ((shape & Shape.clitic) !== 0 && token === last - 1) continue;
      if (
        (shape & Shape.mark) !== 0 &&
        isHyphen(tokens.text, tokens.start[token] ?? 0, tokens.end[token] ?? 0)
      )
        continue;
      words.push(word);
    }
    return words;
  };
};

/** Whether a name ends in a hyphen and a word in lower case: "London-based". */
export const isAdjectival = (tokens: Tokens, first: number, last: number): boolean =>
  last - first > 2 && isHyphenToken(tokens, last - 2) && isLower(tokens, last - 1);

const isHyphenToken = (tokens: Tokens, token: number): boolean =>
  isHyphen(tokens.text, tokens.start[token] ?? 0, tokens.end[token] ?? 0);

const isLower = (tokens: Tokens, token: number): boolean =>
  ((tokens.shape[token] ?? 0) & (Shape.letter | Shape.capital | Shape.space)) === Shape.letter;
