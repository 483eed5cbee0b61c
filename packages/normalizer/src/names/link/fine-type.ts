import type { EntityType } from "@readout/model";
import type { KnownEntity } from "../../knowledge/known-entity.js";
import type { CoarseType } from "../tagger/labels.js";

/** The tagger's type that each fine type belongs to. */
export const coarseOf: Readonly<Record<EntityType, CoarseType>> = {
  PERSON: "PER",
  ORG: "ORG",
  GPE: "LOC",
  LOC: "LOC",
  FAC: "LOC",
  NORP: "MISC",
  EVENT: "MISC",
  PRODUCT: "MISC",
};

/**
 * The type of a mention, always within the tagger's four: the known entity's own where it agrees, a building for an
 * organisation that is tagged as a place ("met at the Kremlin"), else what the words of the name tell, else the usual one.
 */
export const fineType = (
  type: CoarseType,
  known: KnownEntity | null,
  hint: EntityType | null,
): EntityType => {
  if (known !== null && coarseOf[known.type] === type) return known.type;
  if (known !== null && type === "LOC" && known.type === "ORG") return "FAC";
  if (hint !== null && coarseOf[hint] === type) return hint;
  if (type === "PER") return "PERSON";
  if (type === "ORG") return "ORG";
  return type === "LOC" ? "GPE" : "PRODUCT";
};
