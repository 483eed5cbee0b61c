import { describe, expect, test } from "vitest";
import { decodeRows, encodeRows, type Fields, fieldsOf, textsOf } from "../../src/cluster/fields.js";
import { type ReducerName, reducers } from "../../src/cluster/reducers.js";
import { compareCodePoints } from "../../src/code-point-order.js";
import { resolveEntities } from "../../src/resolve/entities.js";
import type { EntityTally } from "../../src/resolve/entity-tally.js";
import { reportedMentions, resolveEvents } from "../../src/resolve/events/resolve-events.js";
import { bandKeys } from "../../src/resolve/minhash.js";
import { bucketKey, headOrder, nearDuplicates } from "../../src/resolve/near-duplicates.js";
import { reportLines } from "../../src/resolve/report-lines.js";
import { jaccard } from "../../src/resolve/shingle-store.js";
import { mix } from "../../src/resolve/shingles.js";
import { sightingLines } from "../../src/resolve/sightings.js";
import { documentOf, type Reported, tablesOf } from "../resolve/events/reports.js";

/** What an engine does between shuffles: rows over the wire to a fresh reducer, and back. */
const run = (name: ReducerName, rows: readonly Fields[]): readonly Fields[] => {
  const reducer = reducers[name]();
  const sent = [...decodeRows(Buffer.concat(encodeRows(rows)))];
  return [...sent.flatMap((row) => [...reducer.add(row)]), ...reducer.end()];
};
const texts = (rows: readonly Fields[]): readonly (readonly string[])[] =>
  rows.map((row) => textsOf(row).map((text) => text ?? ""));
const sorted = (rows: readonly (readonly string[])[], ...by: readonly number[]) =>
  rows.toSorted((a, b) => by.reduce((sum, i) => sum || compareCodePoints(a[i] ?? "", b[i] ?? ""), 0));
const fields = (rows: readonly (readonly (string | null)[])[]): readonly Fields[] =>
  rows.map((row) => fieldsOf(...row));
const parsed = <Value>(text: string | undefined): Value => JSON.parse(text ?? "null") as Value;

/** The smallest node that each hangs together with. */
const componentOf = (edges: readonly (readonly [string, string])[]): ReadonlyMap<string, string> => {
  const labels = new Map<string, string>(edges.flat().map((node) => [node, node]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const [a, b] of edges) {
      const least = [labels.get(a) ?? a, labels.get(b) ?? b].sort(compareCodePoints)[0] ?? a;
      for (const node of [a, b]) if (labels.get(node) !== least) changed = labels.set(node, least) !== null;
    }
  }
  return labels;
};

/** The same choices in every run. */
const choices = (seed: number) => {
  let state = seed;
  return <Choice>(of: readonly Choice[]): Choice => {
    state = mix(state + 0x9e3779b9);
    return of[state % of.length] as Choice;
  };
};

const people = ["Q1:USA", "Q2:RUS", "Q3:SYR", "Q4:TUR", "Q5:IRN"];
const corpus = (documents: number): readonly Reported[] => {
  const choose = choices(3);
  return Array.from({ length: documents }, (_, i) => ({
    doc: `d${String(i).padStart(20, "0")}`,
    type: choose(["CONSULT", "ASSAULT", "ACCUSE"] as const),
    status: choose(["actual", "actual", "planned", "disputed"] as const),
    day: choose(["2026-11-01", "2026-11-02", "2026-11-02", null]),
    actors: [choose(people)],
    recipients: choose([[choose(people)], []]),
    place: choose(["Q90", "Q91", null]),
  }));
};

describe("reducers give what one machine resolves", () => {
  test("events, the events of mentions, dyads", () => {
    const reports = corpus(250);
    const documents = reports.map(({ doc }, i) =>
      documentOf(doc, { duplicateOf: i % 7 === 1 ? "d0" : null }),
    );
    const tables = tablesOf(reports, documents);
    const expected = resolveEvents(tables);
    const reported = reportedMentions(tables);
    const keys = texts(
      run(
        "keys",
        documents.map((document) => {
          const own = reported.filter(({ mention }) => mention.doc_id === document.docId);
          const summary = JSON.stringify({ ...document, duplicateOf: null });
          return fieldsOf(summary, null, "", reportLines(document, own));
        }),
      ),
    );
    const report = new Map(
      keys.flatMap(([kind, id = "", , , value = ""]) => (kind === "report" ? [[id, value]] : [])),
    );
    const blocks = keys
      .filter(([kind]) => kind === "block")
      .toSorted(
        (a, b) =>
          compareCodePoints(a[1] ?? "", b[1] ?? "") ||
          Number(a[2]) - Number(b[2]) ||
          compareCodePoints(a[3] ?? "", b[3] ?? ""),
      );
    const pairs = texts(
      run(
        "pairs",
        blocks.map(([, key = "", , id = ""]) => fieldsOf(key, report.get(id) ?? null)),
      ),
    );
    expect(pairs.length).toBeGreaterThan(0);
    const groups = componentOf(pairs.map(([a = "", b = ""]) => [a, b] as const));
    const told = [...report].map(([id, value]) => {
      const head = documents.find(({ docId }) => id.startsWith(docId))?.duplicateOf ?? null;
      const place = keys.find(([kind, key]) => kind === "report" && key === id)?.[2] ?? "";
      const facts = tables.placeOf(place);
      const row = facts === undefined ? null : JSON.stringify({ entity_id: place, ...facts });
      return [groups.get(id) ?? id, value, head, row];
    });
    const rows = told.toSorted((a, b) => compareCodePoints(a[0] ?? "", b[0] ?? ""));
    const found = texts(run("events", fields(rows)));
    const events = sorted(
      found.filter(([kind]) => kind === "event"),
      1,
    ).map(([, , row]) => parsed(row));
    expect(events).toEqual(expected.events);
    for (const [, mention = "", event] of found.filter(([kind]) => kind === "mention"))
      expect(event).toBe(expected.eventIdOf(mention));
    const parts = sorted(
      found.filter(([kind]) => kind === "dyad"),
      1,
    ).map(([, key = "", row = ""]) => fieldsOf(key, row));
    expect(texts(run("dyads", parts)).map(([, row]) => parsed(row))).toEqual(expected.dyads);
  });

  test("entities", () => {
    const choose = choices(5);
    const documents = Array.from({ length: 60 }, (_, i) => ({
      ...documentOf(`d${i}`, { published: choose(["2026-11-01", "2026-11-05", null]) }),
      entities: Array.from(new Set([choose(["Q1", "Q2", "x3"]), choose(["Q1", "Q4"])]), (id) =>
        tallyOf(id, choose),
      ),
    }));
    const keys = texts(
      run(
        "keys",
        documents.map(({ entities, ...summary }) =>
          fieldsOf(JSON.stringify(summary), null, sightingLines(summary.published, entities), ""),
        ),
      ),
    );
    const rows = sorted(
      keys.filter(([kind]) => kind === "entity"),
      1,
    ).map(([, key = "", , , value = ""]) => fieldsOf(key, value));
    expect(texts(run("entities", rows)).map(([, row]) => parsed(row))).toEqual(resolveEntities(documents));
  });

  test("near-copies", () => {
    const documents = Array.from({ length: 80 }, (_, i) => {
      const from = (i % 9) * 1000 + (i % 5) * 30;
      const shingles = Uint32Array.from({ length: 300 }, (_, at) => mix(from + at)).sort();
      const day = i % 4 === 0 ? null : `2026-11-0${1 + (i % 3)}`;
      return {
        ...documentOf(`d${i}`, { publishedEarliest: day }),
        shingles,
        bands: bandKeys(shingles),
      };
    });
    const keys = texts(
      run(
        "keys",
        documents.map(({ shingles: _, bands, ...summary }) => [
          ...fieldsOf(JSON.stringify(summary)),
          Buffer.from(bands.buffer),
          ...fieldsOf("", ""),
        ]),
      ),
    );
    const shinglesOf = new Map(documents.map((one) => [headOrder(one), Buffer.from(one.shingles.buffer)]));
    const rows = sorted(
      keys.filter(([kind]) => kind === "band"),
      1,
      2,
    ).map(([, key = "", order = ""]): Fields => [...fieldsOf(key, order), shinglesOf.get(order) ?? null]);
    const labels = componentOf(texts(run("copies", rows)).map(([a = "", b = ""]) => [a, b] as const));
    const places = documents.map(headOrder);
    const heads = nearDuplicates({
      order: Uint32Array.from(documents.keys()).sort((a, b) =>
        compareCodePoints(places[a] ?? "", places[b] ?? ""),
      ),
      bandKeys: (band) => Float64Array.from(documents, (one) => bucketKey(one.bands, band) ?? Number.NaN),
      similarity: (a, b) => jaccard(shinglesIn(documents[a]), shinglesIn(documents[b])),
    });
    documents.forEach((one, i) => {
      const label = labels.get(headOrder(one)) ?? headOrder(one);
      const head = label === headOrder(one) ? null : label.split(" ")[1];
      expect(head).toBe(documents[heads[i] ?? -1]?.docId ?? null);
    });
    expect(heads.some((head) => head >= 0)).toBe(true);
  });

  test("what stands there twice is told but for the first", () => {
    const rows = fields([
      ["d1", "a.txt", "0 0"],
      ["d1", "z/a.txt", "7 0"],
      ["d2", "b.txt", "1 0"],
    ]);
    const [only, ...more] = texts(run("repeats", rows));
    expect(more).toEqual([]);
    expect(only?.[0]).toBe("7 0");
    expect(parsed(only?.[1])).toMatchObject({ source: "z/a.txt", code: "duplicate_input", doc_id: null });
  });
});

const shinglesIn = (one: Readonly<{ shingles: Uint32Array }> | undefined): Uint32Array =>
  one?.shingles ?? new Uint32Array(0);

const tallyOf = (id: string, choose: ReturnType<typeof choices>): EntityTally => ({
  id,
  qid: id.startsWith("Q") ? id : null,
  name: choose(["Kerry", "John Kerry"]),
  type: "PERSON",
  country: choose(["USA", "RUS", null]),
  lat: null,
  lon: null,
  mentions: { PERSON: choose([0, 1, 3]), ORG: choose([0, 2]) },
  surfaces: [choose(["Kerry", "Mr Kerry"])],
});
