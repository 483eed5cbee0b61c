import { Shape, type Tokens } from "@readout/model";
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { NameCandidate } from "../name-candidate.js";
import type { FoundTitle, TitleFinder } from "../titles.js";
import { countryOf } from "./cues.js";
import type { WordReader } from "./words.js";

/** The title of a person in the text, and whose office it is as far as the words around say. */
export type TitleContext = Readonly<{ title: FoundTitle | null; of: string | null }>;

const none: TitleContext = { title: null, of: null };
/** Longest name of a country that is tried before or after a title, in tokens. */
const COUNTRY_REACH = 4;
const COMMA = 0x2c;

/**
 * Reads the title beside a person's name: "Russian Foreign Minister | Sergei Lavrov", "Syria's President | …", "| Sergei Lavrov,
 * the Russian foreign minister,". Not: "the minister told Sergei Lavrov".
 */
export const titleContext = (
  knowledge: Knowledge,
  titles: TitleFinder,
  wordsOf: WordReader,
  tokens: Tokens,
  name: NameCandidate,
  bounds: Readonly<{ first: number; last: number }>,
): TitleContext => {
  const before = titles.before(tokens, name.first, bounds.first);
  if (before !== null)
    return { title: before, of: countryBefore(knowledge, wordsOf, tokens, before.first, bounds.first) };
  return apposition(knowledge, titles, wordsOf, tokens, name, bounds.last);
};

const apposition = (
  knowledge: Knowledge,
  titles: TitleFinder,
  wordsOf: WordReader,
  tokens: Tokens,
  name: NameCandidate,
  to: number,
): TitleContext => {
  if (tokens.text.charCodeAt(tokens.start[name.last] ?? 0) !== COMMA || name.last >= to) return none;
  for (let token = name.last + 1; token < Math.min(to, name.last + 5); token++) {
    const title = titles.at(tokens, token, to);
    if (title === null || title.title.kind !== "office") continue;
    const of =
      countryBefore(knowledge, wordsOf, tokens, title.first, name.last + 1) ??
      countryAfter(knowledge, wordsOf, tokens, title.last, to);
    return { title, of };
  }
  return none;
};

/** "Russian | foreign minister", "Syria 's | president", "U.S. | President"; former and then- are passed over. */
const countryBefore = (
  knowledge: Knowledge,
  wordsOf: WordReader,
  tokens: Tokens,
  token: number,
  from: number,
): string | null => {
  for (let end = token; end > Math.max(from, token - 3); end--) {
    for (let first = Math.max(from, end - COUNTRY_REACH); first < end; first++) {
      if (((tokens.shape[first] ?? 0) & (Shape.capital | Shape.upper)) === 0) continue;
      const country = countryOf(knowledge, wordsOf(tokens, first, end));
      if (country !== null) return country;
    }
  }
  return null;
};

/** "president of | the Russian Federation". */
const countryAfter = (
  knowledge: Knowledge,
  wordsOf: WordReader,
  tokens: Tokens,
  token: number,
  to: number,
): string | null => {
  for (let last = Math.min(to, token + 1 + COUNTRY_REACH); last > token + 1; last--) {
    const country = countryOf(knowledge, wordsOf(tokens, token + 1, last));
    if (country !== null) return country;
  }
  return null;
};
