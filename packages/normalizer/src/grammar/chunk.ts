import { Shape } from "@readout/model";
import type { PhraseColumns } from "./phrase-columns.js";
import { ChunkKind, NounFlag, VerbFlag } from "./phrases.js";
import { isNominalTag, isVerbTag, Tag } from "./tags.js";
import { ContentWord, type GrammarWords } from "./words.js";

/** Groups the tagged tokens of one sentence into noun phrases, verb groups and the marks between them. */
export const chunkSentence = (
  columns: PhraseColumns,
  words: GrammarWords,
  first: number,
  last: number,
): void => {
  const { tags } = columns;
  let at = first;
  while (at < last) {
    const tag = tags[at] ?? 0;
    if (isNominalTag(tag) && tag !== Tag.genitive) at = nounPhrase(columns, words, at, last);
    else if (isVerbal(tag) || (tag === Tag.negation && at + 1 < last && isVerbal(tags[at + 1] ?? 0)))
      at = verbGroup(columns, words, at, last);
    else {
      columns.addChunk(kindOf(tag), at);
      at = tag === Tag.preposition ? governedFrom(columns, at + 1, last) : at + 1;
    }
  }
};

/**
 * Where what a preposition governs begins: behind the adverbs before a noun phrase, "to more than 2,000 villages", "for nearly all of them". The
 * token given, where no noun phrase comes.
 */
const governedFrom = ({ tags }: PhraseColumns, from: number, last: number): number => {
  let at = from;
  while (at < last && tags[at] === Tag.adverb) at++;
  const tag = tags[at] ?? 0;
  return at < last && isNominalTag(tag) && tag !== Tag.genitive ? at : from;
};

const isVerbal = (tag: number): boolean => isVerbTag(tag) || (tag >= Tag.modal && tag <= Tag.to);

const kindOf = (tag: number): number => {
  switch (tag) {
    case Tag.preposition:
      return ChunkKind.preposition;
    case Tag.subordinator:
      return ChunkKind.subordinator;
    case Tag.relative:
      return ChunkKind.relative;
    case Tag.conjunction:
      return ChunkKind.conjunction;
    case Tag.comma:
      return ChunkKind.comma;
    case Tag.stop:
      return ChunkKind.stop;
    case Tag.quote:
      return ChunkKind.quote;
    case Tag.open:
      return ChunkKind.open;
    case Tag.close:
      return ChunkKind.close;
    default:
      return ChunkKind.other;
  }
};

const isHead = (tag: number): boolean =>
  tag === Tag.noun || tag === Tag.proper || tag === Tag.time || tag === Tag.number;

/** Reads one noun phrase at `first`; gives the token after it. */
const nounPhrase = (columns: PhraseColumns, words: GrammarWords, first: number, last: number): number => {
  const { tags } = columns;
  const opening = tags[first] ?? 0;
  if (opening === Tag.pronoun || opening === Tag.object) {
    return addPhrase(columns, words, first, first + 1, first, -1);
  }
  let possessor = -1;
  let head = -1;
  // 'Hold "Intense" Talk': the mark before the phrase opened a quotation that ends inside it.
  let quoted = first > 0 && tags[first - 1] === Tag.quote;
  let at = first;
  for (; at < last; at++) {
    const tag = tags[at] ?? 0;
    if (tag === Tag.genitive) {
      if (head < 0) break;
      possessor = columns.addNoun(
        possessor < 0 ? first : (columns.nouns.first[possessor] ?? first),
        at,
        head,
        flagsOf(columns, words, first, head),
      );
      head = -1;
      continue;
    }
    if (tag === Tag.glue) continue;
    // A quotation mark before a noun: the "reset" policy.
    if (tag === Tag.quote && (quoted || (head < 0 && at > first)) && isNominalTag(tags[at + 1] ?? 0)) {
      quoted = !quoted;
      continue;
    }
    // "a very public rebuke", "the daily newspaper".
    if (tag === Tag.adverb && head < 0 && at > first && at + 1 < last && isNominalTag(tags[at + 1] ?? 0))
      continue;
    if (at > first && isMisread(columns, words, at, head)) {
      tags[at] = tags[at] === Tag.preposition ? Tag.adjective : Tag.noun;
      if (tags[at] === Tag.noun) head = at;
      continue;
    }
    if (!isNominalTag(tag) || tag === Tag.pronoun || tag === Tag.object) break;
    if (at > first && (tag === Tag.determiner || tag === Tag.possessive)) {
      if (tags[at - 1] !== Tag.determiner) break;
      continue;
    }
    // "Monday Mr. Lavrov", "the rebels Thursday": a time ends one phrase and begins another.
    if (head >= 0 && (tag === Tag.time) !== (tags[head] === Tag.time) && !timeJoins(columns, head, at)) break;
    // "In a speech Obama said": a name behind a noun with "a" begins a phrase.
    const lead = first > 0 && tags[first - 1] === Tag.preposition && isIndefinite(columns, words, first);
    if (lead && tag === Tag.proper && head >= 0 && tags[head] === Tag.noun) break;
    if (tag === Tag.proper) {
      const verb = verbBehindName(columns, words, head, at, last);
      // "the deal Iran signed": read as a participle where a name stands before it.
      if (verb >= 0 && tags[verb] === Tag.participle) tags[verb] = Tag.past;
      if (verb >= 0) break;
    }
    // "forces loyal to": an adjective behind its noun opens a phrase of its own.
    if (tag === Tag.adjective && head >= 0 && at === head + 1 && tags[at + 1] === Tag.preposition) break;
    // "on bail two ministers": a count opens a phrase of its own; not "Flight 370", "Bill 3065".
    if (
      tag === Tag.number &&
      head >= 0 &&
      tags[head] === Tag.noun &&
      isNominalTag(tags[at + 1] ?? 0) &&
      !isCurrency(columns, at)
    )
      break;
    // "lend Ukraine $17 billion": money behind a name is a phrase of its own.
    if (tag === Tag.number && head >= 0 && tags[head] === Tag.proper && isCurrency(columns, at)) break;
    // "sold Ukraine 20 jets": behind a verb that gives, a count behind a name is what is given.
    const named = head >= 0 && tags[head] === Tag.proper && tags[at + 1] === Tag.noun;
    // "offered states billions of dollars".
    const sum = head >= 0 && tags[head] === Tag.noun && columns.tokens.word[at + 1] === words.ids.of;
    if (tag === Tag.number && (named || sum) && givesBefore(columns, words, first)) break;
    // "its owners 71 years after": a count of time is a phrase of its own.
    if (tag === Tag.number && head >= 0 && tags[head] !== Tag.time && tags[at + 1] === Tag.time) break;
    if (isHead(tag) && (tag !== Tag.number || takesNumber(columns, head, at))) head = at;
  }
  while (
    at > first + 1 &&
    (tags[at - 1] === Tag.glue || tags[at - 1] === Tag.adverb || tags[at - 1] === Tag.quote)
  )
    at--;
  if (head < 0 || head >= at) {
    if (opening === Tag.adjective || opening === Tag.determiner || possessor < 0) {
      const hasDeterminer = opening === Tag.determiner || opening === Tag.possessive;
      if (!hasDeterminer && possessor < 0) {
        // Adjectives alone: a predicate ("was angry").
        for (let i = first; i < Math.max(at, first + 1); i++) columns.addChunk(ChunkKind.other, i);
        return Math.max(at, first + 1);
      }
    }
    head = Math.max(first, at - 1);
  }
  // "President Obama": the last name token is the head; so is the last noun.
  const end = Math.max(at, first + 1);
  return addPhrase(columns, words, first, end, head, possessor);
};

/**
 * "the deal Iran signed", "the deadline Congress had set": the verb of the clause that a name behind a thing opens, or -1; not "the ship
 * Rena", "the deal Iran signed by".
 */
const verbBehindName = (
  { tags, tokens }: PhraseColumns,
  words: GrammarWords,
  head: number,
  at: number,
  last: number,
): number => {
  if (head < 0 || tags[head] !== Tag.noun) return -1;
  if ((words.contents.of(tokens.word[head] ?? -1) & ContentWord.thing) === 0) return -1;
  let end = at;
  while (end < last && tags[end] === Tag.proper) end++;
  if (end >= last) return -1;
  const tag = tags[end];
  const done = tag === Tag.participle && tokens.word[end + 1] !== words.ids.by;
  return done || tag === Tag.past || tag === Tag.have || tag === Tag.modal ? end : -1;
};

/** "the presidential bid", "his rival's past support": a word that cannot end the phrase it stands in is no verb and no preposition. */
const isMisread = (
  { tags, tokens }: PhraseColumns,
  words: GrammarWords,
  at: number,
  head: number,
): boolean => {
  const tag = tags[at] ?? 0;
  const before = tags[at - 1];
  // No noun is said to be bid: "the presidential bid of".
  if (head === at - 1 && tag === Tag.participle && before === Tag.noun)
    return (words.contents.of(tokens.word[at] ?? -1) & BID) === BID;
  if (head >= 0) return false;
  if (tag === Tag.preposition) return before === Tag.genitive && tags[at + 1] === Tag.noun;
  const nominal = ContentWord.noun | ContentWord.mostlyNoun;
  return (
    isVerbTag(tag) &&
    before === Tag.adjective &&
    (words.contents.of(tokens.word[at] ?? -1) & nominal) !== 0 &&
    opensPhrase(tags, at)
  );
};

/** A verb whose forms are all one, and which is mostly a noun. */
const BID = ContentWord.base | ContentWord.participle | ContentWord.mostlyNoun;

/** Whether an article or possessive stands before the adjectives before a token. */
const opensPhrase = (tags: Uint8Array, at: number): boolean => {
  let before = at - 1;
  while (before > 0 && tags[before] === Tag.adjective) before--;
  return tags[before] === Tag.determiner || tags[before] === Tag.possessive || tags[before] === Tag.genitive;
};

/** Whether the verb right before a phrase gives somebody something. */
const givesBefore = ({ tags, tokens }: PhraseColumns, words: GrammarWords, first: number): boolean =>
  first > 0 && isVerbTag(tags[first - 1] ?? 0) && words.takesTwo(words.lemmaOf(tokens.word[first - 1] ?? -1));

const isIndefinite = ({ tokens }: PhraseColumns, { ids }: GrammarWords, first: number): boolean => {
  const word = tokens.word[first] ?? -1;
  return word === ids.a || word === ids.an;
};

/** Whether a number becomes the head: at the start, after another number ("4 million"), or with its currency. */
const takesNumber = (columns: PhraseColumns, head: number, at: number): boolean =>
  head < 0 || columns.tags[head] === Tag.number || isCurrency(columns, at);

/** $, £, €: "an additional $2 million" counts money, whatever stands before. */
const isCurrency = ({ tokens }: PhraseColumns, token: number): boolean =>
  ((tokens.shape[token] ?? 0) & (Shape.mark | Shape.digit)) === Shape.mark;

/** Whether a number or a time belongs to the time beside it: June 18, last week, 18 June. */
const timeJoins = (columns: PhraseColumns, head: number, at: number): boolean => {
  const { tags } = columns;
  const a = tags[head];
  const b = tags[at];
  if (b === Tag.number || a === Tag.number) return true;
  // "week talks", "the month conflict": only a glued or possessive time modifies what follows.
  return a === Tag.time && b !== Tag.proper && head === at - 1 && isLowerTime(columns, head);
};

const isLowerTime = (columns: PhraseColumns, token: number): boolean =>
  ((columns.tokens.shape[token] ?? 0) & Shape.capital) === 0;

const flagsOf = (columns: PhraseColumns, words: GrammarWords, first: number, head: number): number => {
  const { tags, tokens } = columns;
  const tag = tags[head] ?? 0;
  const opening = tokens.word[first] ?? -1;
  const { ids } = words;
  let flags = 0;
  // "Ban Ki-moon": a name may end small behind its hyphen.
  const hyphened = tag === Tag.noun && tags[head - 1] === Tag.glue && tags[head - 2] === Tag.proper;
  if (tag === Tag.proper || (hyphened && tags[head - 3] === Tag.proper)) flags |= NounFlag.proper;
  if (tag === Tag.pronoun || tag === Tag.object) flags |= NounFlag.pronoun;
  if (tag === Tag.time) flags |= NounFlag.time;
  if (tag === Tag.number) flags |= NounFlag.number;
  // "No one was hurt", where the number opens a phrase of its own, and "none of the four", "nobody".
  const before = tag === Tag.number || tag === Tag.pronoun ? (tokens.word[first - 1] ?? -1) : -1;
  if (isDenier(words, opening) || before === ids.no) flags |= NounFlag.negated;
  if (
    opening === ids.the ||
    opening === ids.this ||
    opening === ids.these ||
    opening === ids.those ||
    tags[first] === Tag.possessive
  )
    flags |= NounFlag.definite;
  if (tag === Tag.noun && isPlural(tokens.text, tokens.end[head] ?? 0)) flags |= NounFlag.plural;
  return flags;
};

const isDenier = ({ ids }: GrammarWords, word: number): boolean =>
  word === ids.no || word === ids.nor || word === ids.nobody || word === ids.none || word === ids.neither;

const S = 0x73;
const pluralWords = ["people", "men", "police"] as const;

/** Whether a noun that ends at `end` is a plural: soldiers, policemen; not press. "Crisis" passes for one, which does no harm. */
const isPlural = (text: string, end: number): boolean => {
  if (text.charCodeAt(end - 1) === S) return text.charCodeAt(end - 2) !== S;
  return pluralWords.some((word) => text.startsWith(word, end - word.length));
};

const addPhrase = (
  columns: PhraseColumns,
  words: GrammarWords,
  first: number,
  last: number,
  head: number,
  possessor: number,
): number => {
  const phrase = columns.addNoun(first, last, head, flagsOf(columns, words, first, head));
  columns.nouns.possessor[phrase] = possessor;
  columns.nouns.chunk[phrase] = columns.addChunk(ChunkKind.noun, phrase);
  return last;
};

/** Reads one verb group at `first`; gives the token after it. */
const verbGroup = (columns: PhraseColumns, words: GrammarWords, first: number, last: number): number => {
  const { tags, tokens } = columns;
  const { ids } = words;
  let flags = 0;
  let at = first;
  let aux: number = Tag.other;
  let auxToken = -1;
  let end = first;
  let head = -1;
  for (; at < last; at++) {
    const tag = tags[at] ?? 0;
    const word = tokens.word[at] ?? -1;
    if (tag === Tag.negation) {
      flags |= VerbFlag.negated;
      continue;
    }
    if (tag === Tag.adverb) continue;
    // "will on Tuesday, June 19, lead": a time parts the group.
    const beyond = aux === Tag.modal || aux === Tag.have ? beyondTime(tags, at, last) : -1;
    if (beyond >= 0 && (tags[beyond] === Tag.be || fits(aux, tags[beyond] ?? 0))) {
      at = beyond - 1;
      continue;
    }
    // 'to "take steps"': the words of a quotation go on with the group.
    if (tag === Tag.quote && aux !== Tag.other && isVerbTag(tags[at + 1] ?? 0)) continue;
    // "was, however, rejected" is left alone: commas end the group.
    if (tag === Tag.modal) {
      if (aux !== Tag.other) break;
      flags |= VerbFlag.finite | modalFlag(word, ids);
    } else if (tag === Tag.to) {
      if (aux !== Tag.other) break;
      flags |= VerbFlag.infinitive;
    } else if (tag === Tag.do) {
      if (aux !== Tag.other && aux !== Tag.modal && aux !== Tag.to && aux !== Tag.have) break;
      if (aux === Tag.other) flags |= VerbFlag.finite | (word === ids.did ? VerbFlag.past : 0);
    } else if (tag === Tag.have) {
      if (aux !== Tag.other && aux !== Tag.modal && aux !== Tag.to) break;
      if (aux === Tag.other) {
        if (word === ids.having) flags |= VerbFlag.gerund;
        else flags |= VerbFlag.finite | (word === ids.had ? VerbFlag.past : 0);
      }
      flags |= VerbFlag.perfect;
    } else if (tag === Tag.be) {
      if (aux === Tag.be && word !== ids.being && word !== ids.been) break;
      if (aux === Tag.other) {
        if (word === ids.being) flags |= VerbFlag.gerund;
        else if (word !== ids.been && word !== ids.be) flags |= VerbFlag.finite;
        if (word === ids.was || word === ids.were) flags |= VerbFlag.past;
      }
      if (word === ids.being && aux === Tag.be) flags |= VerbFlag.progressive;
    } else if (isVerbTag(tag)) {
      if (!fits(aux, tag)) break;
      flags |= mainFlags(aux, tag);
      head = at;
      end = at + 1;
      break;
    } else break;
    aux = tag;
    auxToken = at;
    end = at + 1;
  }
  if (head < 0) {
    head = auxToken >= 0 ? auxToken : first;
    end = Math.max(end, first + 1);
    if (aux === Tag.be) flags |= VerbFlag.copula;
    if (aux === Tag.have) flags &= ~VerbFlag.perfect;
    if (aux === Tag.modal || aux === Tag.to) flags |= VerbFlag.copula;
  }
  // A negation right behind its verb ("said not", "is not") still belongs to it.
  const group = columns.addVerb(
    first,
    end,
    head,
    words.lemmaOf(tokens.word[head] ?? -1),
    negatedBehind(columns, end, last, aux) | flags,
  );
  columns.verbs.chunk[group] = columns.addChunk(ChunkKind.verb, group);
  return end;
};

/** The token behind a time at `at` ("on Tuesday, June 19,"), where a group goes on there, or -1. */
const beyondTime = (tags: Uint8Array, at: number, last: number): number => {
  let next = tags[at] === Tag.preposition ? at + 1 : at;
  const first = next;
  let timed = false;
  for (; next < last && next < first + 8; next++) {
    const tag = tags[next];
    if (tag === Tag.time) timed = true;
    else if (tag !== Tag.comma && tag !== Tag.number && tag !== Tag.adjective && tag !== Tag.determiner)
      break;
  }
  const verb = isVerbTag(tags[next] ?? 0) || tags[next] === Tag.be;
  return timed && next < last && verb ? next : -1;
};

const negatedBehind = (columns: PhraseColumns, end: number, last: number, aux: number): number =>
  aux === Tag.be && end < last && columns.tags[end] === Tag.negation ? VerbFlag.negated : 0;

const modalFlag = (word: number, ids: GrammarWords["ids"]): number => {
  if (word === ids.will || word === ids["'ll"] || word === ids.wo) return VerbFlag.future;
  if (
    word === ids.would ||
    word === ids.could ||
    word === ids.might ||
    word === ids.should ||
    word === ids["'d"]
  )
    return VerbFlag.conditional;
  return VerbFlag.modal | (word === ids.cannot || word === ids.ca ? VerbFlag.negated : 0);
};

/** Whether a full verb with this tag can stand behind this auxiliary. */
const fits = (aux: number, tag: number): boolean => {
  if (aux === Tag.modal || aux === Tag.to || aux === Tag.do) return tag === Tag.base;
  if (aux === Tag.have) return tag === Tag.participle || tag === Tag.past;
  if (aux === Tag.be) return tag === Tag.participle || tag === Tag.gerund || tag === Tag.past;
  return true;
};

const mainFlags = (aux: number, tag: number): number => {
  if (aux === Tag.be) return tag === Tag.gerund ? VerbFlag.progressive : VerbFlag.passive;
  if (aux !== Tag.other) return 0;
  if (tag === Tag.past) return VerbFlag.finite | VerbFlag.past;
  if (tag === Tag.third || tag === Tag.base) return VerbFlag.finite;
  return tag === Tag.gerund ? VerbFlag.gerund : VerbFlag.participle | VerbFlag.passive;
};
