import { Beginning, Ending } from "../lines/line-measures.js";
import { Gap } from "../lines/lines.js";
import type { Clues } from "./clues.js";
import type { Body } from "./find-body.js";

/** A sentence that the model left out right behind the article has no fewer words. */
const fewestWords = 8;
/** No more lines are taken back. */
const mostLines = 6;
/** Logit of the model from which such a line is believed to be text. */
const leastLogit = -2;
/** Text has this share of function words. */
const functionShare = 0.08;

/**
 * Gives an article back the sentences right behind its run: short last paragraphs, which the model takes for teasers. A line counts
 * that is a whole sentence of the third person or a quotation, with no word of furniture (`more` and `also` are none in a sentence). `Oslo denied that a ship had left.` is
 * taken back; `Read what we know.`, `Ferries: the pictures` and all that follows them are not.
 */
export const withClosingText = (clues: Clues, body: Body): Body => {
  const { run, sheet } = body;
  const logits = sheet?.column("logit");
  if (logits === undefined || run.last <= run.first) return body;
  const until = Math.min(clues.page.lines.length, run.last + mostLines);
  let last = run.last;
  while (last < until && (logits[last] ?? leastLogit) > leastLogit && isSentence(clues, last)) last++;
  if (last === run.last) return body;
  const isBody = body.isBody.slice();
  isBody.fill(1, run.last, last);
  return { run: { first: run.first, last }, isBody, sheet };
};

const isSentence = (clues: Clues, line: number): boolean => {
  const { lines, measures } = clues.page;
  const { columns } = measures;
  const words = columns.words[line] ?? 0;
  const quotes = columns.quotes[line] ?? 0;
  const beginning = measures.beginning[line];
  if (words < fewestWords || lines.gap[line] === Gap.glued || measures.ending[line] !== Ending.stop)
    return false;
  if (beginning !== Beginning.capital && beginning !== Beginning.quote) return false;
  if ((columns.function[line] ?? 0) < words * functionShare) return false;
  const person = (columns.first_person[line] ?? 0) + (columns.second_person[line] ?? 0);
  if (person > 0 && quotes === 0) return false;
  const furniture =
    (columns.legal[line] ?? 0) +
    (columns.appeal[line] ?? 0) +
    (columns.platform[line] ?? 0) +
    (columns.author_note[line] ?? 0) +
    (columns.addresses[line] ?? 0);
  return furniture === 0 && !clues.opensWithAction(line) && clues.roleOf(line, false) === null;
};
