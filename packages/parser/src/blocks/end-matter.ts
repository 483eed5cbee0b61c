import { type BlockRole, Shape } from "@readout/model";
import type { Picked } from "../fields/pick-fields.js";
import { Ending } from "../lines/line-measures.js";
import type { Clues } from "./clues.js";
import type { Body } from "./find-body.js";

/** So many lines at the end of the article are looked at. */
const reach = 40;
/** A call to the reader (Read …, Follow …) has no more words than this. */
const callWords = 16;
/** A line of fewer words is a label, no note. */
const noteLeast = 6;
/** A note on the author has no more words than this. */
const noteWords = 60;
/** The label that opens an appeal has no more words than this. */
const labelWords = 9;
/** A sentence of the page to its reader has no fewer words than this; a call to follow a handle no more. */
const sentenceWords = 9;
const handleWords = 4;
/**
 * Below this logit the model is unsure of a sentence that speaks to the reader; it is then none of the article. An article that has spoken
 * to its reader before (a guide, a letter) may well go on to (swept −1–0.2 and 0.2–4 on wcxb_dev).
 */
const unsure = 1;
const unsureInGuide = -1;
/** Share of the article's words that must stand before anything that ends it. */
const leastBefore = 0.3;

/**
 * What the run of the article took in at its end and is none of it: all that follows a byline at the end; an appeal from its label
 * on (`A message from …`, `Dear readers,`) as long as it says we and you; calls to the reader, labels and notes on the author that
 * close the run. Gives roles by line.
 */
export const findEndMatter = (clues: Clues, body: Body, picked: Picked): ReadonlyMap<number, BlockRole> => {
  const roles = new Map<number, BlockRole>();
  const { measures } = clues.page;
  const { words } = measures.columns;
  let total = 0;
  for (let line = body.run.first; line < body.run.last; line++)
    if (body.isBody[line] === 1) total += words[line] ?? 0;
  let before = 0;
  let ended = false;
  const guide = firstToReader(clues, body);
  /** The label that opened an appeal, −1 outside one. */
  let appeal = -1;
  for (let line = body.run.first; line < body.run.last; line++) {
    const late = before >= total * leastBefore;
    if (ended) roles.set(line, furnitureRole(clues, line));
    else if (late && line === picked.author?.line && picked.author.byline.form === "opened") ended = true;
    else if (late && opensAppeal(clues, line)) appeal = line;
    else if (appeal >= 0 && !speaksToReader(clues, body, line, guide < appeal)) appeal = -1;
    if (appeal >= 0 && !ended) roles.set(line, "promotion");
    if (body.isBody[line] === 1) before += words[line] ?? 0;
  }
  for (let line = body.run.last - 1; line >= Math.max(body.run.first + 1, body.run.last - reach); line--) {
    if (roles.has(line) || body.isBody[line] !== 1) continue;
    const role = closingRole(clues, body, line, guide < line);
    if (role === null) break;
    roles.set(line, role);
  }
  return roles;
};

/** What a line is that is known to lie behind the article, by its words. */
export const furnitureRole = (clues: Clues, line: number): BlockRole => {
  const { legal, appeal, author_note, platform, words } = clues.page.measures.columns;
  const known = clues.roleOf(line, false);
  if (known !== null && known !== "caption") return known;
  if ((author_note[line] ?? 0) > 0 && (words[line] ?? 0) >= noteLeast) return "author_note";
  if ((legal[line] ?? 0) > 0) return "notice";
  if ((appeal[line] ?? 0) + (platform[line] ?? 0) > 0 || isHandle(clues, line)) return "promotion";
  return speaksAlways(clues, line) || speaksInSentence(clues, line) ? "promotion" : "related";
};

/** Whether a sentence says we or you in one word of eight: it is the page that speaks, to its reader. */
const speaksAlways = ({ page }: Clues, line: number): boolean => {
  const { words, first_person, second_person } = page.measures.columns;
  return (
    (words[line] ?? 0) >= noteLeast &&
    ((first_person[line] ?? 0) + (second_person[line] ?? 0)) * 8 >= (words[line] ?? 0)
  );
};

/** `We are on the air in nine languages.`: a sentence that says we or you, and quotes nobody; no `How we chose`. */
const speaksInSentence = ({ page }: Clues, line: number): boolean => {
  const { words, first_person, second_person, quotes } = page.measures.columns;
  return (
    page.measures.ending[line] === Ending.stop &&
    (words[line] ?? 0) >= sentenceWords &&
    (quotes[line] ?? 0) === 0 &&
    (first_person[line] ?? 0) + (second_person[line] ?? 0) > 0
  );
};

/** `Follow @harbourpost`. */
const isHandle = (clues: Clues, line: number): boolean => {
  const { words, addresses } = clues.page.measures.columns;
  return (words[line] ?? 0) <= handleWords && (addresses[line] ?? 0) > 0 && clues.opensWithAction(line);
};

const opensAppeal = (clues: Clues, line: number): boolean =>
  (clues.page.measures.columns.words[line] ?? 0) <= labelWords &&
  clues.roleOf(line, true) === "promotion" &&
  !clues.labelsAdvert(line);

/** Whether a line says we, or asks for something, or is too short to say anything; one that says you and no more only where the model is unsure of it. */
const speaksToReader = ({ page }: Clues, body: Body, line: number, inGuide: boolean): boolean => {
  const { words, first_person, second_person, appeal } = page.measures.columns;
  if ((words[line] ?? 0) < 12 || (first_person[line] ?? 0) + (appeal[line] ?? 0) > 0) return true;
  return (second_person[line] ?? 0) > 0 && isUnsure(body, line, inGuide);
};

/** Whether the model is unsure of a line that speaks to the reader; never where there is no model. */
const isUnsure = ({ sheet }: Body, line: number, inGuide: boolean): boolean => {
  const least = inGuide ? unsureInGuide : unsure;
  return (sheet?.column("logit")[line] ?? least) < least;
};

/** The first line of an article that speaks to the reader, the number of lines where none does. */
const firstToReader = (clues: Clues, { run, isBody }: Body): number => {
  for (let line = run.first; line < run.last; line++)
    if (isBody[line] === 1 && speaksInSentence(clues, line)) return line;
  return clues.page.lines.length;
};

/** What a line is that closes the article, or null where it is text. */
const closingRole = (clues: Clues, body: Body, line: number, inGuide: boolean): BlockRole | null => {
  const { measures } = clues.page;
  const { words, action, appeal, platform, related } = measures.columns;
  const known = clues.roleOf(line, true);
  if (known !== null && known !== "caption") return known;
  if (isAuthorNote(clues, body, line)) return "author_note";
  if (speaksInSentence(clues, line) && isUnsure(body, line, inGuide)) return "promotion";
  if ((words[line] ?? 0) > callWords) return null;
  if ((platform[line] ?? 0) > 0 || (appeal[line] ?? 0) > 0) return "promotion";
  if ((action[line] ?? 0) > 0 && clues.opensWithAction(line)) return "related";
  return (related[line] ?? 0) > 0 && measures.ending[line] !== Ending.stop ? "related" : null;
};

/** `Ana Ruiz is president of a foundation in Oslo.`: a name that the article has not, then is, was, covers, writes. */
const isAuthorNote = ({ page }: Clues, body: Body, line: number): boolean => {
  const { measures, tokens } = page;
  if ((measures.columns.words[line] ?? 0) > noteWords) return false;
  const first = measures.first[line] ?? 0;
  let at = first;
  while (at < first + 4 && (tokens.shape[at] ?? 0) & Shape.capital) at++;
  if (at - first < 2 || at - first > 3) return false;
  const verb = tokens.text.slice(tokens.start[at], tokens.end[at]).toLowerCase();
  if (!noteVerbs.has(verb)) return false;
  const surname = tokens.word[at - 1] ?? -1;
  for (let other = body.run.first; other < line; other++) {
    if (body.isBody[other] !== 1) continue;
    for (let token = measures.first[other] ?? 0; token < (measures.last[other] ?? 0); token++)
      if (tokens.word[token] === surname) return false;
  }
  return true;
};

const noteVerbs = new Set(["is", "was", "covers", "writes", "reports", "teaches", "has", "works", "serves"]);
