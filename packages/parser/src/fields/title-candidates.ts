import { Shape } from "@readout/model";
import type { Run } from "../blocks/best-run.js";
import { findRepeats } from "../blocks/repeats.js";
import type { FeatureSheet } from "../features/feature-sheet.js";
import type { Page } from "../page.js";
import { over, pickLines } from "./field-sheet.js";

export type TitleCandidates = Readonly<{ lines: readonly number[]; sheet: FeatureSheet }>;

/** A headline has no more words than this. */
const mostWords = 40;
/** So many lines before the article a headline may stand, or else among the first of the page. */
const beforeRun = 80;
const firstLines = 3;
/** So many lines into the article a headline may still stand (where the run took in a standfirst or a byline above it). */
const intoRun = 6;

/** The lines that could be the headline: short, with a letter, before the article or at its very start. */
export const titleCandidates = (page: Page, sheet: FeatureSheet, run: Run): TitleCandidates => {
  const { measures } = page;
  const { words, numbers } = measures.columns;
  const lines: number[] = [];
  const until = Math.min(measures.length, run.last > run.first ? run.first + intoRun : beforeRun);
  for (let line = 0; line < until; line++) {
    if (line >= firstLines && line < run.first - beforeRun) continue;
    const count = words[line] ?? 0;
    if (count > 0 && count <= mostWords && (numbers[line] ?? 0) < count) lines.push(line);
  }
  const picked = pickLines(sheet, lines);
  const sets = lines.map((line) => wordSet(page, line));
  const first = wordSet(page, 0);
  const repeats = findRepeats(page.measures);
  const own = sets.map((set, k) => ({
    inside: lines[k] === 0 ? 0 : sharedWords(set, first),
    total: set.size,
  }));
  const most = own.reduce((best, { inside }) => Math.max(best, inside), 0);
  const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
  const add = (name: string, value: (line: number, place: number) => number): void => {
    picked.add(name, over(lines, value));
  };
  add("in first line", (_, k) => share(own[k]?.inside ?? 0, own[k]?.total ?? 0));
  add("of first line", (_, k) => share(own[k]?.inside ?? 0, first.size));
  add("first line shared", (_, k) => own[k]?.inside ?? 0);
  add("of best shared", (_, k) => share(own[k]?.inside ?? 0, most));
  add("first line echoed", () => share(most, first.size));
  add("held by others", (_, k) => heldByOthers(sets, k));
  add("copy follows", (line) => ((repeats.count[line] ?? 1) > 1 && (repeats.before[line] ?? -1) < 0 ? 1 : 0));
  add("candidates after", (_, k) => lines.length - 1 - k);
  add("to run", (line) => run.first - line);
  const longest = lines.reduce((top, line) => Math.max(top, words[line] ?? 0), 1);
  add("words of longest", (line) => (words[line] ?? 0) / longest);
  const lead = leadWords(page, run);
  add("in lead", (_, k) => share(sharedWords(sets[k] ?? new Set(), lead), own[k]?.total ?? 0));
  add("long words in lead", (line) => longWordsIn(page, line, lead));
  add("longer before run", (line, k) => {
    let longer = 0;
    for (let other = k + 1; other < lines.length; other++)
      if ((words[lines[other] ?? 0] ?? 0) >= (words[line] ?? 0)) longer++;
    return longer;
  });
  return { lines, sheet: picked };
};

/** So many tokens at the start of the article are taken for its lead. */
const leadTokens = 300;
/** Shorter words say little about the subject. */
const longWord = 5;

/** The words with which the article begins. */
const leadWords = ({ measures, tokens }: Page, run: Run): ReadonlySet<number> => {
  const set = new Set<number>();
  const from = measures.first[run.first] ?? 0;
  const to = Math.min(tokens.length, from + leadTokens);
  for (let t = from; t < to; t++) if ((tokens.shape[t] ?? 0) & Shape.letter) set.add(tokens.word[t] ?? 0);
  return set;
};

/** Share of the line's long words that the lead has; −1 where the line has none. */
const longWordsIn = ({ measures, tokens }: Page, line: number, lead: ReadonlySet<number>): number => {
  let long = 0;
  let inside = 0;
  for (let t = measures.first[line] ?? 0; t < (measures.last[line] ?? 0); t++) {
    if ((tokens.end[t] ?? 0) - (tokens.start[t] ?? 0) < longWord) continue;
    long++;
    if (lead.has(tokens.word[t] ?? 0)) inside++;
  }
  return long > 0 ? inside / long : -1;
};

/** In how many other candidates all words of this one stand: a headline is echoed in breadcrumbs and links to share it. */
const heldByOthers = (sets: readonly ReadonlySet<number>[], at: number): number => {
  const set = sets[at] ?? new Set();
  if (set.size < 2) return 0;
  let held = 0;
  sets.forEach((other, k) => {
    if (k !== at && other.size >= set.size && sharedWords(set, other) === set.size) held++;
  });
  return Math.min(held, 4);
};

const sharedWords = (set: ReadonlySet<number>, other: ReadonlySet<number>): number => {
  let shared = 0;
  for (const word of set) if (other.has(word)) shared++;
  return shared;
};

const wordSet = ({ measures, tokens }: Page, line: number): ReadonlySet<number> => {
  const set = new Set<number>();
  for (let t = measures.first[line] ?? 0; t < (measures.last[line] ?? 0); t++)
    if ((tokens.shape[t] ?? 0) & (Shape.letter | Shape.digit)) set.add(tokens.word[t] ?? 0);
  return set;
};
