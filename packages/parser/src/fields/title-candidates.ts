import { Shape, type Span, tokenAt } from "@readout/model";
import type { Run } from "../blocks/best-run.js";
import type { FeatureSheet } from "../features/feature-sheet.js";
import type { Page } from "../page.js";
import { distance, over, pickLines } from "./field-sheet.js";
import { type TitleReading, titleReadings } from "./title-readings.js";
import { eachOverlap, likeness, manyWords, share, sharedWords } from "./word-sets.js";

/** A line, or a part of one, that could be the headline. */
export type TitleCandidate = Readonly<{ line: number; span: Span }>;
export type TitleCandidates = Readonly<{ candidates: readonly TitleCandidate[]; sheet: FeatureSheet }>;

/** A byline or a date stands so many lines after its headline, in a line of no more words. */
const signedWithin = 4;
const signedWords = 14;
/** The site is named again among so many last lines. */
const lastLines = 30;
/** Distances beyond this many lines are all the same. */
const far = 60;

/** The candidates for the headline ({@link titleReadings}), and what is known of each: its line, its words, its copies and echoes on the page. */
export const titleCandidates = (page: Page, sheet: FeatureSheet, run: Run): TitleCandidates => {
  const readings = titleReadings(page, run);
  const picked = pickLines(
    sheet,
    readings.map(({ line }) => line),
  );
  const add = (name: string, value: (reading: TitleReading, place: number) => number): void => {
    picked.add(name, over(readings, value));
  };
  addPlace(add, page, run, readings);
  const linesOf = linesSaying(page, readings);
  addCuts(add, page, readings, linesOf);
  addCopies(add, page, run, linesOf);
  addEchoes(add, page, readings);
  const lead = leadWords(page, run);
  add("in lead", ({ words }) => share(sharedWords(words, lead), words.length));
  add("long words in lead", ({ span }) => longWordsIn(page, span, lead));
  return { candidates: readings, sheet: picked };
};

type LinesByKey = ReadonlyMap<number, readonly number[]>;
type Add = (name: string, value: (reading: TitleReading, place: number) => number) => void;

const addPlace = (add: Add, page: Page, run: Run, readings: readonly TitleReading[]): void => {
  const longest = readings.reduce((top, { count }) => Math.max(top, count), 1);
  // How many candidates of each length stand between a candidate and the article.
  const longer = new Int32Array(readings.length);
  const ofLength: number[] = [];
  for (let k = readings.length - 1; k >= 0; k--) {
    const { line, count } = readings[k] as TitleReading;
    for (let length = count; length < ofLength.length; length++)
      longer[k] = (longer[k] ?? 0) + (ofLength[length] ?? 0);
    if (line > run.first || line === 0) continue;
    while (ofLength.length <= count) ofLength.push(0);
    ofLength[count] = (ofLength[count] ?? 0) + 1;
  }
  add("own words", ({ count }) => count);
  add("words of longest", ({ count }) => count / longest);
  add("longer before run", (_, k) => longer[k] ?? 0);
  add("candidates after", (_, k) => readings.length - 1 - k);
  add("to run", ({ line }) => distance(line, run.first));
  add("signed after", ({ line }) => signedAfter(page, line));
};

/** What was cut off a line of the page's title, and whether the page says it elsewhere, as it does the name of its site. */
const addCuts = (add: Add, page: Page, readings: readonly TitleReading[], linesOf: LinesByKey): void => {
  const { words } = page.measures.columns;
  const end = manyWords(
    page,
    page.measures.first[Math.max(0, page.measures.length - lastLines)] ?? 0,
    page.tokens.length,
  );
  const isTitle = new Set(readings.filter(({ line }) => line === 0).map(({ key }) => key));
  add("is first line", ({ line }) => (line === 0 ? 1 : 0));
  add("is page title", ({ key, line }) => (line !== 0 && isTitle.has(key) ? 1 : 0));
  add("cut before", ({ cutBefore }) => cutBefore);
  add("cut after", ({ cutAfter }) => cutAfter);
  add("cuts", ({ cuts }) => cuts);
  add("words cut", ({ line, count }) => (words[line] ?? 0) - count);
  add("tail words", ({ tail }) => tail.length);
  add("tail is a line", ({ tailKey }) => linesOf.get(tailKey)?.length ?? 0);
  add("tail at end", ({ tail }) => share(sharedWords(tail, end), tail.length));
};

/** Lines that say the same as a candidate, word by word. */
const addCopies = (add: Add, page: Page, run: Run, linesOf: LinesByKey): void => {
  const { repeats } = page;
  const others = ({ key, line }: TitleReading): readonly number[] =>
    (linesOf.get(key) ?? []).filter((other) => other !== line);
  add("own lines", (reading) => others(reading).length);
  add("own line to run", (reading) =>
    others(reading).reduce(
      (best, line) => (Math.abs(line - run.first) < Math.abs(best) ? line - run.first : best),
      far,
    ),
  );
  add("copy follows", ({ line }) =>
    (repeats.count[line] ?? 1) > 1 && (repeats.before[line] ?? -1) < 0 ? 1 : 0,
  );
};

/** Candidates and the first line of the page that share words with a candidate: a headline is echoed in the page's title, in breadcrumbs and links to share it. */
const addEchoes = (add: Add, page: Page, readings: readonly TitleReading[]): void => {
  const title = manyWords(page, 0, page.measures.last[0] ?? 0);
  const shared = readings.map(({ words }) => sharedWords(words, title));
  const toTitle = readings.map(({ words }, k) => likeness(shared[k] ?? 0, words.length, title.size));
  const mostShared = readings.reduce(
    (most, { line }, k) => (line === 0 ? most : Math.max(most, shared[k] ?? 0)),
    0,
  );
  const bestEcho = new Float32Array(readings.length);
  const held = new Int32Array(readings.length);
  eachOverlap(
    readings.map(({ words }) => words),
    (k, other, count) => {
      const [own, echo] = [readings[k] as TitleReading, readings[other] as TitleReading];
      if (echo.line === own.line || echo.line === 0) return;
      bestEcho[k] = Math.max(bestEcho[k] ?? 0, likeness(count, own.words.length, echo.words.length));
      if (own.words.length > 1 && count === own.words.length) held[k] = (held[k] ?? 0) + 1;
    },
  );
  const ranked = readings
    .flatMap(({ line }, k) => (line === 0 ? [] : [toTitle[k] ?? 0]))
    .sort((a, b) => b - a);
  add("in first line", ({ words }, k) => share(shared[k] ?? 0, words.length));
  add("of first line", (_, k) => share(shared[k] ?? 0, title.size));
  add("first line shared", (_, k) => shared[k] ?? 0);
  add("of best shared", (_, k) => share(shared[k] ?? 0, mostShared));
  add("first line echoed", () => share(mostShared, title.size));
  add("likeness", (_, k) => toTitle[k] ?? 0);
  add("more alike", (_, k) => {
    const at = ranked.findIndex((value) => value <= (toTitle[k] ?? 0));
    return at < 0 ? ranked.length : at;
  });
  add("best echo", (_, k) => bestEcho[k] ?? 0);
  add("held by others", (_, k) => Math.min(4, held[k] ?? 0));
};

/** The lines that say what candidates say, or what was cut off behind them, by the hash over their words. */
const linesSaying = ({ measures }: Page, readings: readonly TitleReading[]): LinesByKey => {
  const found = new Map<number, number[]>();
  for (const { key, tailKey } of readings) {
    if (!found.has(key)) found.set(key, []);
    if (!found.has(tailKey)) found.set(tailKey, []);
  }
  const { words } = measures.columns;
  for (let line = 0; line < measures.length; line++)
    if ((words[line] as number) > 0) found.get(measures.key[line] as number)?.push(line);
  return found;
};

/** Whether a byline (1) or a date (2) or both (3) stand in the short lines after a line. */
const signedAfter = ({ measures }: Page, line: number): number => {
  const { words, byline, years } = measures.columns;
  let signed = 0;
  for (let at = line + 1; at <= line + signedWithin && at < measures.length; at++) {
    if ((words[at] ?? 0) > signedWords) continue;
    if ((byline[at] ?? 0) > 0) signed |= 1;
    if ((years[at] ?? 0) > 0) signed |= 2;
  }
  return signed;
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

/** Share of the long words of a span that the lead has; −1 where it has none. */
const longWordsIn = ({ tokens }: Page, span: Span, lead: ReadonlySet<number>): number => {
  let long = 0;
  let inside = 0;
  for (let t = tokenAt(tokens, span.start); t < tokens.length && (tokens.start[t] ?? 0) < span.end; t++) {
    if ((tokens.end[t] ?? 0) - (tokens.start[t] ?? 0) < longWord) continue;
    long++;
    if (lead.has(tokens.word[t] ?? 0)) inside++;
  }
  return long > 0 ? inside / long : -1;
};
