import { Shape } from "@readout/model";
import { Ending } from "../lines/line-measures.js";
import { Gap } from "../lines/lines.js";
import type { Clues } from "./clues.js";

/** A caption has so many words. */
const fewestWords = 5;
const mostWords = 90;
/** A line that stands twice in a row has no fewer words when it is a caption. */
const repeatedWords = 7;

/**
 * Whether a line is the caption of a picture, by any of these:
 *
 * - it opens with `FILE -` or `FILE PHOTO`
 * - it stands twice in a row (alternative text and caption)
 * - a credit glued to it stands before or after it, or a credit on the very next line
 * - it says who stands where: `Putin (R) and Assad (L)`
 * - it is one sentence that ends in a place and a full date: `… in Old Aleppo, Syria, April 16, 2016.` (not `… on March 3, 2015.`)
 */
export const looksLikeCaption = (clues: Clues, line: number, inside: boolean): boolean => {
  const { lines, measures, text, repeats } = clues.page;
  const words = measures.columns.words[line] ?? 0;
  if (words < fewestWords || words > mostWords) return false;
  if (opensWithFile(text, lines.start[line] ?? 0)) return true;
  const before = repeats.before[line] ?? -1;
  const twice = before >= 0 && line - before <= 1;
  const twiceAfter = line + 1 < lines.length && repeats.before[line + 1] === line;
  if ((twice || twiceAfter) && words >= repeatedWords && (inside || measures.ending[line] === Ending.stop))
    return true;
  if (line > 0 && lines.gap[line] === Gap.glued && clues.isCredit(line - 1)) return true;
  const next = line + 1 < lines.length ? (lines.gap[line + 1] ?? Gap.blank) : Gap.blank;
  if (next === Gap.glued && clues.isCredit(line + 1)) return true;
  if (next === Gap.line && lines.gap[line] !== Gap.line && clues.isCredit(line + 1)) return true;
  return saysWhere(clues, line) || endsInPlaceAndDate(clues, line);
};

const opensWithFile = (text: string, start: number): boolean => {
  if (!text.startsWith("FILE", start)) return false;
  const rest = text.slice(start + 4, start + 12).trimStart();
  return (
    rest.startsWith("-") ||
    rest.startsWith("–") ||
    rest.startsWith("—") ||
    rest.startsWith(":") ||
    rest.startsWith("PHOTO") ||
    rest.startsWith("photo")
  );
};

/** `(R)`, `(L)`, `(C)` after a name. */
const saysWhere = ({ page }: Clues, line: number): boolean => {
  const { tokens, measures } = page;
  for (let at = (measures.first[line] ?? 0) + 2; at < (measures.last[line] ?? 0); at++) {
    if (
      tokens.text.charCodeAt(tokens.start[at] ?? 0) !== 0x29 ||
      (tokens.end[at - 1] ?? 0) - (tokens.start[at - 1] ?? 0) !== 1
    )
      continue;
    const side = tokens.text.charAt(tokens.start[at - 1] ?? 0);
    const opens = tokens.text.charCodeAt(tokens.start[at - 2] ?? 0) === 0x28;
    if (
      opens &&
      (side === "R" || side === "L" || side === "C") &&
      (tokens.shape[at - 3] ?? 0) & Shape.capital
    )
      return true;
  }
  return false;
};

/** One sentence that ends in `Place, Month D, YYYY.` */
const endsInPlaceAndDate = (clues: Clues, line: number): boolean => {
  const { tokens, measures } = clues.page;
  if (
    (measures.columns.years[line] ?? 0) === 0 ||
    (measures.columns.quotes[line] ?? 0) > 0 ||
    measures.ending[line] !== Ending.stop
  )
    return false;
  const last = (measures.last[line] ?? 0) - 1;
  const first = Math.max(measures.first[line] ?? 0, last - 6);
  const date = clues.readDates(tokens, first, last + 1).at(-1);
  if (date === undefined || date.last !== last) return false;
  const comma = tokens.text.charCodeAt(tokens.start[date.first - 1] ?? 0) === 0x2c;
  return (
    comma &&
    date.first - 2 >= (measures.first[line] ?? 0) &&
    ((tokens.shape[date.first - 2] ?? 0) & Shape.capital) !== 0
  );
};
