import { readList, readTable } from "@readout/model";
import { places as table } from "../generated/places.js";
import type { FactCollector } from "./fact-collector.js";
import { AliasForm, readCell, readNumber } from "./known-entity.js";
import { readType } from "./read-type.js";

/** Cities, regions, waters and sites with coordinates. */
export const readPlaces = (facts: FactCollector): void => {
  const columns = [
    "name",
    "type",
    "kind",
    "country",
    "lat",
    "lon",
    "population",
    "qid",
    "aliases",
    "demonyms",
  ] as const;
  for (const row of readTable(table, columns)) {
    const entity = facts.entity(
      {
        kind: "place",
        name: row.name,
        type: readType(row.type),
        qid: readCell(row.qid),
        country: readCell(row.country),
        lat: readNumber(row.lat),
        lon: readNumber(row.lon),
        sector: null,
        population: Number(row.population),
        sort: row.kind,
      },
      [row.name, ...readList(row.aliases)],
    );
    for (const demonym of readList(row.demonyms)) facts.alias(demonym, entity, AliasForm.demonym);
  }
};
