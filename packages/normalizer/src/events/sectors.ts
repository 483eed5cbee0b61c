import type { Mention } from "@readout/model";
import type { Phrases } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import type { EventLexicon } from "./event-lexicon.js";
import { SideWord } from "./side-words.js";
import type { Tables } from "./tables.js";

/**
 * The PLOVER sector (GOV, MIL, REB …) of a phrase is that of its head ("police officers"), or of the word before a head that has no
 * camp of its own ("rebel leaders", "church groups"); before a name that of its title. A thing has that of the name or owner before it
 * ("the White House statement"), and none from other words: "a military role". `mention` is the name that the phrase is about, if any.
 */
export const sectorOfPhrase = (
  phrases: Phrases,
  phrase: number,
  mention: Mention | undefined,
  tables: Tables,
): string | null => {
  const { lexicon, judge } = tables;
  const { nouns, tokens, tags } = phrases;
  const head = nouns.head[phrase] ?? 0;
  const own = sectorAt(tokens, head, mention, lexicon);
  const generic = isGeneric(phrases, phrase, tables);
  if (own !== null && !generic) return own;
  const named = tags[head] === Tag.proper || tags[head] === Tag.number;
  const thing = own === null && !named && !generic && !judge.canAct(phrases, phrase);
  for (let at = head - 1; at >= (nouns.first[phrase] ?? 0); at--) {
    const sector = sectorAt(tokens, at, mention, lexicon);
    if (sector !== null && (!thing || tags[at] === Tag.proper || isOwner(phrases, phrase, at))) return sector;
  }
  return own ?? (mention?.roleTitle == null ? null : sectorOfTitle(mention.roleTitle, lexicon));
};

/** Whether the head of a phrase has no camp of its own: leader, group. */
export const isGeneric = ({ nouns, tokens }: Phrases, phrase: number, { sideWords }: Tables): boolean =>
  (sideWords.of(tokens.word[nouns.head[phrase] ?? 0] ?? -1) & SideWord.generic) !== 0;

/** "Senator" LEG; null where no word of the title says it. */
export const sectorOfTitle = (title: string, lexicon: EventLexicon): string | null => {
  let found: string | null = null;
  for (const word of title.split(" ").map((part) => part.split("-")[0] ?? part)) {
    const sector = lexicon.sectorOfWord(word);
    if (sector !== null && sector !== "") found = sector;
  }
  return found;
};

/** "the king's speech": whose a thing is speaks in it. */
const isOwner = ({ nouns }: Phrases, phrase: number, at: number): boolean => {
  const owner = nouns.possessor[phrase] ?? -1;
  return owner >= 0 && nouns.head[owner] === at;
};

/** The sector of one word; none where it is part of a person's name: "Howard Dean" is no dean. */
const sectorAt = (
  tokens: Phrases["tokens"],
  at: number,
  mention: Mention | undefined,
  lexicon: EventLexicon,
): string | null => {
  // "Secretary-General" is no general: a rank does not hang on a hyphen.
  if (isHyphened(tokens, at)) return null;
  const start = tokens.start[at] ?? 0;
  const named = mention?.type === "PERSON" && mention.form === "name";
  if (named && start >= mention.start && start < mention.end) return null;
  const sector = lexicon.sectorOf(tokens.word[at] ?? -1);
  return sector === "" ? null : sector;
};

const isHyphened = (tokens: Phrases["tokens"], at: number): boolean =>
  at > 0 && tokens.text[(tokens.start[at] ?? 0) - 1] === "-";
