import { Shape, type Tokens, type Vocabulary } from "@readout/model";
import { isHyphen } from "../../knowledge/phrase-reader.js";

export type WordReader = (tokens: Tokens, first: number, last: number) => readonly number[];

/** Reads the word ids by which names are compared: hyphens, a leading "the" and a final 's are left out. */
export const createWordReader = (vocabulary: Vocabulary): WordReader => {
  const the = vocabulary.add("the");
  return (tokens, first, last) => {
    const words: number[] = [];
    for (let token = first; token < last; token++) {
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
