import { type EntityType, readTable, type Vocabulary } from "@readout/model";
import { sectorWords as sectorTable } from "../../generated/sector-words.js";
import { typeWords as typeTable } from "../../generated/type-words.js";
import { readType } from "../../knowledge/read-type.js";

/** What the words of a name tell about an entity that knowledge does not have. */
export type TypeWords = Readonly<{
  /** "Danube River" is a LOC, "Gulf War" an EVENT, "Sunni" a NORP; null where no word tells. */
  typeOf: (words: readonly number[]) => EntityType | null;
  /** PLOVER sector of an organisation: "Russian Navy" is MIL; the last telling word wins. */
  sectorOf: (words: readonly number[]) => string | null;
}>;

export const createTypeWords = (vocabulary: Vocabulary): TypeWords => {
  const last = new Map<number, EntityType>();
  const first = new Map<number, EntityType>();
  const any = new Map<number, EntityType>();
  const maps: Readonly<Record<string, Map<number, EntityType>>> = { last, first, any };
  for (const { surface, type, position } of readTable(typeTable, ["surface", "type", "position"]))
    maps[position]?.set(vocabulary.add(surface), readType(type));
  const sectors = new Map<number, string>();
  for (const { surface, sector } of readTable(sectorTable, ["surface", "sector"]))
    sectors.set(vocabulary.add(surface), sector);
  return {
    typeOf: (words) => {
      const end = words[words.length - 1] ?? -1;
      const start = words[0] ?? -1;
      const inside = words.map((word) => any.get(word)).find((type) => type !== undefined);
      return (
        (words.length > 1 ? (last.get(end) ?? first.get(start)) : undefined) ??
        inside ??
        last.get(end) ??
        null
      );
    },
    sectorOf: (words) => {
      for (let i = words.length - 1; i >= 0; i--) {
        const sector = sectors.get(words[i] ?? -1);
        if (sector !== undefined) return sector;
      }
      return null;
    },
  };
};
