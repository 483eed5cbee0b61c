import { type EntityType, entityTypes } from "@readout/model";

/** The entity type in a cell; throws where there is no such type. */
export const readType = (cell: string): EntityType => {
  const type = entityTypes.find((known) => known === cell);
  if (type === undefined) throw new Error(`fact table with an unknown type "${cell}"`);
  return type;
};
