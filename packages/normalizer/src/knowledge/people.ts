import { type Day, dayOf, daysInMonth, readList, readTable } from "@readout/model";
import { loneSurnames as loneSurnameTable } from "../generated/lone-surnames.js";
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

/**
 * Heads of state and government, ministers, envoys and spokespeople, with their terms; and, by the place of their entity, those whom their
 * surname alone means wherever it stands ("Putin", not "Clinton").
 */
export const readPeople = (
  facts: FactCollector,
): Readonly<{ terms: readonly Term[]; loneSurnames: readonly number[] }> => {
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
    for (const surname of readList(row.surname)) {
      facts.alias(surname, entity, AliasForm.surname);
      const plain = withoutAccents(surname);
      if (plain !== surname) facts.alias(plain, entity, AliasForm.surname);
    }
    byKey.set(row.person, entity);
  }
  const personOf = (key: string, table: string): number => {
    const person = byKey.get(key);
    if (person === undefined) throw new Error(`${table}: no such person in people.tsv: "${key}"`);
    return person;
  };
  const terms = readTable(termTable, ["person", "where", "role", "office", "from", "to", "seen"]).map(
    (row) => ({
      person: personOf(row.person, "terms.tsv"),
      where: row.where,
      roles: readList(row.role),
      office: row.office,
      from: readEdge(row.from, "first") ?? 0,
      to: readEdge(row.to, "last"),
      seen: readEdge(row.seen, "last"),
    }),
  );
  const loneSurnames = readTable(loneSurnameTable, ["person"]).map((row) =>
    personOf(row.person, "lone-surnames.tsv"),
  );
  return { terms, loneSurnames };
};

/** As English news writes it: Erdogan for Erdoğan, Walesa for Wałęsa. */
const withoutAccents = (name: string): string =>
  Array.from(name.normalize("NFD").replace(/\p{M}/gu, ""), (letter) => plainLetters[letter] ?? letter).join(
    "",
  );

/** Letters that Unicode does not take apart. */
const plainLetters: Readonly<Record<string, string>> = {
  ı: "i",
  ł: "l",
  Ł: "L",
  ø: "o",
  Ø: "O",
  đ: "d",
  Đ: "D",
};

/** The first or last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null for the empty cell. */
export const readEdge = (cell: string, edge: "first" | "last"): Day | null => {
  if (cell === "") return null;
  const [year = 0, month, day] = cell.split("-").map(Number);
  const m = month ?? (edge === "first" ? 1 : 12);
  return dayOf(year, m, day ?? (edge === "first" ? 1 : daysInMonth(year, m)));
};
