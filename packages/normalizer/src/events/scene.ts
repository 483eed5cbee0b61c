import type { Phrases } from "../grammar/phrases.js";
import type { Passage } from "../passage.js";
import { headWord } from "./clause.js";
import type { Draft } from "./draft.js";
import type { EventLexicon } from "./event-lexicon.js";
import { SideWord, type SideWords } from "./side-words.js";
import type { Page } from "./standing.js";
import type { Tables } from "./tables.js";
import { needsObject } from "./trigger-table.js";

/** What the words of a contact say of its occasion. */
export type Occasion = Readonly<{
  /** talks, a summit: between sides, whoever they are. */
  formal: boolean;
  /** an interview, a town hall meeting: with the press or the public. */
  staged: boolean;
  /** dinner, a conversation: needs another side to be one. */
  casual: boolean;
}>;

/** What weighing needs of a document. */
export type Scenery = Page &
  Readonly<{
    /** Whether the page tells of nobody who acts for a state: a page that sells something, a recipe. */
    civil: boolean;
  }>;

/** What weighing needs of a draft's document and sentence. */
export type Scene = Scenery &
  Occasion &
  Readonly<{
    /** Where the sentence begins. */
    start: number;
    /** Whether the sentence tells of a match, or of a plot. */
    played: boolean;
    invented: boolean;
    /** Whether words of violence stand in the sentence, the trigger left out. */
    violent: boolean;
    /** Whether a place or what stands in one is said to suffer it: "the port". */
    targeted: boolean;
    /** Whether a text acts for those who wrote it: "the statement". */
    written: boolean;
    /** Whether what is let go can be held: "the ship". */
    freed: boolean;
    /** Whether the trigger is a word for what is done with words too: attack, hit. */
    speaks: boolean;
  }>;

/** Signs in a sentence that all its events are weighed by. */
export type SentenceSigns = Readonly<{
  /** Where the sentence begins. */
  start: number;
  /** "51 percent of voters support": what a poll counts are opinions. */
  polled: boolean;
  /** "Norway fired ten shots at goal": told of a match. */
  played: boolean;
  /** "In the film, rebels attack": told of a plot. */
  invented: boolean;
  /** The first and the last token that is a word of violence; infinity and -1 where none is. */
  firstViolent: number;
  lastViolent: number;
}>;

/** Tokens behind a contact's trigger among which its occasion may stand: "spoke to him in a long interview". */
const REACH = 12;

/** Tokens at the head of a sentence among which the name of a plot's kind stands: "In the second film,". */
const OPENING = 4;

/** Reads the signs of a sentence off its words. */
export const signsOf = (
  { tokens, sentences }: Passage,
  sentence: number,
  { lexicon, words }: Tables,
): SentenceSigns => {
  let polled = false;
  let played = false;
  let invented = false;
  const first = sentences.first[sentence] ?? 0;
  let firstViolent = Number.POSITIVE_INFINITY;
  let lastViolent = -1;
  for (let at = first; at < (sentences.last[sentence] ?? 0); at++) {
    const word = tokens.word[at] ?? -1;
    if (lexicon.isPoll(word) || word === words["%"]) polled = true;
    const shot =
      word === words.goal && (tokens.word[at - 1] === words.at || tokens.word[at - 1] === words.on);
    if (shot || lexicon.isPlaying(word)) played = true;
    if (at < first + OPENING && lexicon.isFictional(word)) invented = true;
    if (!lexicon.isViolent(word)) continue;
    firstViolent = Math.min(firstViolent, at);
    lastViolent = at;
  }
  return { start: sentences.start[sentence] ?? 0, polled, played, invented, firstViolent, lastViolent };
};

/** Reads what an event is weighed by off the words around its trigger and of its sides. */
export const sceneOf = (
  phrases: Phrases,
  draft: Draft,
  { tokens, mentions, officials, sideWords, civil }: Scenery,
  signs: SentenceSigns,
  tables: Tables,
): Scene => {
  const { lexicon, words, judge } = tables;
  const { formal, staged, casual } =
    draft.type === "CONSULT" ? occasionOf(phrases, draft, sideWords) : noOccasion;
  const { actors, recipients } = draft;
  return {
    tokens,
    mentions,
    officials,
    sideWords,
    civil,
    start: signs.start,
    played: signs.played,
    invented: signs.invented,
    formal,
    staged,
    casual,
    // Violence beside the trigger's own words.
    violent: signs.firstViolent < draft.first || signs.lastViolent >= draft.last,
    targeted: recipients.some((phrase) => lexicon.isTarget(headWord(phrases, phrase, words))),
    freed: recipients.some((phrase) =>
      lexicon.isFreed(headWord(phrases, judge.counted(phrases, phrase), words)),
    ),
    written: actors.some((phrase) => lexicon.isPublication(headWord(phrases, phrase, words))),
    speaks: speaks(phrases, draft, lexicon),
  };
};

/** What the words of a contact say of its occasion, from its trigger and the noun that the trigger stands with. */
const occasionOf = (phrases: Phrases, draft: Draft, sideWords: SideWords): Occasion => {
  const { verbs, nouns, tokens, firstNoun } = phrases;
  const phrase = draft.noun >= 0 ? draft.noun : (verbs.object[draft.verb] ?? -1);
  let bits = sideWords.of(tokens.word[draft.first] ?? -1);
  for (let at = nouns.first[phrase] ?? 0; phrase >= 0 && at < (nouns.last[phrase] ?? 0); at++)
    bits |= sideWords.of(tokens.word[at] ?? -1);
  const named = draft.noun >= 0 || (draft.trigger !== null && needsObject(draft.trigger));
  const inward = named ? SideWord.inward | SideWord.staged : 0;
  const staged = (bits & inward) !== 0;
  // "sat for an interview with": the occasion stands behind the verb.
  const last = firstNoun[draft.sentence + 1] ?? 0;
  let behind = 0;
  for (let noun = firstNounFrom(phrases, draft.sentence, draft.last); noun < last; noun++) {
    const head = nouns.head[noun] ?? 0;
    if (head >= draft.last + REACH) break;
    behind |= sideWords.of(tokens.word[head] ?? -1);
  }
  if (draft.trigger?.sense === "gathers") bits |= behind;
  return {
    formal: (bits & SideWord.formal) !== 0,
    staged: staged || (behind & SideWord.staged) !== 0,
    casual: (bits & SideWord.casual) !== 0,
  };
};

const speaks = ({ verbs, tokens, nouns }: Phrases, { verb, noun }: Draft, lexicon: EventLexicon): boolean =>
  verb >= 0
    ? lexicon.isFigurative(verbs.lemma[verb] ?? -1)
    : lexicon.isAssailing(tokens.word[nouns.head[noun] ?? 0] ?? -1);

const noOccasion: Occasion = { formal: false, staged: false, casual: false };

/** The first noun phrase of a sentence whose head stands at a token or behind it. */
const firstNounFrom = ({ nouns, firstNoun }: Phrases, sentence: number, token: number): number => {
  let low = firstNoun[sentence] ?? 0;
  let high = firstNoun[sentence + 1] ?? low;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((nouns.head[middle] ?? 0) >= token) high = middle;
    else low = middle + 1;
  }
  return low;
};
