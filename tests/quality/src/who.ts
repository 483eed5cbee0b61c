import type { Row } from "@readout/model/rows";
import type { GoldEntity } from "./gold-page.js";
import { foldName } from "./spans.js";

type Entity = Row<"entities">;

/** Is the entity of a row the one that gold calls `name`? By QID where both have one, else by name. */
export type Who = (name: string, entity: Entity | undefined, written: string | null) => boolean;

/**
 * @param gold The entities of the page: they give a name its QIDs and other spellings. A name that is not among them
 * (a country that the page has only as an adjective) is compared as it stands.
 */
export const createWho = (gold: readonly GoldEntity[]): Who => {
  const byName = new Map(gold.map((entity) => [entity.name, entity]));
  return (name, entity, written) => {
    const known = byName.get(name);
    if (known && known.qid.length > 0 && entity?.qid) return known.qid.includes(entity.qid);
    const names = new Set([name, ...(known ? known.mentions.flatMap(wordsOf) : [])].map(foldName));
    return [entity?.name ?? null, written].some((one) => one !== null && names.has(foldName(one)));
  };
};

const wordsOf = (mention: GoldEntity["mentions"][number]): readonly string[] =>
  typeof mention === "string" ? [mention] : mention.text;
