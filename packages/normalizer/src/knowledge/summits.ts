import { type Day, readList, readTable } from "@readout/model";
import { summits as table } from "../generated/summits.js";
import type { FactCollector } from "./fact-collector.js";
import { readCell } from "./known-entity.js";
import { readEdge } from "./people.js";

/** A meeting that is known by its series and place: the G8 summit at Lough Erne, 17 and 18 June 2013 (both inclusive). */
export type Summit = Readonly<{
  entity: number;
  name: string;
  /** G8, NATO, Syria talks …: what a text calls it without its year. */
  series: string;
  /** "G8 summit", "Geneva II": written names, shared by the meetings of a series. */
  titles: readonly string[];
  place: string;
  country: string;
  from: Day;
  to: Day;
}>;

/** Summits and conferences since 1990. Their shared titles are no aliases: only place or date tells which one is meant. */
export const readSummits = (facts: FactCollector): readonly Summit[] =>
  readTable(table, ["name", "series", "aliases", "place", "country", "from", "to"]).map((row) => ({
    entity: facts.entity(
      {
        kind: "summit",
        name: row.name,
        type: "EVENT",
        qid: null,
        country: readCell(row.country),
        lat: null,
        lon: null,
        sector: null,
        population: 0,
        sort: row.series,
      },
      [row.name],
    ),
    name: row.name,
    series: row.series,
    titles: readList(row.aliases),
    place: row.place,
    country: row.country,
    from: readEdge(row.from, "first") ?? 0,
    to: readEdge(row.to, "last") ?? 0,
  }));
