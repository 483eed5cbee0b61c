import { ChunkKind, type Phrases, VerbFlag } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import { hasInfinitive, isProper, opensClauseBehind } from "./clause.js";
import { areJoined } from "./needs.js";
import type { Tables } from "./tables.js";
import type { Misreading } from "./verb-use.js";

/** "insisted on the radio that nobody knew": where it was said. */
export const isSaidOn: Misreading = ({ phrases, trigger, args, tables: { words, grammar } }) => {
  if (trigger.need?.slot !== words.on) return false;
  const phrase = args.clause.behind.find(({ preposition }) => preposition === words.on)?.phrase ?? -1;
  const { chunks, nouns, tokens } = phrases;
  const next = (nouns.chunk[phrase] ?? -2) + 1;
  const opens = chunks.kind[next] === ChunkKind.subordinator || chunks.kind[next] === ChunkKind.relative;
  const that = opens && tokens.word[chunks.ref[next] ?? 0] === grammar.ids.that;
  return phrase >= 0 && that && isProper(phrases, phrase);
};

/** "is committed to her". */
export const isCommitted: Misreading = ({ trigger, args: { passive, subject }, tables: { words } }) =>
  passive && subject < 0 && trigger.need?.slot === words.to;

/** "defended his record": one's own. */
export const isSelfServing: Misreading = ({
  phrases,
  verb,
  args: { object },
  tables: { lexicon, judge },
}) => {
  if (object < 0 || !lexicon.isSelfServing(phrases.verbs.lemma[verb] ?? -1)) return false;
  const first = phrases.nouns.first[object] ?? 0;
  return phrases.tags[first] === Tag.possessive && !judge.canAct(phrases, object);
};

/** "expressed confidence that". */
export const isOfOpinion: Misreading = ({ phrases, args: { object }, tables }) =>
  object >= 0 &&
  (opensClauseBehind(phrases, phrases.nouns.chunk[object] ?? -2) || isContent(phrases, object, tables));

/** "confidence that": what is said and no side; not "a pact that". */
const isContent = (
  { nouns, chunks, tokens }: Phrases,
  phrase: number,
  { lexicon, grammar }: Tables,
): boolean => {
  const next = (nouns.chunk[phrase] ?? -2) + 1;
  const that =
    chunks.kind[next] === ChunkKind.relative && tokens.word[chunks.ref[next] ?? 0] === grammar.ids.that;
  return that && lexicon.isContent(tokens.word[nouns.head[phrase] ?? 0] ?? -1);
};

/** "agreed with him about the winner", "agreed it was a good plan": a view shared, nothing promised. */
export const isOpinion: Misreading = ({ phrases, verb, args, tables }) => {
  const { lexicon, words } = tables;
  const { verbs, tokens } = phrases;
  if (!lexicon.agrees(verbs.lemma[verb] ?? -1) || areJoined(phrases, args.subject, tables)) return false;
  if (args.object >= 0 || hasInfinitive(phrases, verb)) return false;
  const settles = args.clause.behind.some(
    ({ preposition }) =>
      preposition === words.on || preposition === words.to || preposition === words.between,
  );
  // "agreed to re-open": an infinitive that no list of verbs knows.
  if (settles || tokens.word[verbs.last[verb] ?? 0] === words.to) return false;
  return !promises(phrases, verb, tables);
};

/** Whether what is agreed is to be done: "agreed that both would leave"; not "agreed that he may struggle". */
const promises = ({ verbs, tokens, firstVerb }: Phrases, verb: number, { grammar }: Tables): boolean => {
  const last = firstVerb[(verbs.sentence[verb] ?? 0) + 1] ?? 0;
  const modal = VerbFlag.conditional | VerbFlag.modal | VerbFlag.future;
  for (let at = verb + 1; at < last && at < verb + 3; at++) {
    const word = tokens.word[verbs.first[at] ?? 0] ?? -1;
    if (word === grammar.ids.may || word === grammar.ids.can || word === grammar.ids.might) return false;
    if (verbs.governor[at] === verb && ((verbs.flags[at] ?? 0) & (VerbFlag.infinitive | modal)) !== 0)
      return true;
  }
  return false;
};

/** "declined to comment", "declined requests for an interview": nobody is refused anything but words. */
export const isReply: Misreading = ({
  phrases,
  verb,
  args: { object, clause },
  tables: { lexicon, words },
}) => {
  const { verbs, nouns, tokens, firstVerb } = phrases;
  const [first] = clause.behind;
  const asked = first?.preposition === words.for ? (nouns.head[first.phrase] ?? 0) : -1;
  if (object >= 0 && asked >= 0 && lexicon.isPrivate(tokens.word[asked] ?? -1)) return true;
  const last = firstVerb[(verbs.sentence[verb] ?? 0) + 1] ?? 0;
  const next = verb + 1;
  return (
    (verbs.object[verb] ?? -1) < 0 &&
    next < last &&
    verbs.governor[next] === verb &&
    ((verbs.flags[next] ?? 0) & VerbFlag.infinitive) !== 0 &&
    (lexicon.isReply(verbs.lemma[next] ?? -1) ||
      lexicon.isSilent(verbs.lemma[next] ?? -1, verbs.lemma[verb] ?? -1))
  );
};
