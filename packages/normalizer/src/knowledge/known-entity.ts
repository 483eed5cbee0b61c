import type { EntityType } from "@readout/model";

export type KnownKind = "state" | "place" | "person" | "organisation" | "group" | "outlet" | "summit";

/** Somebody or something that the fact tables know. `index` is its place in `Knowledge.entities`. */
export type KnownEntity = Readonly<{
  index: number;
  kind: KnownKind;
  /** The name under which tables show it. */
  name: string;
  type: EntityType;
  qid: string | null;
  /** ISO 3166 alpha-3 of the state that it is, lies in or belongs to. */
  country: string | null;
  lat: number | null;
  lon: number | null;
  /** PLOVER sector; null for places and for people, whose sector depends on the office at the date. */
  sector: string | null;
  /** Inhabitants of a place, 0 where unknown: the prior among places of one name. */
  population: number;
  /** What the fact table calls its sort: capital, city, site, water, IGO, ministry, newspaper, state, former … */
  sort: string;
}>;

export type KnownEntityDraft = Omit<KnownEntity, "index">;

/** How a name refers: by what it is called, by capitals, by people or adjective, by the seat of a government. */
export const AliasForm = { name: 0, acronym: 1, demonym: 2, metonym: 3, surname: 4 } as const;
export type AliasForm = (typeof AliasForm)[keyof typeof AliasForm];

/** One written name of one known entity. */
export type Alias = Readonly<{ name: string; entity: number; form: AliasForm }>;

/** An empty cell as null, else the number. */
export const readNumber = (cell: string): number | null => (cell === "" ? null : Number(cell));

/** An empty cell as null. */
export const readCell = (cell: string): string | null => (cell === "" ? null : cell);

/**
 * Whether a name is written as initials: NATO, U.N., P5+1, M23, LeT. Such names need their capitals to be recognised: "Let them" is no
 * Lashkar-e-Taiba.
 */
export const isAcronym = (name: string): boolean => {
  if (name.length > 8) return false;
  let capitals = 0;
  let small = 0;
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    if (unit === 0x20) return false;
    if (unit >= 0x61 && unit <= 0x7a) small++;
    if (unit >= 0x41 && unit <= 0x5a) capitals++;
  }
  return small === 0 ? capitals > 0 : capitals > 1 && name.length <= 4;
};
