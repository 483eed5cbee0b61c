import { ChunkKind, NounFlag, type Phrases, VerbFlag } from "../grammar/phrases.js";
import { isBlamed } from "./blame.js";
import { isPronoun, verbFlags } from "./clause.js";
import { type Draft, draftOfComplement, isConflict } from "./draft.js";
import type { Tables } from "./tables.js";

/**
 * "Rome said the rebels must leave", "demanded that the mayor resign": asks the subject of the clause, which is no event of its
 * own. The clause's verb is absorbed. A draft is given where the verb of saying had none.
 */
export const readDemand = (
  phrases: Phrases,
  verb: number,
  byVerb: ReadonlyMap<number, Draft>,
  tables: Tables,
): Draft | null => {
  const { lexicon, grammar, judge } = tables;
  const { verbs } = phrases;
  const flags = verbFlags(phrases, verb);
  const governor = verbs.governor[verb] ?? -1;
  const subject = verbs.subject[verb] ?? -1;
  const asked = (flags & VerbFlag.finite) !== 0 || isBe(phrases, verb, tables);
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
  if (outer === null && acts && grammar.takesClause(lemma) && isBlamed(phrases, verb, tables)) {
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
  if (!must && !isSubjunctive(phrases, verb, governor, subject, tables)) return null;
  if (lexicon.isOpining(lemma)) return null;
  const asks = grammar.takesClause(lemma) || lexicon.complementsOf(lemma).includes("demand");
  if (outer !== null || !asks || !acts) return null;
  if (inner !== null) inner.absorbed = true;
  return draftOfComplement(phrases, governor, "REQUEST", speaker, [subject], "request/must");
};

/** "demanded that the mayor resign": a bare verb in the clause of a verb of asking. */
const isSubjunctive = (
  phrases: Phrases,
  verb: number,
  governor: number,
  subject: number,
  tables: Tables,
): boolean => {
  const { lexicon, grammar } = tables;
  const { verbs, nouns, tokens } = phrases;
  if (!lexicon.complementsOf(verbs.lemma[governor] ?? -1).includes("demand")) return false;
  const head = verbs.head[verb] ?? 0;
  // "recommended that Oslo be admitted".
  if (isBe(phrases, verb, tables)) return true;
  if (head !== (verbs.first[verb] ?? 0) || !grammar.isBase(tokens.word[head] ?? -1)) return false;
  const plural = (nouns.flags[subject] ?? 0) & NounFlag.plural;
  // "suggested that voters cling": of several that is how they are, where the verb may say so.
  const states = lexicon.complementsOf(verbs.lemma[governor] ?? -1).includes("state");
  return (
    ((verbs.flags[verb] ?? 0) & VerbFlag.past) === 0 &&
    (plural === 0 || (!states && opensWithThat(phrases, subject, tables)))
  );
};

const isBe = ({ verbs, tokens }: Phrases, verb: number, { grammar }: Tables): boolean => {
  return tokens.word[verbs.first[verb] ?? 0] === grammar.ids.be;
};

const opensWithThat = ({ nouns, chunks, tokens }: Phrases, subject: number, { grammar }: Tables): boolean => {
  const before = (nouns.chunk[subject] ?? 0) - 1;
  return (
    before >= 0 &&
    chunks.kind[before] === ChunkKind.subordinator &&
    tokens.word[chunks.ref[before] ?? 0] === grammar.ids.that
  );
};
