import type { Span } from "@readout/model";
import type { Body } from "../blocks/find-body.js";
import { Forest, readTrees } from "../blocks/trees.js";
import type { Column } from "../features/columns.js";
import { contextFeatures } from "../features/context-features.js";
import type { FeatureSheet } from "../features/feature-sheet.js";
import { Ending } from "../lines/line-measures.js";
import { findMasthead, type Masthead } from "../metadata/masthead.js";
import type { Page } from "../page.js";
import { type AuthorCandidate, authorCandidates } from "./author-candidates.js";
import { bareHeadline } from "./bare-headline.js";
import { type DateCandidate, dateCandidates, inStatedOrder } from "./date-candidates.js";
import type { Field, FieldReaders } from "./field-sheet.js";
import { titleCandidates } from "./title-candidates.js";

/** Trees by field. */
export type FieldModel = Readonly<Record<Field, Forest>>;

/** Reads the table that scripts/train-fields.ts writes. */
export const loadFieldModel = (table: string): FieldModel => ({
  title: new Forest(readTrees(table, "title")),
  author: new Forest(readTrees(table, "author")),
  published: new Forest(readTrees(table, "published")),
});

/** The candidates chosen for a page; null (title: −1) where none is likely enough. Absent is an answer. */
export type Picked = Readonly<{
  title: number;
  /** The headline itself within that line; null where there is no line. */
  headline: Span | null;
  author: AuthorCandidate | null;
  published: DateCandidate | null;
  masthead: Masthead | null;
}>;

/** Logits from which a candidate is believed: the lowest that kept precision at .85 for authors, .92 for dates (cross-validated on wcxb_dev). */
const least: Readonly<Record<Field, number>> = { title: -6, author: -0.5, published: 0.5 };

/** Labels up to this say that the day is one of an update, which is never taken for that of publication. */
const updated = -1.5;
/** Labels from this on say that the day is one of publication, which is believed from a lower logit where no other date is (swept −1 to −3 on wcxb_dev). */
const publication = 1.5;
const leastLabelled = -2;
/**
 * What such a label is worth against dates without one, in logits: `Harbour repaired - May 1, 2014`, another article's, stood before `Posted on May
 * 3, 2014`. On wcxb_dev it costs one page of 712 (swept 0 to 4: one or two).
 */
const worthOfLabel = 4;

/** Picks the headline first, then the byline that lies best to it, then the date that lies best to both; neither a bare name nor a date in a caption counts. */
export const pickFields = (
  page: Page,
  body: Body,
  seen: FeatureSheet,
  model: FieldModel,
  readers: FieldReaders,
  isCaption: (line: number) => boolean,
): Picked => {
  const sheet = contextFeatures(page, seen);
  const masthead = findMasthead(page, body, readers.nameWords);
  const titles = titleCandidates(page, sheet, body.run);
  const sentence = onlySentence(page, body);
  const isHeadline = (k: number): boolean => {
    const line = titles.candidates[k]?.line;
    return line !== masthead?.line && line !== sentence;
  };
  const headline =
    titles.candidates[bestOf(scoresOf(model.title, titles.sheet), least.title, isHeadline)] ?? null;
  const title = headline?.line ?? -1;
  const authors = authorCandidates(page, readers.nameWords, sheet, body.run, title);
  const isNamed = (k: number): boolean => {
    const { line, byline } = authors.candidates[k] as AuthorCandidate;
    return line !== sentence && (byline.form === "opened" || !isCaption(line));
  };
  const author =
    authors.candidates[bestOf(scoresOf(model.author, authors.sheet), least.author, isNamed)] ?? null;
  const dates = dateCandidates(page, readers, sheet, body.run, title, author?.line ?? -1);
  const label = dates.sheet.columns.length > 0 ? dates.sheet.column("label") : new Float32Array();
  const stated = (k: number): boolean =>
    (label[k] ?? 0) > updated && !isCaption(dates.candidates[k]?.line ?? -1);
  const labelled = (k: number): boolean => (label[k] ?? 0) >= publication && stated(k);
  const scores = scoresOf(model.published, dates.sheet);
  const weighed = scores.map((score, k) => ((label[k] ?? 0) >= publication ? score + worthOfLabel : score));
  const published =
    dates.candidates[bestOf(weighed, least.published, stated)] ??
    dates.candidates[bestOf(scores, leastLabelled, labelled)] ??
    null;
  const bare = headline === null ? null : bareHeadline(page, headline.span, readers.words, readers.nameWords);
  return {
    title,
    headline: bare,
    author,
    published: published === null ? null : inStatedOrder(published, dates.candidates),
    masthead,
  };
};

/** The line of an article that is one line and ends as a sentence: it is the article, and neither heads nor signs one. -1 where there is no such line. */
const onlySentence = ({ measures }: Page, { isBody }: Body): number => {
  const line = isBody.indexOf(1);
  return line === isBody.lastIndexOf(1) && measures.ending[line] === Ending.stop ? line : -1;
};

const scoresOf = (trees: Forest, sheet: FeatureSheet): Column =>
  (sheet.columns[0]?.length ?? 0) === 0 ? new Float32Array() : trees.score(sheet);

/** The candidate that scores highest above a threshold, the earliest of equals; -1 where none does. */
const bestOf = (
  scores: Column,
  threshold: number,
  allowed: (candidate: number) => boolean = () => true,
): number => {
  let best = -1;
  let highest = threshold;
  scores.forEach((score, k) => {
    if (score > highest && allowed(k)) {
      highest = score;
      best = k;
    }
  });
  return best;
};
