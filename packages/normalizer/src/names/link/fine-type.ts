import type { EntityType } from "@readout/model";
import type { KnownEntity } from "../../knowledge/known-entity.js";
import type { CoarseType } from "../tagger/labels.js";

const coarse: Readonly<Record<EntityType, CoarseType>> = {
  PERSON: "PER",
  ORG: "ORG",
  GPE: "LOC",
  LOC: "LOC",
  FAC: "LOC",
  NORP: "MISC",
  EVENT: "MISC",
  PRODUCT: "MISC",
};

const usual: Readonly<Record<CoarseType, EntityType>> = {
  PER: "PERSON",
  ORG: "ORG",
  LOC: "GPE",
  MISC: "NORP",
};

/** The type of a mention: the entity's own where it agrees with the tagger's four, else the usual one of these. */
export const fineType = (
  type: CoarseType,
  entity: KnownEntity | null,
  hint: EntityType | null,
): EntityType => {
  if (entity !== null && coarse[entity.type] === type) return entity.type;
  if (hint !== null && coarse[hint] === type) return hint;
  return usual[type];
};
