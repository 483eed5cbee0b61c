import type { BlockRole } from "@readout/model";
import { isBullet } from "../lines/line-measures.js";
import { Gap } from "../lines/lines.js";
import type { Clues } from "./clues.js";
import type { Body } from "./find-body.js";

/** The role of every line of a page. `title` is its line, or -1. */
export const assignRoles = (clues: Clues, body: Body, title: number): readonly BlockRole[] => {
  const { page } = clues;
  return Array.from({ length: page.lines.length }, (_, line) => roleOf(clues, body, title, line));
};

const roleOf = (clues: Clues, body: Body, title: number, line: number): BlockRole => {
  if (line === title) return "title";
  const inside = line >= body.run.first && line < body.run.last;
  const known = clues.roleOf(line, inside);
  if (known !== null) return known;
  if (body.isBody[line] === 1) return bodyRole(clues, line);
  if (line < body.run.first)
    return title >= 0 && line > title && isStandfirst(clues, line) ? "subtitle" : "navigation";
  return "related";
};

/** Within the article: a paragraph, a list item, or a heading (short, unfinished, before text). */
const bodyRole = ({ page }: Clues, line: number): BlockRole => {
  const { lines, measures, text } = page;
  const unit = text.charCodeAt(lines.start[line] ?? 0);
  if (isBullet(unit) && text.charCodeAt((lines.start[line] ?? 0) + 1) === 0x20) return "list_item";
  const words = measures.columns.words[line] ?? 0;
  if (isNumbered(text, lines.start[line] ?? 0)) return words < 4 ? "heading" : "list_item";
  const unfinished = (measures.ending[line] ?? 0) !== 1 && (measures.columns.stops[line] ?? 0) <= 1;
  return words <= 14 &&
    unfinished &&
    lines.gap[line] !== Gap.glued &&
    (measures.columns.quotes[line] ?? 0) === 0
    ? "heading"
    : "paragraph";
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
  return words >= 8 && (columns.function[line] ?? 0) >= words * 0.2 && (columns.action[line] ?? 0) === 0;
};
