import type { EntityType } from "@readout/model";

/** The id of an entity that Wikidata's number is not known of: `x` and 16 hex digits over type, name and country. */
export const entityId = (type: EntityType, name: string, country: string | null): string => {
  const key = `${type}\u0000${name}\u0000${country ?? ""}`;
  return `x${hash(key, 0x811c9dc5)}${hash(key, 0x1b873593)}`;
};

/** FNV-1a over UTF-16 units with a mixed end; two seeds make 64 bits. */
const hash = (key: string, seed: number): string => {
  let h = seed;
  for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0).toString(16).padStart(8, "0");
};
