import type { Phrases } from "../grammar/phrases.js";
import { antecedent } from "./antecedent.js";
import { compose } from "./compose.js";
import { createConcernedReader } from "./concerned.js";
import type { Draft, Holds } from "./draft.js";
import { findNounEvent } from "./noun-events.js";
import type { Tables } from "./tables.js";
import { findVerbEvent } from "./verb-events.js";

export type DraftFinder = Readonly<{
  /**
   * The events that the verbs and nouns of a sentence tell, in text order. Where several rows fit a verb, the first whose draft `holds`
   * is taken.
   */
  find: (phrases: Phrases, sentence: number, holds: Holds) => readonly Draft[];
}>;

/** Finds the verbs of a sentence that tell events, what the verbs above make of them, and the nouns that tell others. */
export const createDraftFinder = (tables: Tables): DraftFinder => {
  const { words, grammar, judge } = tables;
  const concerned = createConcernedReader(words, judge);
  return {
    find: (phrases, sentence, holds) => {
      const all = draftsOfVerbs(phrases, sentence, holds);
      const told = all.filter((draft) => !draft.absorbed);
      // "was given asylum": the verb tells what its object names.
      const objects = new Set(
        all.flatMap(({ verb }) => (verb >= 0 ? [phrases.verbs.object[verb] ?? -1] : [])),
      );
      const named = draftsOfNouns(phrases, sentence, told, objects);
      for (const draft of told) {
        draft.actors = draft.actors.map((phrase) => antecedent(phrases, grammar, draft.verb, phrase));
        draft.recipients = draft.recipients.filter((phrase) => !draft.actors.includes(phrase));
        const side = concerned.read(phrases, draft);
        // What is no event without them is none with them.
        if (side >= 0 && holds(draft)) draft.recipients = [...draft.recipients, side];
      }
      return [...told, ...named].sort((a, b) => a.first - b.first);
    },
  };

  function draftsOfVerbs(phrases: Phrases, sentence: number, holds: Holds): readonly Draft[] {
    const drafts: Draft[] = [];
    for (let verb = phrases.firstVerb[sentence] ?? 0; verb < (phrases.firstVerb[sentence + 1] ?? 0); verb++) {
      const draft = findVerbEvent(phrases, verb, holds, tables);
      if (draft !== null) drafts.push(draft);
    }
    compose(phrases, sentence, drafts, tables);
    return drafts;
  }

  function draftsOfNouns(
    phrases: Phrases,
    sentence: number,
    told: readonly Draft[],
    objects: ReadonlySet<number>,
  ): readonly Draft[] {
    const drafts: Draft[] = [];
    const sides = new Set(told.flatMap(sidesTold));
    const byVerb = new Map(told.map((draft) => [draft.verb, draft]));
    for (let noun = phrases.firstNoun[sentence] ?? 0; noun < (phrases.firstNoun[sentence + 1] ?? 0); noun++) {
      if (objects.has(noun)) continue;
      const draft = findNounEvent(phrases, noun, byVerb, tables);
      // "met for a meeting with": the verb has told it.
      if (draft !== null && !sidesTold(draft).some((side) => sides.has(side))) drafts.push(draft);
    }
    return drafts;
  }
};

/** The type of an event with each of its sides: a verb and a noun of one sentence that have one of these in common tell one event. */
const sidesTold = ({ type, actors, recipients }: Draft): readonly string[] =>
  [...actors, ...recipients].map((side) => `${type} ${side}`);
