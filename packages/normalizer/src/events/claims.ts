import type { Claim, Mention, Quote, Span } from "@readout/model";
import { type Phrases, VerbFlag } from "../grammar/phrases.js";
import { spanOf } from "./clause.js";
import type { Draft } from "./draft.js";
import { firstFrom } from "./first-from.js";
import type { NamedPage } from "./named-page.js";

/** Levels of saying that are followed: "Interfax quoted an official as saying that". */
const DEPTH = 4;

/** Who says that an event happened, outermost first: from the quotes it stands in, else from the verbs of saying above it. */
export const claimsOf = (page: NamedPage, draft: Draft, trigger: Span): readonly Claim[] => {
  const found = fromQuotes(page, trigger);
  for (const claim of fromVerbs(page, draft)) {
    const at = found.findIndex((one) => one.span.start < claim.span.end && claim.span.start < one.span.end);
    const known = found[at];
    if (known === undefined) found.push(claim);
    // The quote says who; its verb, whether it is asserted.
    else if (claim.stance !== "asserts") found[at] = { ...known, stance: claim.stance };
  }
  return found.map((claim, level) => ({ level, ...claim }));
};

type Said = Omit<Claim, "level">;

const fromQuotes = ({ phrases, quotes }: NamedPage, trigger: Span): Said[] => {
  const { text } = phrases.tokens;
  const lengthOf = ({ content }: Quote): number => content.end - content.start;
  const around = quotes
    .around(trigger)
    .filter(({ quote }) => quote.speaker !== null)
    .sort((a, b) => lengthOf(b.quote) - lengthOf(a.quote) || a.index - b.index);
  const found: Said[] = [];
  for (const { quote, index } of around) {
    const { speaker } = quote;
    // "a statement which said": the verb's own subject is found below.
    if (
      speaker === null ||
      isRelative(text.slice(speaker.start, speaker.end)) ||
      found.some(({ span }) => span.start === speaker.start)
    )
      continue;
    found.push({
      stance: "asserts",
      span: { start: speaker.start, end: speaker.end },
      entity: quote.speakerEntity,
      quote: index,
    });
  }
  return found;
};

const fromVerbs = ({ phrases, mentions, tables }: NamedPage, draft: Draft): readonly Said[] => {
  const { lexicon, grammar } = tables;
  const { verbs } = phrases;
  const found: Said[] = [];
  let at = draft.verb >= 0 ? (verbs.governor[draft.verb] ?? -1) : -1;
  for (let depth = 0; at >= 0 && depth < DEPTH; at = verbs.governor[at] ?? -1, depth++) {
    const lemma = verbs.lemma[at] ?? -1;
    // "are said to have killed": who is spoken of does not speak.
    const passive = ((verbs.flags[at] ?? 0) & VerbFlag.passive) !== 0;
    const subject = (passive ? verbs.agent[at] : verbs.subject[at]) ?? -1;
    const denies = lexicon.stanceOf(lemma) === "denies";
    if ((!grammar.takesClause(lemma) && !denies) || subject < 0) continue;
    const span = phraseSpan(phrases, subject);
    found.unshift({ stance: lexicon.stanceOf(lemma), span, entity: entityIn(span, mentions), quote: null });
  }
  if (draft.accuser >= 0 && found.every(({ stance }) => stance !== "denies")) {
    const span = phraseSpan(phrases, draft.accuser);
    found.push({ stance: "asserts", span, entity: entityIn(span, mentions), quote: null });
  }
  return found;
};

const isRelative = (speaker: string): boolean => /^(?:which|that|who)$/i.test(speaker);

export const phraseSpan = (phrases: Phrases, phrase: number): Span =>
  spanOf(phrases.tokens, phrases.nouns.first[phrase] ?? 0, phrases.nouns.last[phrase] ?? 0);

/** The entity of the last name inside a span, or null. */
export const entityIn = (span: Span, mentions: readonly Mention[]): number | null => {
  let found: number | null = null;
  for (let index = firstFrom(mentions, span.start); index < mentions.length; index++) {
    const mention = mentions[index];
    if (mention === undefined || mention.start >= span.end) break;
    if (mention.end <= span.end && mention.entity !== null) found = mention.entity;
  }
  return found;
};
