import { Shape, sentenceOfToken } from "@readout/model";
import { NounFlag } from "../grammar/phrases.js";
import type { Quotation } from "./quotations.js";
import type { QuoteText } from "./quote-text.js";
import type { Report, TokenRange } from "./report.js";

/**
 * Shortest quotation in words that counts as speech without a cue. Of those with five words or more that no cue claims,
 * PolNeAR train (fold 1) has 130 of 152 as somebody's words; of those with three or four, half are scare quotes and names.
 */
const fewestWords = 5;

/**
 * Reports for quotations that no cue claims. One that begins a sentence carries on the speech before it, in its paragraph or
 * the one before, or belongs to whom the sentence before it is about. Titles, short quotations and those inside a sentence are
 * no speech of their own. The speaker may stay unknown, but then the paragraph must close: paragraphs that stay open and that
 * nobody is named for are excerpts of documents and of other media, often the narrator's tale with speech of its own in it (PolNeAR
 * train: 26 of 32 no attribution).
 */
export const uncuedReports = (text: QuoteText, reports: readonly Report[], owner: Int32Array): Report[] => {
  const found: Report[] = [];
  let previous: Report | null = null;
  let previousBlock = -2;
  let excerptBlock = -2;
  text.quotations.forEach((quotation, index) => {
    const claimed = reports[owner[index] ?? -1];
    if (claimed !== undefined) {
      previous = claimed;
      previousBlock = quotation.block;
      return;
    }
    if (countWords(text, quotation) < fewestWords || text.isTitle(index)) return;
    const sentence = sentenceOfToken(text.passage.sentences, quotation.open);
    const begins = text.firstToken(sentence) === quotation.open;
    if (!begins || (!text.isPunctuated(index) && quotation.close >= 0)) return;
    if (quotation.block !== previousBlock && !fillsBlock(text, quotation, index)) return;
    if (quotation.block - excerptBlock === 1) {
      excerptBlock = quotation.close < 0 ? quotation.block : -2;
      return;
    }
    const near = previous !== null && quotation.block - previousBlock <= 1;
    const report =
      near && previous !== null ? carriedFrom(previous) : aboutSubject(text, sentence - 1, quotation.block);
    if (report.speaker === null && quotation.close < 0) {
      excerptBlock = quotation.block;
      return;
    }
    const piece = { first: quotation.open, last: text.endOf(index) };
    found.push({ ...report, pieces: [piece] });
    previous = report;
    previousBlock = quotation.block;
  });
  return found;
};

/** Whether a quotation is a paragraph of its own: only then it carries on over paragraphs, or stands as speech of nobody known. */
const fillsBlock = (text: QuoteText, quotation: Quotation, index: number): boolean => {
  const { sentences, blocks } = text.passage;
  const sentence = sentenceOfToken(sentences, quotation.open);
  const isFirst = sentence === 0 || sentences.block[sentence - 1] !== quotation.block;
  const end = blocks[quotation.block]?.end ?? 0;
  const next = text.endOf(index);
  return isFirst && (next >= text.tokens.length || (text.tokens.start[next] ?? 0) >= end);
};

const nobody = {
  cue: null,
  speaker: null,
  speakerHead: -1,
  shared: false,
  listener: null,
  pieces: [],
} as const;

/** The same speaker goes on; after a question it is the other one, known only where the question says who was asked. */
const carriedFrom = (previous: Report): Report =>
  previous.asks
    ? {
        asks: false,
        ...nobody,
        speaker: previous.listener,
        speakerHead: (previous.listener?.last ?? 0) - 1,
        rule: "answer",
      }
    : {
        asks: false,
        ...nobody,
        speaker: previous.speaker,
        speakerHead: previous.speakerHead,
        rule: "carried",
      };

/** The subject of the first finite verb of a sentence in the same paragraph, where it is a name or a pronoun. */
const aboutSubject = (text: QuoteText, sentence: number, block: number): Report => {
  const unknown: Report = { asks: false, ...nobody, rule: "uncued" };
  if (sentence < 0 || text.blockOf(sentence) !== block) return unknown;
  const { verbs, nouns, firstVerb } = text.phrases;
  const verb = firstVerb[sentence] ?? -1;
  if (verb < 0 || verb >= (firstVerb[sentence + 1] ?? verbs.length)) return unknown;
  const noun = verbs.subject[verb] ?? -1;
  const isActor = ((nouns.flags[noun] ?? 0) & (NounFlag.proper | NounFlag.pronoun)) !== 0;
  return noun < 0 || !isActor ? unknown : { ...unknown, ...subjectOf(text, noun) };
};

const subjectOf = (
  { phrases: { nouns } }: QuoteText,
  noun: number,
): Pick<Report, "speaker" | "speakerHead"> => {
  const first = nouns.first[noun] ?? 0;
  return { speaker: { first, last: nouns.last[noun] ?? first + 1 }, speakerHead: nouns.head[noun] ?? first };
};

const countWords = ({ tokens }: QuoteText, { first, last }: TokenRange): number => {
  let words = 0;
  for (let token = first; token < last && words < fewestWords; token++)
    if (
      (tokens.shape[token] ?? 0) & (Shape.letter | Shape.digit) &&
      ((tokens.shape[token] ?? 0) & Shape.clitic) === 0
    )
      words++;
  return words;
};
