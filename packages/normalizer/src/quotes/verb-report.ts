import { ChunkKind, NounFlag, VerbFlag } from "../grammar/phrases.js";
import { type ContentFrame, clauseEnd, contentBefore, skipAdverbs } from "./clause-end.js";
import { contentAfter } from "./content-after.js";
import { type Cue, type CueLexicon, Takes } from "./cue-lexicon.js";
import type { QuoteText } from "./quote-text.js";
import { asSaying, sayerQuoted } from "./quoted-as-saying.js";
import type { Report, TokenRange } from "./report.js";
import {
  phraseAfter,
  relativeBefore,
  type SpeakerPhrase,
  subjectBefore,
  subjectBehindQuotation,
} from "./speaker-phrase.js";

/**
 * What verb group `verb` reports, where its lemma is a cue and it stands outside quotation marks: content to its left
 * ("Q," S V · "Q," V S · clause, S V), to its right (S V that clause · S V, "Q" · S V: …) or on both sides.
 */
export const verbReport = (
  text: QuoteText,
  cues: CueLexicon,
  verb: number,
  sentence: number,
): Report | null => {
  const { verbs } = text.phrases;
  const cue = cues.verbs.get(verbs.lemma[verb] ?? -1);
  if (cue === undefined || text.isQuoted(verbs.head[verb] ?? 0)) return null;
  const flags = verbs.flags[verb] ?? 0;
  const passive = (flags & VerbFlag.passive) !== 0 && (flags & VerbFlag.participle) === 0;
  return passive
    ? passiveReport(text, cues, cue, verb, sentence)
    : activeReport(text, cues, cue, verb, sentence);
};

const activeReport = (
  text: QuoteText,
  cues: CueLexicon,
  cue: Cue,
  verb: number,
  sentence: number,
): Report | null => {
  const { verbs } = text.phrases;
  const chunk = verbs.chunk[verb] ?? 0;
  const floor = text.firstChunk(sentence);
  const limit = text.lastChunk(sentence);
  const range = { first: verbs.first[verb] ?? 0, last: verbs.last[verb] ?? 0 };
  const inverted = invertedSubject(text, cue, chunk, floor, limit);
  const own =
    inverted === null
      ? (sayerQuoted(text, cues, chunk, floor) ??
        subjectBehindQuotation(text, chunk, floor) ??
        subjectBefore(text, chunk, floor))
      : null;
  const subject = inverted ?? own ?? sharedSubject(text, verb);
  const isAdjacent = own !== null;
  const before =
    inverted === null && isAdjacent && subject !== null ? subject.first : firstOfGroup(text, chunk, floor);
  const after = inverted === null ? chunk + 1 : chunkAfter(text, inverted.last, chunk + 1, limit);
  const speaker = subject === null ? null : { first: subject.first, last: subject.last };
  const shared =
    inverted === null && own === null && (subject === null || relativeBefore(text, chunk, floor) < 0);
  const base = {
    cue: range,
    speaker,
    speakerHead: subject?.head ?? -1,
    shared,
    asks: cue.class === "question",
    listener: null,
  };

  const quotation = quotationBefore(text, before);
  const saying = cue.takes & Takes.saying ? asSaying(text, cues, chunk, limit) : null;
  const content =
    saying !== null
      ? contentAfter(text, saying.cue, saying.chunk + 1, limit)
      : inverted === null
        ? contentAfter(text, cue, after, limit)
        : null;
  const reachesLeft =
    before > text.firstToken(sentence) || (content === null && endsClause(text, after, limit));
  if (quotation >= 0 && cue.takes & Takes.quote && (isAdjacent || inverted !== null) && reachesLeft) {
    const left = contentBefore(text, sentence, text.endOf(quotation));
    if (left !== null) {
      const right = secondHalf(text, cues, after, limit, sentence);
      const rule = inverted === null ? "quote-subject-verb" : "quote-verb-subject";
      return { pieces: right === null ? [left] : [left, right], ...base, rule };
    }
  }
  if (text.word(before - 1) === text.words.as && subject !== null && content?.rule !== "quote") {
    const says = (cue.takes & (Takes.clause | Takes.bare)) !== 0 && !hasObject(text, after, limit);
    return says ? asReport(text, cues, base, before - 1, after, limit, sentence) : null;
  }

  const paragraph = content === null && cue.takes & Takes.quote ? quotedParagraph(text, sentence) : -1;
  if (paragraph >= 0) {
    const first = text.quotations[paragraph]?.open ?? 0;
    return { pieces: [{ first, last: text.endOf(paragraph) }], ...base, rule: "subject-verb-colon" };
  }
  if (
    content !== null &&
    isReported(text, verb, content.rule, subject) &&
    !(content.rule === "quote" && isNamed(text, cue, verb, subject))
  ) {
    const last = clauseEnd(text, cues, content.chunk, sentence, frameOf(text, chunk, content.rule));
    const first = text.first(content.chunk);
    if (last > first)
      return {
        pieces: [{ first, last }],
        ...base,
        listener: content.listener,
        rule: `subject-verb-${content.rule}`,
      };
  }
  // Clause, S V.
  if (
    cue.takes & (Takes.clause | Takes.bare) &&
    (isAdjacent || inverted !== null) &&
    text.isComma(before - 1)
  ) {
    const left = contentBefore(text, sentence, before - 1);
    if (left !== null && hasFiniteVerb(text, chunk, floor, left.last) && endsClause(text, after, limit)) {
      const rule = inverted === null ? "clause-subject-verb" : "clause-verb-subject";
      return { pieces: [left], ...base, rule };
    }
  }
  return null;
};

const frameOf = (text: QuoteText, chunk: number, rule: string): ContentFrame => {
  const relative = text.kind(skipAdverbsBack(text, chunk) - 1) === ChunkKind.relative;
  if (rule === "object") return relative ? "relative" : "object";
  const { verbs, firstChunk } = text.phrases;
  const verb = text.ref(chunk);
  if ((verbs.flags[verb] ?? 0) & VerbFlag.gerund && chunk === firstChunk[verbs.sentence[verb] ?? 0])
    return "gerund";
  return "clause";
};

const skipAdverbsBack = (text: QuoteText, chunk: number): number => {
  let at = chunk;
  while (at > 0 && text.kind(at - 1) === ChunkKind.other) at--;
  return at;
};

/**
 * Whether a verb with words after it tells what was said. Quoted words always do; without them not what might, will or did
 * not get said ("to say that", "would not say whether"), nor what the author or the reader says ("you say that"),
 * nor a participle behind its noun ("a group called").
 */
const isReported = (text: QuoteText, verb: number, rule: string, subject: SpeakerPhrase | null): boolean => {
  if (rule === "quote" || rule === "colon") return true;
  const flags = text.phrases.verbs.flags[verb] ?? 0;
  const unreal =
    VerbFlag.infinitive | VerbFlag.conditional | VerbFlag.future | VerbFlag.modal | VerbFlag.hypothetical;
  if (flags & (unreal | VerbFlag.negated)) return false;
  if (flags & VerbFlag.participle && (rule === "object" || subject === null)) return false;
  return subject === null || !text.isAuthorOrReader(subject.head);
};

/**
 * "A show called “Lanterns,”", "what we call “slack.”": what a thing goes by, where the verb names things and nobody in particular does
 * the naming. Not "dubbed “a liar” by Lee".
 */
const isNamed = (text: QuoteText, cue: Cue, verb: number, subject: SpeakerPhrase | null): boolean => {
  if ((cue.takes & Takes.np) === 0 || cue.takes & (Takes.clause | Takes.bare)) return false;
  const { verbs } = text.phrases;
  if ((verbs.flags[verb] ?? 0) & VerbFlag.participle) return (verbs.agent[verb] ?? -1) < 0;
  return subject !== null && text.isAuthorOrReader(subject.head);
};

/** The subject behind its verb: "Q," said X · clause, said X. Only verbs that report speech alone turn round. */
const invertedSubject = (
  text: QuoteText,
  cue: Cue,
  chunk: number,
  floor: number,
  limit: number,
): SpeakerPhrase | null => {
  const group = text.ref(chunk);
  const flags = text.phrases.verbs.flags[group] ?? 0;
  if (flags & (VerbFlag.gerund | VerbFlag.infinitive)) return null;
  if ((cue.takes & Takes.quote) === 0 || text.kind(chunk + 1) !== ChunkKind.noun) return null;
  const before = firstOfGroup(text, chunk, floor);
  const quoted = quotationBefore(text, before) >= 0;
  const speechOnly = (cue.takes & Takes.bare) !== 0 && (cue.takes & (Takes.np | Takes.listener)) === 0;
  if (!quoted && !(speechOnly && text.isComma(before - 1) && hasFiniteVerb(text, chunk, floor, before - 1)))
    return null;
  const phrase = phraseAfter(text, chunk + 1, limit);
  if (phrase === null) return null;
  const next = chunkAfter(text, phrase.last, chunk + 1, limit);
  // "Lee, a lawyer, said Clinton lied": what follows is a clause, not a subject.
  return !quoted && next < limit && text.kind(next) === ChunkKind.verb ? null : phrase;
};

/** First token of a verb group with the adverbs before it: "also said". */
const firstOfGroup = (text: QuoteText, chunk: number, floor: number): number => {
  let at = chunk;
  while (at - 1 >= floor && text.kind(at - 1) === ChunkKind.other && !text.isQuoted(text.first(at - 1))) at--;
  return text.first(at);
};

const chunkAfter = (text: QuoteText, token: number, from: number, limit: number): number => {
  let at = from;
  while (at < limit && text.first(at) < token) at++;
  return at;
};

/** The subject that grammar gives a verb without one beside it: "spoke and said", "…, saying", "who said". */
const sharedSubject = (text: QuoteText, verb: number): SpeakerPhrase | null => {
  const { nouns, verbs } = text.phrases;
  const noun = verbs.subject[verb] ?? -1;
  const relative = relativeBefore(text, verbs.chunk[verb] ?? 0, text.firstChunk(verbs.sentence[verb] ?? 0));
  const isQuoted = noun < 0 || text.isQuoted(nouns.head[noun] ?? 0);
  if (relative >= 0)
    return {
      first: relative,
      last: relative + 1,
      head: isQuoted ? relative : (nouns.head[noun] ?? relative),
      noun,
    };
  if (isQuoted) return null;
  return {
    first: nouns.first[noun] ?? 0,
    last: lastOfPhrase(text, noun),
    head: nouns.head[noun] ?? 0,
    noun,
  };
};

/** The end of a noun phrase with its coordination, or with what "of" adds: "Secretary of State Hillary Clinton". */
const lastOfPhrase = (text: QuoteText, noun: number): number => {
  const { nouns } = text.phrases;
  const last = lastOfCoordination(text, noun);
  const chunk = nouns.chunk[noun] ?? -1;
  if (last !== nouns.last[noun] || chunk < 0 || text.kind(chunk + 2) !== ChunkKind.noun) return last;
  const joins =
    text.kind(chunk + 1) === ChunkKind.preposition && text.word(text.first(chunk + 1)) === text.words.of;
  return joins ? text.last(chunk + 2) : last;
};

const lastOfCoordination = (text: QuoteText, noun: number): number => {
  const { nouns } = text.phrases;
  let at = noun;
  for (let steps = 0; steps < 16 && (nouns.next[at] ?? -1) >= 0; steps++) at = nouns.next[at] ?? at;
  return nouns.last[at] ?? 0;
};

/** The quotation that ends right before a token, a comma or dash between them allowed; -1 where there is none. */
const quotationBefore = (text: QuoteText, token: number): number => {
  const before = token - 1;
  if (before < 0) return -1;
  const direct = text.endsAt(before);
  const joined = text.isComma(before) || text.isDash(before);
  const found = direct < 0 && joined && before > 0 ? text.endsAt(before - 1) : direct;
  return found >= 0 && text.isSameBlock(found, token) ? found : -1;
};

/**
 * "Q1," he said, "Q2": the rest of the content behind the cue, past a relative clause on the speaker ("said Lee, who owns the shop,").
 * Right behind the cue it needs no mark: "Q1," he said "Q2".
 */
const secondHalf = (
  text: QuoteText,
  cues: CueLexicon,
  from: number,
  limit: number,
  sentence: number,
): TokenRange | null => {
  for (let at = from; at < limit && at < from + 14; at++) {
    const first = text.first(at);
    if (text.kind(at) === ChunkKind.verb && !text.isQuoted(first) && text.kind(at - 1) !== ChunkKind.relative)
      return null;
    if (text.beginsAt(first) < 0) continue;
    const joins = at === from || text.isComma(first - 1) || text.isColon(first - 1) || text.isDash(first - 1);
    return joins ? { first, last: clauseEnd(text, cues, at, sentence, "clause") } : null;
  }
  return null;
};

/** "X declared:" at a paragraph's end, the quotation that opens the next one; else -1. */
const quotedParagraph = (text: QuoteText, sentence: number): number => {
  const end = text.lastToken(sentence);
  return text.isColon(end - 1) && end < text.tokens.length ? text.beginsAt(end) : -1;
};

/** "As X said, clause" and "clause, as X said". */
const asReport = (
  text: QuoteText,
  cues: CueLexicon,
  base: Omit<Report, "pieces" | "rule">,
  as: number,
  after: number,
  limit: number,
  sentence: number,
): Report | null => {
  if (as > text.firstToken(sentence)) {
    if (!text.isComma(as - 1)) return null;
    const left = contentBefore(text, sentence, as - 1);
    if (left === null) return null;
    // "But, as he said, they left": the clause comes after.
    if (hasFiniteVerb(text, after, text.firstChunk(sentence), left.last))
      return { pieces: [left], ...base, rule: "as-said" };
  }
  for (let at = after; at < limit && at < after + 12; at++) {
    const kind = text.kind(at);
    if (kind === ChunkKind.verb) return null;
    if (kind !== ChunkKind.comma && !text.isColon(text.first(at))) continue;
    if (at + 1 >= limit) return null;
    const last = clauseEnd(text, cues, at + 1, sentence, "clause");
    return { pieces: [{ first: text.first(at + 1), last }], ...base, rule: "as-said" };
  }
  return null;
};

/** "is said to have", "was told that", "was asked whether", "was announced by": the speaker stands behind "by", or nowhere. */
const passiveReport = (
  text: QuoteText,
  cues: CueLexicon,
  cue: Cue,
  verb: number,
  sentence: number,
): Report | null => {
  const { verbs, nouns } = text.phrases;
  const chunk = verbs.chunk[verb] ?? 0;
  const limit = text.lastChunk(sentence);
  const subject = subjectBefore(text, chunk, text.firstChunk(sentence));
  const agent = verbs.agent[verb] ?? -1;
  const speaker =
    agent < 0 ? null : { first: nouns.first[agent] ?? 0, last: lastOfCoordination(text, agent) };
  const base = {
    cue: { first: verbs.first[verb] ?? 0, last: verbs.last[verb] ?? 0 },
    speaker,
    speakerHead: agent < 0 ? -1 : (nouns.head[agent] ?? -1),
    shared: false,
    asks: cue.class === "question",
    listener: cue.takes & (Takes.listener | Takes.question) && subject !== null ? subject : null,
  };
  const after = skipAdverbs(text, chunk + 1, limit);
  if (after >= limit) return null;
  if (text.kind(after) === ChunkKind.verb) {
    const infinitive = ((verbs.flags[text.ref(after)] ?? 0) & VerbFlag.infinitive) !== 0;
    if (!infinitive || subject === null || (cue.takes & Takes.clause) === 0 || cue.takes & Takes.listener)
      return null;
    const rest = { first: text.first(after), last: clauseEnd(text, cues, after, sentence, "clause") };
    return {
      ...base,
      pieces: [{ first: subject.first, last: subject.last }, rest],
      rule: "passive-infinitive",
    };
  }
  const content = contentAfter(
    text,
    { ...cue, takes: cue.takes & ~(Takes.np | Takes.listener) },
    after,
    limit,
  );
  if (content === null || content.rule === "object") return null;
  const last = clauseEnd(text, cues, content.chunk, sentence, "clause");
  return { pieces: [{ first: text.first(content.chunk), last }], ...base, rule: `passive-${content.rule}` };
};

/** A noun phrase right behind the verb that does not say when. */
const hasObject = (text: QuoteText, at: number, limit: number): boolean =>
  at < limit &&
  text.kind(at) === ChunkKind.noun &&
  ((text.phrases.nouns.flags[text.ref(at)] ?? 0) & NounFlag.time) === 0;

/** Chunks that are looked through for the verb of a clause before a cue. */
const clauseReach = 80;

/** Whether a finite verb stands in the clause that ends right before token `end`. */
const hasFiniteVerb = (text: QuoteText, chunk: number, floor: number, end: number): boolean => {
  const { verbs } = text.phrases;
  for (let at = chunk - 1; at >= floor && at > chunk - clauseReach; at--)
    if (
      text.kind(at) === ChunkKind.verb &&
      text.first(at) < end &&
      (verbs.flags[text.ref(at)] ?? 0) & VerbFlag.finite
    )
      return true;
  return false;
};

/** Whether nothing but adjuncts follows up to the next comma or stop. */
const endsClause = (text: QuoteText, from: number, limit: number): boolean => {
  for (let at = from; at < limit; at++) {
    const kind = text.kind(at);
    if (
      kind === ChunkKind.stop ||
      kind === ChunkKind.comma ||
      kind === ChunkKind.close ||
      kind === ChunkKind.quote
    )
      return true;
    if (kind === ChunkKind.verb || kind === ChunkKind.subordinator || kind === ChunkKind.relative)
      return false;
  }
  return true;
};
