import type { Vocabulary } from "@readout/model";
import type { Knowledge } from "../../knowledge/knowledge.js";
import { AliasForm } from "../../knowledge/known-entity.js";
import type { Passage } from "../../passage.js";
import type { Draft } from "./draft.js";

/** Shorter words have too many neighbours: Chad and Chat. */
const SHORTEST = 6;

/** Names and their entities, by first letter. */
type Targets = ReadonlyMap<number, ReadonlyMap<string, number>>;
export type NearMissLinker = (passage: Passage, drafts: readonly Draft[]) => void;

/**
 * Links single words that are one slip away from the name of a state or its capital: "Britian", "Afganistan". The slip is
 * a letter too much, too few, another one, or two in the wrong order; the first letter must stand, and a word that any
 * lexicon knows is no slip.
 */
export const createNearMissLinker = (vocabulary: Vocabulary, knowledge: Knowledge): NearMissLinker => {
  let targets: Targets | undefined;
  return ({ text }, drafts) => {
    for (const draft of drafts) {
      const [word = 0] = draft.words;
      if (draft.known >= 0 || draft.same >= 0 || draft.words.length !== 1 || word < vocabulary.size) continue;
      const surface = text.slice(draft.name.start, draft.name.end).toLowerCase();
      if (surface.length < SHORTEST) continue;
      targets ??= readTargets(knowledge);
      for (const [target, entity] of targets.get(surface.charCodeAt(0)) ?? []) {
        if (!isOneSlip(surface, target)) continue;
        draft.known = entity;
        draft.certainty = 0.8;
        draft.type = "LOC";
        break;
      }
    }
  };
};

const readTargets = (knowledge: Knowledge): Targets => {
  const targets = new Map<number, Map<string, number>>();
  for (const { name, entity, form } of knowledge.aliases) {
    if (form !== AliasForm.name) continue;
    const known = knowledge.entities.at(entity);
    const wanted = known?.kind === "state" || (known?.kind === "place" && known.sort === "capital");
    if (!wanted || name.length < SHORTEST || name.includes(" ")) continue;
    const key = name.toLowerCase();
    const same = targets.get(key.charCodeAt(0)) ?? new Map<string, number>();
    targets.set(key.charCodeAt(0), same.set(key, entity));
  }
  return targets;
};

/** Whether two words differ by one insertion, deletion, substitution or swap of neighbours. */
export const isOneSlip = (a: string, b: string): boolean => {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let endA = a.length;
  let endB = b.length;
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  if (endA - from <= 1 && endB - from <= 1) return true;
  return endA - from === 2 && endB - from === 2 && a[from] === b[from + 1] && a[from + 1] === b[from];
};
