import { ChunkKind, VerbFlag } from "../grammar/phrases.js";
import { type ContentFrame, clauseEnd, contentBefore } from "./clause-end.js";
import { endsClause, hasFiniteVerb, hasObject } from "./clause-verbs.js";
import { type ContentStart, contentAfter } from "./content-after.js";
import { type Cue, type CueLexicon, Takes } from "./cue-lexicon.js";
import { quotationBefore } from "./quotation-before.js";
import type { QuoteText } from "./quote-text.js";
import { asSaying, sayerQuoted } from "./quoted-as-saying.js";
import type { Report, TokenRange } from "./report.js";
import {
  relativeBefore,
  type SpeakerPhrase,
  subjectBefore,
  subjectBehindQuotation,
} from "./speaker-phrase.js";
import { chunkAfter, firstOfGroup, invertedSubject, sharedSubject } from "./verb-subjects.js";

/** What stands round a cue that is a verb in the active voice. */
type ActiveClause = Readonly<{
  text: QuoteText;
  cues: CueLexicon;
  cue: Cue;
  verb: number;
  sentence: number;
  /** The verb's chunk, the first one of its sentence, and the one behind the last. */
  chunk: number;
  floor: number;
  limit: number;
  subject: SpeakerPhrase | null;
  /** Where the subject stands: before the verb, behind it, or with another verb or nowhere. */
  order: "subject-verb" | "verb-subject" | "verb";
  /** The token with which subject and verb begin, and the chunk behind both. */
  before: number;
  after: number;
  /** What follows that may be the content. */
  content: ContentStart | null;
  base: Omit<Report, "pieces" | "rule">;
}>;

/** What a cue in the active voice reports: the forms are tried in the order of how plainly they say so. */
export const activeReport = (
  text: QuoteText,
  cues: CueLexicon,
  cue: Cue,
  verb: number,
  sentence: number,
): Report | null => {
  const clause = readClause(text, cues, cue, verb, sentence);
  const quoted = quotationThenCue(clause);
  if (quoted !== null) return quoted;
  if (isAsClause(clause)) return asReport(clause);
  return cueThenParagraph(clause) ?? cueThenContent(clause) ?? clauseThenCue(clause);
};

const readClause = (
  text: QuoteText,
  cues: CueLexicon,
  cue: Cue,
  verb: number,
  sentence: number,
): ActiveClause => {
  const { verbs } = text.phrases;
  const chunk = verbs.chunk[verb] ?? 0;
  const floor = text.firstChunk(sentence);
  const limit = text.lastChunk(sentence);
  const inverted = invertedSubject(text, cue, chunk, floor, limit);
  const own =
    inverted === null
      ? (sayerQuoted(text, cues, chunk, floor) ??
        subjectBehindQuotation(text, chunk, floor) ??
        subjectBefore(text, chunk, floor))
      : null;
  const subject = inverted ?? own ?? sharedSubject(text, verb);
  const after = inverted === null ? chunk + 1 : chunkAfter(text, inverted.last, chunk + 1, limit);
  const saying = cue.takes & Takes.saying ? asSaying(text, cues, chunk, limit) : null;
  const content =
    saying !== null
      ? contentAfter(text, saying.cue, saying.chunk + 1, limit)
      : inverted === null
        ? contentAfter(text, cue, after, limit)
        : null;
  return {
    text,
    cues,
    cue,
    verb,
    sentence,
    chunk,
    floor,
    limit,
    subject,
    order: inverted !== null ? "verb-subject" : own !== null ? "subject-verb" : "verb",
    before: own?.first ?? firstOfGroup(text, chunk, floor),
    after,
    content,
    base: {
      cue: { first: verbs.first[verb] ?? 0, last: verbs.last[verb] ?? 0 },
      speaker: subject === null ? null : { first: subject.first, last: subject.last },
      speakerHead: subject?.head ?? -1,
      shared:
        inverted === null && own === null && (subject === null || relativeBefore(text, chunk, floor) < 0),
      asks: cue.class === "question",
      listener: null,
    },
  };
};

/** "Q," S V · "Q," V S, and what goes on behind the cue. */
const quotationThenCue = (clause: ActiveClause): Report | null => {
  const { text, cue, sentence, limit, order, before, after, content, base } = clause;
  if (order === "verb" || (cue.takes & Takes.quote) === 0) return null;
  const quotation = quotationBefore(text, before);
  if (quotation < 0) return null;
  const reachesLeft =
    before > text.firstToken(sentence) || (content === null && endsClause(text, after, limit));
  const left = reachesLeft ? contentBefore(text, sentence, text.endOf(quotation)) : null;
  if (left === null) return null;
  const right = secondHalf(clause);
  return { pieces: right === null ? [left] : [left, right], ...base, rule: `quote-${order}` };
};

/**
 * "Q1," he said, "Q2": the rest of the content behind the cue, past a relative clause on the speaker ("said Lee, who owns the shop,").
 * Right behind the cue it needs no mark: "Q1," he said "Q2".
 */
const secondHalf = ({ text, cues, after, limit, sentence }: ActiveClause): TokenRange | null => {
  for (let at = after; at < limit && at < after + 14; at++) {
    const first = text.first(at);
    if (text.kind(at) === ChunkKind.verb && !text.isQuoted(first) && text.kind(at - 1) !== ChunkKind.relative)
      return null;
    if (text.beginsAt(first) < 0) continue;
    const joins =
      at === after || text.isComma(first - 1) || text.isColon(first - 1) || text.isDash(first - 1);
    return joins ? { first, last: clauseEnd(text, cues, at, sentence, "clause") } : null;
  }
  return null;
};

const isAsClause = ({ text, before, subject, content }: ActiveClause): boolean =>
  text.word(before - 1) === text.words.as && subject !== null && content?.rule !== "quote";

/** "As X said, clause" and "clause, as X said". */
const asReport = ({ text, cues, cue, before, after, limit, sentence, base }: ActiveClause): Report | null => {
  if ((cue.takes & (Takes.clause | Takes.bare)) === 0 || hasObject(text, after, limit)) return null;
  const as = before - 1;
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

/** "X declared:" at a paragraph's end, the quotation that opens the next one. */
const cueThenParagraph = ({ text, cue, sentence, content, base }: ActiveClause): Report | null => {
  if (content !== null || (cue.takes & Takes.quote) === 0) return null;
  const end = text.lastToken(sentence);
  const quotation = text.isColon(end - 1) && end < text.tokens.length ? text.beginsAt(end) : -1;
  if (quotation < 0) return null;
  const first = text.quotations[quotation]?.open ?? 0;
  return { pieces: [{ first, last: text.endOf(quotation) }], ...base, rule: "subject-verb-colon" };
};

/** S V that clause · S V, "Q" · S V: … */
const cueThenContent = (clause: ActiveClause): Report | null => {
  const { text, cues, sentence, content, base } = clause;
  if (content === null || !isReported(clause, content) || (content.rule === "quote" && isNamed(clause)))
    return null;
  const last = clauseEnd(text, cues, content.chunk, sentence, frameOf(clause, content));
  const first = text.first(content.chunk);
  if (last <= first) return null;
  return {
    pieces: [{ first, last }],
    ...base,
    listener: content.listener,
    rule: `subject-verb-${content.rule}`,
  };
};

/** Clause, S V · clause, V S. */
const clauseThenCue = (clause: ActiveClause): Report | null => {
  const { text, cue, sentence, chunk, floor, limit, order, before, after, base } = clause;
  if ((cue.takes & (Takes.clause | Takes.bare)) === 0 || order === "verb" || !text.isComma(before - 1))
    return null;
  const left = contentBefore(text, sentence, before - 1);
  return left !== null && hasFiniteVerb(text, chunk, floor, left.last) && endsClause(text, after, limit)
    ? { pieces: [left], ...base, rule: `clause-${order}` }
    : null;
};

const frameOf = ({ text, chunk }: ActiveClause, { rule }: ContentStart): ContentFrame => {
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
const isReported = ({ text, verb, subject }: ActiveClause, { rule }: ContentStart): boolean => {
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
const isNamed = ({ text, cue, verb, subject }: ActiveClause): boolean => {
  if ((cue.takes & Takes.np) === 0 || cue.takes & (Takes.clause | Takes.bare)) return false;
  const { verbs } = text.phrases;
  if ((verbs.flags[verb] ?? 0) & VerbFlag.participle) return (verbs.agent[verb] ?? -1) < 0;
  return subject !== null && text.isAuthorOrReader(subject.head);
};
