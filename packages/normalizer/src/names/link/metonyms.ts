import { readTable, Shape, type Tokens, type Vocabulary, WordClasses } from "@readout/model";
import { metonymCues as table } from "../../generated/metonym-cues.js";
import type { Knowledge } from "../../knowledge/knowledge.js";
import { AliasForm } from "../../knowledge/known-entity.js";
import type { Passage } from "../../passage.js";
import type { Draft } from "./draft.js";

const VERB = 1;
const POSSESSION = 2;
const LOCATIVE = 4;
const bits: Readonly<Record<string, number>> = { verb: VERB, possession: POSSESSION, locative: LOCATIVE };

export type MetonymMarker = (passage: Passage, drafts: readonly Draft[]) => void;

/**
 * Seats of government used for the government: subject of a verb of saying or wanting ("Moscow denied"), owner of a
 * policy ("Moscow's support"), beside another one ("Washington and Moscow agreed"). Not after a preposition of place ("in
 * Moscow"). The mention then is the state, form `metonym`.
 */
export const createMetonymMarker = (vocabulary: Vocabulary, knowledge: Knowledge): MetonymMarker => {
  const cues = new WordClasses(vocabulary);
  for (const { surface, kind } of readTable(table, ["surface", "kind"])) cues.add(surface, bits[kind] ?? 0);
  const and = vocabulary.add("and");
  const acts = (tokens: Tokens, draft: Draft): boolean => {
    const { first, last } = draft.name;
    if (first > 0 && cues.of(tokens.word[first - 1] ?? 0) & LOCATIVE) return false;
    const shape = tokens.shape[last] ?? 0;
    const word = tokens.word[last] ?? 0;
    if (shape & Shape.clitic) return (cues.of(tokens.word[last + 1] ?? 0) & POSSESSION) !== 0;
    if (shape & Shape.capital) return false;
    if (cues.of(word) & VERB) return true;
    // "Moscow has denied", "Moscow would not accept": one helping word may stand between.
    return helping.has(word) && (cues.of(tokens.word[last + 1] ?? 0) & VERB) !== 0;
  };
  const helping = new Set(
    ["has", "have", "had", "also", "will", "would", "is", "was"].map((word) => vocabulary.add(word)),
  );
  return ({ tokens }, drafts) => {
    drafts.forEach((draft, i) => {
      const state = seatOf(knowledge, draft);
      if (state < 0) return;
      const next = drafts[i + 1];
      const joined =
        next !== undefined &&
        next.name.first === draft.name.last + 1 &&
        tokens.word[draft.name.last] === and &&
        seatOf(knowledge, next) >= 0;
      if (!acts(tokens, draft) && !(joined && acts(tokens, next))) return;
      if (joined && draft.name.first > 0 && cues.of(tokens.word[draft.name.first - 1] ?? 0) & LOCATIVE)
        return;
      draft.known = state;
      draft.form = "metonym";
      draft.certainty = Math.min(draft.certainty, 0.85);
    });
  };
};

/** The state whose government sits at a linked place, or -1. */
const seatOf = (knowledge: Knowledge, draft: Draft): number => {
  if (draft.form !== "name" || knowledge.entities.at(draft.known)?.kind !== "place") return -1;
  const country = knowledge.entities.at(draft.known)?.country;
  for (const value of knowledge.names.valuesOf(draft.words)) {
    const alias = knowledge.aliases.at(value);
    if (alias?.form === AliasForm.metonym && knowledge.entities.at(alias.entity)?.country === country)
      return alias.entity;
  }
  return -1;
};
