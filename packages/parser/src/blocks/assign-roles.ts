import type { BlockRole } from "@readout/model";
import type { Picked } from "../fields/pick-fields.js";
import { Ending, isBullet } from "../lines/line-measures.js";
import { Gap } from "../lines/lines.js";
import type { Clues } from "./clues.js";
import { findEndMatter, furnitureRole } from "./end-matter.js";
import type { Body } from "./find-body.js";

/** A heading has no more words than this. */
const headingWords = 14;
/** A standfirst has no fewer. */
const standfirstWords = 8;

/** A label has no more words than this. */
const labelWords = 2;
/** What is glued to a date goes on for so many lines of so many words. */
const gluedLines = 2;
const gluedWords = 6;

/** The role of every line of a page. */
export const assignRoles = (clues: Clues, body: Body, picked: Picked): readonly BlockRole[] => {
  const endMatter = findEndMatter(clues, body, picked);
  return Array.from(
    { length: clues.page.lines.length },
    (_, line) => endMatter.get(line) ?? roleOf(clues, body, picked, line),
  );
};

const roleOf = (clues: Clues, body: Body, picked: Picked, line: number): BlockRole => {
  if (line === picked.title) return "title";
  if (line === picked.masthead?.line) return "navigation";
  const { run } = body;
  const inside = line >= run.first && line < run.last;
  if (line === picked.author?.line) return "byline";
  if (body.isBody[line] !== 1) {
    if (isAuthorLabel(clues, picked, line)) return "byline";
    if (statesDate(clues, picked, line)) return "published";
  }
  const known = clues.roleOf(line, inside);
  if (known !== null) return known;
  if (body.isBody[line] === 1) return bodyRole(clues, line);
  if (picked.title >= 0 && clues.page.repeats.before[line] === picked.title) return "navigation";
  if (line >= run.first) return furnitureRole(clues, line);
  return picked.title >= 0 && line === picked.title + 1 && isStandfirst(clues, line)
    ? "subtitle"
    : "navigation";
};

/** `Author:` on the line before the author. */
const isAuthorLabel = ({ page }: Clues, picked: Picked, line: number): boolean => {
  const { words, byline } = page.measures.columns;
  return picked.author?.line === line + 1 && (byline[line] ?? 0) > 0 && (words[line] ?? 0) <= labelWords;
};

/** The line of the date picked, the times and updates glued to it (`Feb 05 2012|4:29 PM GMT|Updated an hour ago`), and lines labelled as dates. */
const statesDate = (clues: Clues, picked: Picked, line: number): boolean => {
  const { gap } = clues.page.lines;
  const { words } = clues.page.measures.columns;
  const dated = picked.published?.line ?? -1;
  if (line === dated) return true;
  if (clues.statesDate(line)) return true;
  if (dated < 0 || line < dated || line > dated + gluedLines) return false;
  for (let at = dated + 1; at <= line; at++)
    if (gap[at] !== Gap.glued || (words[at] ?? 0) > gluedWords) return false;
  return true;
};

/** Within the article: a paragraph, a list item, or a heading (short and unfinished). */
const bodyRole = ({ page }: Clues, line: number): BlockRole => {
  const { lines, measures, text } = page;
  const start = lines.start[line] ?? 0;
  if (isBullet(text.charCodeAt(start)) && text.charCodeAt(start + 1) === 0x20) return "list_item";
  const words = measures.columns.words[line] ?? 0;
  if (isNumbered(text, start)) return words < 4 ? "heading" : "list_item";
  const unfinished = measures.ending[line] !== Ending.stop && (measures.columns.stops[line] ?? 0) <= 1;
  const alone = lines.gap[line] !== Gap.glued && (measures.columns.quotes[line] ?? 0) === 0;
  return words <= headingWords && unfinished && alone ? "heading" : "paragraph";
};

/** `1)`, `2.`, `(3)` before a space. */
const isNumbered = (text: string, start: number): boolean => {
  let at = text.charCodeAt(start) === 0x28 ? start + 1 : start;
  const from = at;
  while (text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39) at++;
  const mark = text.charCodeAt(at);
  return at > from && at - from <= 2 && (mark === 0x29 || mark === 0x2e) && text.charCodeAt(at + 1) === 0x20;
};

const isStandfirst = ({ page }: Clues, line: number): boolean => {
  const { columns } = page.measures;
  const words = columns.words[line] ?? 0;
  return (
    words >= standfirstWords &&
    (columns.function[line] ?? 0) >= words * 0.2 &&
    (columns.action[line] ?? 0) === 0
  );
};
