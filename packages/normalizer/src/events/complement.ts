import { type Phrases, VerbFlag } from "../grammar/phrases.js";
import { verbFlags } from "./clause.js";
import type { Draft } from "./draft.js";
import type { ComplementKind } from "./event-lexicon.js";
import type { Tables } from "./tables.js";

/** The infinitive or -ing form that hangs on another verb, with the drafts that both have by themselves. */
export type Complement = Readonly<{
  phrases: Phrases;
  /** The verb group that hangs on the other, and that other. */
  verb: number;
  governor: number;
  gerund: boolean;
  inner: Draft | null;
  outer: Draft | null;
  /** What the governor makes of its complements. */
  kinds: readonly ComplementKind[];
  tables: Tables;
}>;

/** The kinds of complement that a verb takes, adjectives behind its copula included ("was willing to"). */
export const kindsOf = (phrases: Phrases, verb: number, { lexicon }: Tables): readonly ComplementKind[] => {
  const { verbs, tokens } = phrases;
  const own = lexicon.complementsOf(verbs.lemma[verb] ?? -1);
  if ((verbFlags(phrases, verb) & VerbFlag.copula) === 0) {
    const participle = (verbFlags(phrases, verb) & VerbFlag.passive) !== 0;
    return participle ? [...own, ...lexicon.complementsOf(tokens.word[verbs.head[verb] ?? 0] ?? -1)] : own;
  }
  const end = verbs.last[verb] ?? 0;
  for (let at = end; at < end + 3 && at < tokens.length; at++) {
    const kinds = lexicon.complementsOf(tokens.word[at] ?? -1);
    if (kinds.includes("ready")) return kinds;
    if (kinds.includes("commit") || kinds.includes("unsure") || kinds.includes("avoid")) return kinds;
  }
  return own;
};
