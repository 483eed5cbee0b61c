import type { Mention, Participant, Span, Tokens } from "@readout/model";
import { tokenAt } from "@readout/model";
import { SideWord, type SideWords } from "./side-words.js";

/** Where a participant is read: what the page tells of its names. */
export type Page = Readonly<{
  tokens: Tokens;
  mentions: readonly Mention[];
  /** The entities that the page gives the title of an office somewhere: {@link officialsIn}. */
  officials: ReadonlySet<number>;
  sideWords: SideWords;
}>;

/**
 * Tokens up to which a text is no page but a sentence or two. Such a text has nothing beside the sentence to say who a name is, so
 * the rules that ask for known political sides do not hold there: the same sentence may be coded on its own and not on a page.
 */
export const BRIEF = 60;

/** Sectors that can make others do things. */
export const powers: ReadonlySet<string> = new Set([
  "GOV",
  "MIL",
  "COP",
  "SPY",
  "JUD",
  "LEG",
  "REB",
  "UAF",
  "PRM",
  "IGO",
]);

/** Sectors that bear arms. */
export const armed: ReadonlySet<string> = new Set(["MIL", "COP", "REB", "UAF", "SPY", "CRM", "PRM"]);

/** The entities that have the title of an office in one of their mentions. */
export const officialsIn = (mentions: readonly Mention[], words: SideWords): ReadonlySet<number> => {
  const officials = new Set<number>();
  for (const { entity, roleTitle } of mentions)
    if (entity !== null && roleTitle !== null && isOffice(words.ofTitle(roleTitle))) officials.add(entity);
  return officials;
};

export const isPlace = ({ mention }: Participant, { mentions }: Page): boolean => {
  const type = mentions[mention ?? -1]?.type;
  return type === "GPE" || type === "LOC" || type === "FAC";
};

export const isPerson = ({ mention }: Participant, { mentions }: Page): boolean =>
  mentions[mention ?? -1]?.type === "PERSON";

/** "we", "someone": nobody the page tells of. */
export const isVague = (one: Participant, page: Page): boolean =>
  !one.implied && one.entity === null && isOnly(one.span, page, SideWord.vague);

export const isPronoun = ({ span }: Participant, page: Page): boolean => isOnly(span, page, SideWord.pronoun);

/** "the man": one person, who makes no march. */
export const isSingle = (one: Participant, page: Page): boolean => {
  if (isPerson(one, page) || isPronoun(one, page)) return true;
  return one.span !== null && one.mention === null && !isSeveral(one.span, page);
};

/** Whether the page or the words say who it is: an entity, a sector, a country, a name. `opening` is where the sentence begins. */
export const knows = (one: Participant, page: Page, opening: number): boolean => {
  const { implied, entity, sector, country, mention, span } = one;
  if (implied) return false;
  if (entity !== null || mention !== null || country !== null) return true;
  return (sector !== null && sector !== "CVL") || (span !== null && isNamed(span, page, opening));
};

/** Can make others do things: a state, its arm, those who bear arms. */
export const hasPower = (one: Participant, { mentions, tokens }: Page): boolean => {
  const mention = mentions[one.mention ?? -1];
  const type = mention?.type;
  if (mention !== undefined && type === "PERSON" && !ownsWhatFollows(one, mention, tokens.text))
    return one.sector !== null && armed.has(one.sector);
  return (
    (one.sector !== null && powers.has(one.sector)) ||
    (one.country !== null && (type === "GPE" || type === "NORP"))
  );
};

export const bearsArms = (one: Participant, { mentions }: Page): boolean => {
  const type = mentions[one.mention ?? -1]?.type;
  if (one.sector !== null && armed.has(one.sector)) return true;
  const civil = type === "PERSON" || type === "ORG" || one.sector === "PTY" || one.sector === "BUS";
  return one.country !== null && !civil;
};

/** "President Barack Obama", or "Obama" where the page gives him the title. */
export const holdsOffice = (one: Participant, page: Page): boolean => {
  if (one.span === null || one.entity === null) return false;
  const bits = page.sideWords.within(page.tokens, one.span);
  if ((bits & SideWord.office) !== 0) return isOffice(bits);
  return one.sector === "GOV" && page.officials.has(one.entity);
};

/** A state, an office, an organisation, where the phrase itself says so: "the union", no pronoun. */
export const isBody = (one: Participant, page: Page): boolean => {
  if (one.implied || isPronoun(one, page) || isOnly(one.span, page, SideWord.vague)) return false;
  if (hasPower(one, page)) return true;
  const bits = one.span === null ? 0 : page.sideWords.within(page.tokens, one.span);
  if (one.entity !== null && isOffice(bits)) return true;
  const type = page.mentions[one.mention ?? -1]?.type;
  if (type === "ORG" && one.sector !== "PTY" && one.sector !== "JRN") return true;
  return one.sector === "LAB" || one.sector === "OPP" || one.sector === "CRM";
};

/** "the city", "a memorial": no host by itself. */
export const isSite = ({ span }: Participant, { tokens, sideWords }: Page): boolean =>
  span !== null && (sideWords.within(tokens, span) & SideWord.site) !== 0;

/** "officials", "a staffer": for whom they act is said beside them or not at all. */
export const isGenericSide = ({ span }: Participant, { tokens, sideWords }: Page): boolean =>
  span !== null && (sideWords.within(tokens, span) & SideWord.generic) !== 0;

/** Of the camp of whoever is spoken of: "her staff", "fellow commanders"; not "his counterpart", nor "his ministers", who act for the state. */
export const isOwnCamp = ({ span }: Participant, { tokens, sideWords }: Page): boolean => {
  if (span === null) return false;
  const first = tokenAt(tokens, span.start);
  // "her" alone is somebody.
  const alone = (tokens.end[first] ?? 0) >= span.end;
  if (alone || (sideWords.of(tokens.word[first] ?? -1) & SideWord.own) === 0) return false;
  return (sideWords.within(tokens, span) & (SideWord.across | SideWord.office)) === 0;
};

const isOffice = (bits: number): boolean => (bits & (SideWord.office | SideWord.former)) === SideWord.office;

/** Whether all words of a phrase are of a class: "us", "each other". */
const isOnly = (span: Span | null, { tokens, sideWords }: Page, bit: number): boolean => {
  if (span === null) return false;
  for (let at = tokenAt(tokens, span.start); at < tokens.length; at++) {
    if ((tokens.start[at] ?? 0) >= span.end) break;
    if ((sideWords.of(tokens.word[at] ?? -1) & bit) === 0) return false;
  }
  return true;
};

/** Plurals, counts, crowds. */
const isSeveral = ({ start, end }: Span, { tokens, sideWords }: Page): boolean => {
  for (let at = tokenAt(tokens, start); at < tokens.length && (tokens.start[at] ?? 0) < end; at++) {
    if ((sideWords.of(tokens.word[at] ?? -1) & SideWord.crowd) !== 0) return true;
    const last = tokens.text.charCodeAt((tokens.end[at] ?? 1) - 1);
    if (last === LETTER_S || (last >= DIGIT_0 && last <= DIGIT_9)) return true;
  }
  return false;
};

/** Whether a phrase ends in a name that nobody has recognised; one word at the head of a sentence may be any word. */
const isNamed = (span: Span, { tokens, sideWords }: Page, opening: number): boolean => {
  const { text } = tokens;
  const written = text.slice(span.start, span.end);
  const start = span.end - (written.split(/\s/).at(-1) ?? written).length;
  const initial = text.charCodeAt(start);
  if (initial < LETTER_A || initial > LETTER_Z) return false;
  const bits = sideWords.within(tokens, { start, end: span.end });
  if ((bits & (SideWord.vague | SideWord.pronoun)) !== 0) return false;
  if (start > span.start || span.start > opening) return true;
  // One word at the head may be any: "Notably", "Others".
  const last = text.slice(start, span.end);
  return last === last.toUpperCase() || !(last.endsWith("s") || last.endsWith("ly"));
};

/** "Ada Mwale's government" is no person. */
const ownsWhatFollows = ({ span }: Participant, { end }: Mention, text: string): boolean =>
  span !== null && end < span.end && (text[end] === "'" || text[end] === "’");

const LETTER_A = 0x41;
const LETTER_Z = 0x5a;
const LETTER_S = 0x73;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;
