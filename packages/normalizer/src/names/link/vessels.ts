import { readTable, Shape, type Vocabulary, WordClasses } from "@readout/model";
import { vesselWords as table } from "../../generated/vessel-words.js";
import type { Passage } from "../../passage.js";
import type { Draft } from "./draft.js";

const PREFIX = 1;
const NOUN = 2;
/** So many tokens before the name a word for a ship may stand. */
const REACH = 8;

export type VesselMarker = (passage: Passage, drafts: readonly Draft[]) => void;

/**
 * Ships bear the names of people and places. "USS Donald Cook" says so itself; "the frigate | Admiral Essen", "landing ships, “| Nikolai
 * Filchenkov”" do by the word before, where an article or a quotation mark stands between that a person would not have.
 */
export const createVesselMarker = (vocabulary: Vocabulary): VesselMarker => {
  const words = new WordClasses(vocabulary);
  for (const { surface, kind } of readTable(table, ["surface", "kind"]))
    words.add(surface, kind === "prefix" ? PREFIX : NOUN);
  const the = vocabulary.add("the");
  const and = vocabulary.add("and");
  return ({ tokens, sentences }, drafts) => {
    let marked: Draft | null = null;
    for (const draft of drafts) {
      const { first, last, sentence } = draft.name;
      if (draft.words.length < 2) continue;
      const from = Math.max(sentences.first[sentence] ?? 0, first - REACH);
      const apart = (token: number): boolean =>
        token >= from && (tokens.word[token] === the || ((tokens.shape[token] ?? 0) & Shape.mark) !== 0);
      const shipBefore = (): boolean => {
        for (let token = first - 1; token >= from; token--)
          if (words.of(tokens.word[token] ?? 0) & NOUN) return true;
        return false;
      };
      const second =
        marked !== null &&
        first - marked.name.last <= 4 &&
        rangeHas(tokens.word, marked.name.last, first, and);
      if (
        words.of(tokens.word[first] ?? 0) & PREFIX ||
        (draft.type === "PER" && apart(first - 1) && (second || shipBefore()) && last > first)
      ) {
        draft.type = "MISC";
        marked = draft;
      }
    }
  };
};

const rangeHas = (words: Int32Array, from: number, to: number, word: number): boolean => {
  for (let token = from; token < to; token++) if (words[token] === word) return true;
  return false;
};
