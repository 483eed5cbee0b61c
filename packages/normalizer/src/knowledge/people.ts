import { type Day, dayOf, daysInMonth, readList, readTable } from "@readout/model";
import { people as peopleTable } from "../generated/people.js";
import { terms as termTable } from "../generated/terms.js";
import type { FactCollector } from "./fact-collector.js";
import { AliasForm, readCell } from "./known-entity.js";

/**
 * One term of office. `from` and `to` are the outermost days that the source allows (a year stands for its first or last
 * day), both inclusive; `to` is null while the term is open or its end unknown. `seen` is the last day on which a source
 * still had the holder in office, where there is no end.
 */
export type Term = Readonly<{
  person: number;
  /** ISO 3166 alpha-3, or the code of an organisation: UNO, EU, NATO, LAS … */
  where: string;
  /** HOS, HOG, FM, DM … as offices.tsv has them; one term can hold several. */
  roles: readonly string[];
  office: string;
  from: Day;
  to: Day | null;
  seen: Day | null;
}>;

/** Heads of state and government, ministers, envoys and spokespeople, with their terms. */
export const readPeople = (facts: FactCollector): readonly Term[] => {
  const byKey = new Map<string, number>();
  for (const row of readTable(peopleTable, ["person", "name", "surname", "aliases", "qid", "country"])) {
    const entity = facts.entity(
      {
        kind: "person",
        name: row.name,
        type: "PERSON",
        qid: readCell(row.qid),
        country: readCell(row.country),
        lat: null,
        lon: null,
        sector: null,
        population: 0,
        sort: "office-holder",
      },
      [row.name, ...readList(row.aliases)],
    );
    facts.alias(row.surname, entity, AliasForm.surname);
    byKey.set(row.person, entity);
  }
  return readTable(termTable, ["person", "where", "role", "office", "from", "to", "seen"]).map((row) => {
    const person = byKey.get(row.person);
    if (person === undefined) throw new Error(`terms.tsv: no such person in people.tsv: "${row.person}"`);
    return {
      person,
      where: row.where,
      roles: readList(row.role),
      office: row.office,
      from: readEdge(row.from, "first") ?? 0,
      to: readEdge(row.to, "last"),
      seen: readEdge(row.seen, "last"),
    };
  });
};

/** The first or last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null for the empty cell. */
export const readEdge = (cell: string, edge: "first" | "last"): Day | null => {
  if (cell === "") return null;
  const [year = 0, month, day] = cell.split("-").map(Number);
  const m = month ?? (edge === "first" ? 1 : 12);
  return dayOf(year, m, day ?? (edge === "first" ? 1 : daysInMonth(year, m)));
};
