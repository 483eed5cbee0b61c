import type { Span } from "@readout/model";
import { Tag } from "../grammar/tags.js";
import { firstFrom } from "./first-from.js";
import type { NamedPage } from "./named-page.js";
import { mentionsIn } from "./phrase-mentions.js";

/** So many mentions before a phrase "the two presidents" are remembered. */
const REMEMBERED = 100;

/** "Obama-Putin": two names joined by a hyphen are two; none for other phrases. */
export const hyphenedPair = (page: NamedPage, phrase: number, span: Span): readonly number[] => {
  const { phrases, mentions } = page;
  const { tags, nouns, tokens } = phrases;
  const glues: number[] = [];
  for (let at = nouns.first[phrase] ?? 0; at < (nouns.last[phrase] ?? 0); at++)
    if (tags[at] === Tag.glue) glues.push(at);
  if (glues.length === 0) return [];
  const found = mentionsIn(span, mentions).filter((index) => {
    const mention = mentions[index];
    return (
      mention !== undefined &&
      (mention.type === "PERSON" || mention.type === "GPE") &&
      mention.entity !== null
    );
  });
  const [one, other] = found.map((index) => mentions[index]);
  // Not "Idaho feed-supplement maker Frank Brask", whose hyphen joins other words.
  const joined = glues.some((at) => tokens.start[at] === one?.end && tokens.end[at] === other?.start);
  if (found.length === 2 && joined && one?.entity !== other?.entity) return found;
  return halvesOf(page, phrase);
};

/** The first mentions elsewhere on the page whose last names are the two halves of "Obama-Putin". */
const halvesOf = ({ phrases, people }: NamedPage, phrase: number): readonly number[] => {
  const { tags, nouns, tokens } = phrases;
  for (let at = (nouns.first[phrase] ?? 0) + 1; at + 1 < (nouns.last[phrase] ?? 0); at++) {
    if (tags[at] !== Tag.glue) continue;
    const halves = [at - 1, at + 1].map((token) => {
      const name = tokens.text.slice(tokens.start[token], tokens.end[token]);
      return people().byLastName.get(name) ?? -1;
    });
    if (halves.every((half) => half >= 0)) return halves;
  }
  return [];
};

/** "the two presidents": the two people named last before, where two were; none for other phrases. */
export const twoLeaders = (
  { phrases, mentions, people, tables: { lexicon, words } }: NamedPage,
  phrase: number,
  span: Span,
): readonly number[] => {
  const { nouns, tokens } = phrases;
  const head = nouns.head[phrase] ?? 0;
  if (!lexicon.isLeader(tokens.word[head] ?? -1)) return [];
  let two = false;
  for (let at = nouns.first[phrase] ?? 0; at < head; at++) if (tokens.word[at] === words.two) two = true;
  if (!two) return [];
  const { leaders } = people();
  const found: number[] = [];
  let index = firstFrom(mentions, span.start) - 1;
  for (const oldest = index - REMEMBERED; index >= 0 && index > oldest && found.length < 2; index--) {
    const mention = mentions[index];
    if (mention === undefined || mention.entity === null || !leaders.has(mention.entity)) continue;
    if (mention.type !== "PERSON" || mention.form !== "name") continue;
    if (found.every((other) => mentions[other]?.entity !== mention.entity)) found.unshift(index);
  }
  return found;
};
