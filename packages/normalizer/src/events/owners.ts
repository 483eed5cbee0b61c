import type { Participant } from "@readout/model";
import { spanOf } from "./clause.js";
import type { NamedPage } from "./named-page.js";
import { mentionsIn } from "./phrase-mentions.js";

/** Kinds of names that own nothing that is done: "the Everest attack". */
const inanimate: ReadonlySet<string> = new Set(["LOC", "FAC", "EVENT", "PRODUCT"]);

/** Who is named before an event noun: a state, people or organisation; a town there is a place, not an actor: null. */
export const readOwner = (
  { phrases, mentions, entities, tables: { stateNames } }: NamedPage,
  owner: Readonly<{ first: number; last: number }>,
): Participant | null => {
  const span = spanOf(phrases.tokens, owner.first, owner.last);
  const [index = -1] = mentionsIn(span, mentions);
  const mention = mentions[index];
  if (mention === undefined || mention.entity === null || mention.start < span.start) return null;
  const known = entities[mention.entity];
  if (known === undefined || inanimate.has(mention.type)) return null;
  if (mention.type === "GPE" && mention.form !== "demonym" && !stateNames.has(known.name)) return null;
  return {
    role: "actor",
    span: { start: mention.start, end: mention.end },
    mention: index,
    entity: mention.entity,
    name: known.name,
    country: known.country,
    sector: known.sector,
    implied: false,
  };
};
