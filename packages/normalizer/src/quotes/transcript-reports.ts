import { type Mention, Shape } from "@readout/model";
import type { CueLexicon } from "./cue-lexicon.js";
import type { QuoteText } from "./quote-text.js";
import type { Report, TokenRange } from "./report.js";

/** Longest label before a colon, in tokens: "SEN. LINDSEY GRAHAM". */
const longestLabel = 6;

/**
 * Speech that a label names: paragraphs of a transcript ("MR. EARNEST: …", "Q: …") and headlines ("Obama: …"). A transcript
 * shows by its repetition: at least two labelled paragraphs, one label more than once or a "Q" among them, so that a single
 * "WATCH:" or "NEW YORK:" is none. A headline's label must be the name of a person, an organisation or a state.
 */
export const transcriptReports = (
  text: QuoteText,
  cues: CueLexicon,
  mentions: readonly Mention[],
): Report[] => {
  const labels = labelled(text, cues);
  const counts = new Map<number, number>();
  for (const { label } of labels) counts.set(keyOf(text, label), (counts.get(keyOf(text, label)) ?? 0) + 1);
  const isTranscript =
    labels.length > 1 &&
    labels.some(({ label }) => (counts.get(keyOf(text, label)) ?? 0) > 1 || isQuestion(text, label));
  const spoken = isTranscript ? labels.filter(({ upper }) => upper) : [];
  const headlines = labels.filter(({ title, label }) => title && isNamed(text, label, mentions));
  return [...new Set([...spoken, ...headlines])].map(({ label, content, title }) => ({
    cue: null,
    speaker: label,
    speakerHead: label.last - 1,
    shared: false,
    asks: isQuestion(text, label),
    listener: null,
    pieces: [content],
    rule: title ? "headline" : "transcript",
  }));
};

type Labelled = Readonly<{ label: TokenRange; content: TokenRange; upper: boolean; title: boolean }>;

/** The blocks that begin with a label: capitals, a colon glued to them, then words. */
const labelled = (text: QuoteText, cues: CueLexicon): Labelled[] => {
  const { tokens, passage } = text;
  const { sentences } = passage;
  const found: Labelled[] = [];
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const place = sentences.block[sentence] ?? -1;
    if (sentence > 0 && sentences.block[sentence - 1] === place) continue;
    const block = passage.blocks[place];
    const first = text.firstToken(sentence);
    if (block === undefined || !isNamePart(text, first)) continue;
    let end = sentence;
    while (end + 1 < sentences.length && sentences.block[end + 1] === place) end++;
    const at = text.lastToken(end);
    let colon = first;
    let upper = true;
    while (colon < at && colon - first < longestLabel && isNamePart(text, colon)) {
      const shape = tokens.shape[colon] ?? 0;
      const single = (tokens.end[colon] ?? 0) - (tokens.start[colon] ?? 0) === 1;
      if (!(shape & Shape.upper) && !single && !(shape & Shape.dot)) upper = false;
      colon++;
    }
    if (colon === first || colon + 2 >= at || !text.isColon(colon) || text.isQuoted(colon + 1)) continue;
    if ((tokens.shape[colon] ?? 0) & Shape.space || cues.labels.has(text.word(first))) continue;
    const title = block.role === "title";
    if (upper || title)
      found.push({ label: { first, last: colon }, content: { first: colon + 1, last: at }, upper, title });
  }
  return found;
};

const isNamePart = (text: QuoteText, token: number): boolean => {
  const shape = text.tokens.shape[token] ?? 0;
  return (shape & Shape.letter) !== 0 && (shape & Shape.capital) !== 0;
};

const keyOf = (text: QuoteText, { last }: TokenRange): number => text.word(last - 1);

const isQuestion = (text: QuoteText, { first, last }: TokenRange): boolean =>
  last - first === 1 && text.word(first) === text.words.q;

const isNamed = ({ tokens }: QuoteText, label: TokenRange, mentions: readonly Mention[]): boolean => {
  const start = tokens.start[label.first] ?? 0;
  const end = tokens.end[label.last - 1] ?? 0;
  return mentions.some(
    (mention) =>
      mention.end === end &&
      mention.start >= start &&
      (mention.type === "PERSON" || mention.type === "ORG" || mention.type === "GPE"),
  );
};
