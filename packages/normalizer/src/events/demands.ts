import { type Phrases, VerbFlag } from "../grammar/phrases.js";
import type { GrammarWords } from "../grammar/words.js";
import type { ActorJudge } from "./actors.js";
import { isPronoun, verbFlags } from "./clause.js";
import type { ComplementSigns } from "./complement-signs.js";
import { type Draft, draftOfComplement, isConflict } from "./draft.js";
import type { EventLexicon } from "./event-lexicon.js";

/** What a verb of saying makes of a clause that says what must be, or who is to blame. */
export type DemandReader = Readonly<{
  read: (phrases: Phrases, verb: number, byVerb: ReadonlyMap<number, Draft>) => Draft | null;
}>;

export const createDemandReader = (
  lexicon: EventLexicon,
  grammar: GrammarWords,
  judge: ActorJudge,
  signs: ComplementSigns,
): DemandReader => {
  return { read: readDemand };

  /**
   * "Rome said the rebels must leave", "demanded that the mayor resign": asks the subject of the clause, which is no event of its
   * own. The clause's verb is absorbed. A draft is given where the verb of saying had none.
   */
  function readDemand(phrases: Phrases, verb: number, byVerb: ReadonlyMap<number, Draft>): Draft | null {
    const { verbs } = phrases;
    const flags = verbFlags(phrases, verb);
    const governor = verbs.governor[verb] ?? -1;
    const subject = verbs.subject[verb] ?? -1;
    const asked = (flags & VerbFlag.finite) !== 0 || signs.isBe(phrases, verb);
    if (governor < 0 || !asked || subject < 0 || isPronoun(phrases, subject)) return null;
    const speaker = verbs.subject[governor] ?? -1;
    if (speaker < 0 || speaker === subject) return null;
    const outer = byVerb.get(governor) ?? null;
    const inner = byVerb.get(verb) ?? null;
    if (outer !== null && outer.type === "REQUEST") {
      outer.recipients = [subject];
      if (inner !== null) inner.absorbed = true;
      return null;
    }
    const lemma = verbs.lemma[governor] ?? -1;
    const acts = judge.canAct(phrases, subject) && judge.canAct(phrases, speaker);
    if (outer === null && acts && grammar.takesClause(lemma) && signs.isBlamed(phrases, verb)) {
      if (inner !== null) inner.absorbed = true;
      const rule = "accuse/blamed";
      return { ...draftOfComplement(phrases, governor, "ACCUSE", speaker, [subject], rule), mode: "allege" };
    }
    // "claimed that Rome had bombed the port".
    const harmful = inner !== null && isConflict(inner.type) && inner.actors.includes(subject);
    if (outer === null && acts && harmful && lexicon.isAlleging(lemma)) {
      inner.status = "disputed";
      const rule = "accuse/claimed";
      return { ...draftOfComplement(phrases, governor, "ACCUSE", speaker, [subject], rule), mode: "allege" };
    }
    const modal = phrases.tokens.word[verbs.first[verb] ?? 0] ?? -1;
    const must = modal === grammar.ids.must || modal === grammar.ids.should;
    if (!must && !signs.isSubjunctive(phrases, verb, governor, subject)) return null;
    if (lexicon.isOpining(lemma)) return null;
    const asks = grammar.takesClause(lemma) || lexicon.complementsOf(lemma).includes("demand");
    if (outer !== null || !asks || !acts) return null;
    if (inner !== null) inner.absorbed = true;
    return draftOfComplement(phrases, governor, "REQUEST", speaker, [subject], "request/must");
  }
};
