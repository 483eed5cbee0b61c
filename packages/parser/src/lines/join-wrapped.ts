import { CharacterClass, characterClasses } from "@readout/model";
import { Gap, type Lines } from "./lines.js";

const { space } = CharacterClass;

/** Widths at which text is wrapped by hand or by a mail program. */
const narrowest = 40;
const widest = 120;
/** So many line ends must be seen before a page is taken for wrapped … */
const leastEnds = 4;
/** … of which this share must be full lines, and that share end in the middle of a sentence. */
const fullShare = 0.85;
const midSentenceShare = 0.5;

/**
 * Joins the lines of text that was wrapped at a fixed width into paragraphs; any other text is given back as it is.
 * Wrapped means: no line is longer than some width, and the first word of the next line would not have fitted on
 * nearly any line that another follows directly. One sentence a line is not wrapped: its lines end where sentences do.
 */
export const joinWrapped = (lines: Lines): Lines => {
  const width = wrapWidth(lines);
  if (width === 0) return lines;
  const joined = {
    text: lines.text,
    length: 0,
    start: lines.start.slice(),
    end: lines.end.slice(),
    gap: lines.gap.slice(),
  };
  for (let i = 0; i < lines.length; i++) {
    const goes = i > 0 && lines.gap[i] === Gap.line && !isIndented(lines, i) && isFull(lines, i - 1, width);
    if (goes) joined.end[joined.length - 1] = lines.end[i] ?? 0;
    else {
      joined.start[joined.length] = lines.start[i] ?? 0;
      joined.end[joined.length] = lines.end[i] ?? 0;
      joined.gap[joined.length++] = lines.gap[i] ?? 0;
    }
  }
  return joined;
};

/** The width at which a text is wrapped, 0 where it is not. */
const wrapWidth = (lines: Lines): number => {
  let width = 0;
  for (let i = 0; i < lines.length; i++) width = Math.max(width, (lines.end[i] ?? 0) - (lines.start[i] ?? 0));
  if (width < narrowest || width > widest) return 0;
  let ends = 0;
  let full = 0;
  let midSentence = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    if (lines.gap[i + 1] !== Gap.line) continue;
    ends++;
    if (!isFull(lines, i, width)) continue;
    full++;
    const last = lines.text.charCodeAt((lines.end[i] ?? 1) - 1);
    if (last !== 0x2e && last !== 0x3f && last !== 0x21 && last !== 0x22 && last !== 0x201d) midSentence++;
  }
  return ends >= leastEnds && full >= ends * fullShare && midSentence >= full * midSentenceShare ? width : 0;
};

/** Whether the first word of the next line would not have fitted on this one. */
const isFull = (lines: Lines, line: number, width: number): boolean => {
  const classes = characterClasses();
  const from = lines.start[line + 1] ?? 0;
  let to = from;
  while (to < (lines.end[line + 1] ?? 0) && classes[lines.text.charCodeAt(to)] !== space) to++;
  return (lines.end[line] ?? 0) - (lines.start[line] ?? 0) + 1 + (to - from) > width;
};

/** Whether white space stands before the line's first word: a paragraph begins. */
const isIndented = ({ text, start }: Lines, line: number): boolean =>
  characterClasses()[text.charCodeAt((start[line] ?? 0) - 1)] === space;
