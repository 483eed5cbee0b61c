import type { Participant } from "@readout/model";
import { spanOf } from "./clause.js";
import type { NamedPage } from "./named-page.js";

/** "I" and "me" in quoted words are whoever is quoted; null for other phrases. */
export const speakerOf = (
  { phrases, entities, quotes, tables: { words } }: NamedPage,
  phrase: number,
  role: Participant["role"],
): Participant | null => {
  const { nouns, tokens } = phrases;
  const head = nouns.head[phrase] ?? 0;
  const word = tokens.word[head] ?? -1;
  if (word !== words.i && word !== words.me) return null;
  const span = spanOf(tokens, head, head + 1);
  const said = quotes.around(span).find(({ quote }) => quote.speakerEntity !== null);
  const entity = said?.quote.speakerEntity ?? null;
  const known = entity === null ? undefined : entities[entity];
  if (known === undefined) return null;
  const { name, country, sector } = known;
  return { role, span, mention: null, entity, name, country, sector, implied: false };
};

/** "I'd like to punch him": a third person in quoted words is not whoever is quoted. */
export const isQuotedSpeaker = (
  { mentions, quotes }: NamedPage,
  { mention, entity, span }: Participant,
): boolean => {
  const found = mentions[mention ?? -1];
  if (found?.form !== "pronoun" || entity === null || span === null) return false;
  const [said] = quotes.around(span);
  return said?.quote.kind === "direct" && said.quote.speakerEntity === entity;
};
