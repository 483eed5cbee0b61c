import { readdirSync, readFileSync } from "node:fs";
import { readList, readTable } from "@readout/model";
import { describe, expect, test } from "vitest";

const folder = new URL("../../lexicon/knowledge/", import.meta.url);
const table = (name: string): string => readFileSync(new URL(name, folder), "utf8");
const outlets = "../../../model/lexicon/news-outlets.tsv";
const files = [outlets, ...readdirSync(folder).filter((file) => file.endsWith(".tsv"))].sort();
const codes = new Set(readTable(table("fact-sources.tsv"), ["code"]).map((row) => row.code));

const rowsOf = (file: string) => {
  const text = table(file);
  const header = (text.split("\n")[0] ?? "").split("\t");
  return readTable(text, header).map((row) => ({
    row: new Map(Object.entries(row)),
    line: Object.values(row).join(" · "),
  }));
};

/** The lines of a table that a rule finds fault with. */
const faults = (file: string, isFaulty: (cell: (column: string) => string) => boolean): readonly string[] =>
  rowsOf(file)
    .filter(({ row }) => isFaulty((column) => row.get(column) ?? ""))
    .map(({ line }) => line);

const before = (from: string, to: string): boolean => from.slice(0, to.length) <= to.slice(0, from.length);

describe("fact tables", () => {
  test.each(files)("%s: no row stands twice", (file) => {
    const lines = rowsOf(file).map(({ line }) => line);
    expect(new Set(lines).size).toBe(lines.length);
  });

  test.each(files.filter((file) => file !== "fact-sources.tsv"))(
    "%s: every row has known sources",
    (file) => {
      const unknown = faults(
        file,
        (cell) => cell("source") === "" || readList(cell("source")).some((code) => !codes.has(code)),
      );
      expect(unknown).toEqual([]);
    },
  );

  test.each(files)("%s: QIDs and country codes are well formed", (file) => {
    expect(faults(file, (cell) => !/^(Q[1-9][0-9]*)?$/.test(cell("qid")))).toEqual([]);
    expect(
      faults(file, (cell) => readList(cell("country")).some((country) => !/^[A-Z]{3}$/.test(country))),
    ).toEqual([]);
  });

  test.each(files)("%s: no list names a thing twice", (file) => {
    const twice = (cell: string): boolean => new Set(readList(cell)).size !== readList(cell).length;
    expect(
      faults(file, (cell) =>
        ["aliases", "in_text", "on_page", "demonyms", "metonyms", "capital"].some((column) =>
          twice(cell(column)),
        ),
      ),
    ).toEqual([]);
  });

  test("a person has one key, and a QID belongs to one person", () => {
    const rows = readTable(table("people.tsv"), ["person", "qid"]);
    const again = (values: readonly string[]): readonly string[] => {
      const seen = new Set<string>();
      return values.filter((value) => value !== "" && seen.size === seen.add(value).size);
    };
    expect(again(rows.map((row) => row.person))).toEqual([]);
    expect(again(rows.map((row) => row.qid))).toEqual([]);
  });

  test("a person is of a state, and no co-prince of another one", () => {
    const states = new Set(readTable(table("states.tsv"), ["country"]).map((row) => row.country));
    expect(faults("people.tsv", (cell) => cell("country") !== "" && !states.has(cell("country")))).toEqual(
      [],
    );
    const people = readTable(table("people.tsv"), ["person", "country"]);
    const countryOf = new Map(people.map((row) => [row.person, row.country]));
    expect(["Emmanuel Macron", "Elizabeth II", "Charles III"].map((person) => countryOf.get(person))).toEqual(
      ["FRA", "GBR", "GBR"],
    );
  });

  test("terms run forward and belong to somebody", () => {
    const people = new Set(readTable(table("people.tsv"), ["person"]).map((row) => row.person));
    expect(faults("terms.tsv", (cell) => !people.has(cell("person")) || cell("role") === "")).toEqual([]);
    expect(faults("terms.tsv", (cell) => !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(cell("from")))).toEqual([]);
    expect(faults("terms.tsv", (cell) => cell("to") !== "" && !before(cell("from"), cell("to")))).toEqual([]);
  });

  test("summits end after they begin and have a place", () => {
    expect(faults("summits.tsv", (cell) => cell("place") === "" || cell("from") > cell("to"))).toEqual([]);
  });

  test("coordinates lie on the globe", () => {
    expect(
      faults(
        "places.tsv",
        (cell) => Math.abs(Number(cell("lat"))) > 90 || Math.abs(Number(cell("lon"))) > 180,
      ),
    ).toEqual([]);
  });
});
