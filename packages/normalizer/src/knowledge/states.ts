import { readList, readTable } from "@readout/model";
import { states as table } from "../generated/states.js";
import type { FactCollector } from "./fact-collector.js";
import { AliasForm, readCell, readNumber } from "./known-entity.js";

/** A state, territory or polity, its entity and the seats of its government. */
export type State = Readonly<{
  entity: number;
  country: string | null;
  name: string;
  capitals: readonly string[];
}>;

/** States, territories and polities past and present, with demonyms and the seats of their governments. */
export const readStates = (facts: FactCollector): readonly State[] =>
  readTable(table, [
    "name",
    "country",
    "qid",
    "kind",
    "aliases",
    "demonyms",
    "capital",
    "metonyms",
    "lat",
    "lon",
  ]).map((row) => {
    const country = readCell(row.country);
    const entity = facts.entity(
      {
        kind: "state",
        name: row.name,
        type: "GPE",
        qid: readCell(row.qid),
        country,
        lat: readNumber(row.lat),
        lon: readNumber(row.lon),
        sector: null,
        population: 0,
        sort: row.kind,
      },
      [row.name, ...readList(row.aliases)],
    );
    for (const demonym of readList(row.demonyms)) facts.alias(demonym, entity, AliasForm.demonym);
    for (const seat of readList(row.metonyms)) facts.alias(seat, entity, AliasForm.metonym);
    return { entity, country, name: row.name, capitals: readList(row.capital) };
  });
