import { describe, expect, test } from "vitest";
import type { ReportingDocument } from "../../../src/resolve/events/event-report.js";
import { resolveEvents } from "../../../src/resolve/events/resolve-events.js";
import { documentOf, type Reported, tablesOf } from "./reports.js";

const sides = ["Q1:NOR", "Q2:DNK"];
const resolved = (reports: readonly Reported[], documents?: readonly ReportingDocument[]) =>
  resolveEvents(
    tablesOf(reports, documents ?? [...new Set(reports.map(({ doc }) => doc))].map((doc) => documentOf(doc))),
  );

describe("two reports are one event", () => {
  test.each<readonly [string, Reported, Reported]>([
    ["the same sides and day", { doc: "d1", actors: sides }, { doc: "d2", actors: ["Q2:DNK", "Q1:NOR"] }],
    [
      "a day within the other's interval",
      { doc: "d1", actors: sides },
      { doc: "d2", actors: sides, day: "2026-10-30", latest: "2026-11-05" },
    ],
    [
      "one undated, in one document",
      { doc: "d1", actors: sides },
      { doc: "d1", start: 90, actors: sides, day: null },
    ],
    [
      "undated news of one day",
      { doc: "d1", actors: sides, day: null },
      { doc: "d2", actors: sides, day: null },
    ],
    ["one disputed", { doc: "d1", actors: sides }, { doc: "d2", actors: sides, status: "disputed" }],
    [
      "the same place and day, nobody named",
      { doc: "d1", type: "ASSAULT", place: "Q5" },
      { doc: "d2", type: "ASSAULT", place: "Q5" },
    ],
    [
      "promised and done",
      { doc: "d1", type: "CONCEDE", actors: ["Q1:NOR"], recipients: ["Q2:DNK"] },
      { doc: "d2", type: "RETREAT", actors: ["Q1:NOR"], recipients: ["Q2:DNK"] },
    ],
    [
      "a visit and its meeting",
      { doc: "d1", mode: "visit", actors: ["Q1:NOR"], recipients: ["Q7:DNK"] },
      { doc: "d2", actors: ["Q1:NOR", "Q2:DNK"] },
    ],
    [
      "a title that names the thing, a text that names the side",
      {
        doc: "d1",
        type: "REJECT",
        mode: "meet",
        actors: ["Q1:NOR"],
        recipients: ["?:the summit"],
        day: null,
      },
      {
        doc: "d1",
        start: 90,
        type: "REJECT",
        mode: "meet",
        actors: ["Q1:NOR"],
        recipients: ["Q2:DNK"],
        day: null,
      },
    ],
  ])("%s", (_, a, b) => {
    const { events, eventIdOf } = resolved([a, b]);
    expect(events).toHaveLength(1);
    expect(events[0]?.n_mentions).toBe(2);
    expect(eventIdOf(`${a.doc}-${a.start ?? 10}-${a.type ?? "CONSULT"}`)).toBe(events[0]?.event_id);
  });
});

describe("two reports are two events", () => {
  test.each<readonly [string, Reported, Reported]>([
    ["another type", { doc: "d1", actors: sides }, { doc: "d2", type: "SUPPORT", actors: sides }],
    ["another side", { doc: "d1", actors: sides }, { doc: "d2", actors: ["Q1:NOR", "Q3:SWE"] }],
    ["a week apart", { doc: "d1", actors: sides }, { doc: "d2", actors: sides, day: "2026-11-09" }],
    ["planned and done", { doc: "d1", actors: sides }, { doc: "d2", actors: sides, status: "planned" }],
    [
      "a call and a visit",
      { doc: "d1", actors: sides, mode: "phone" },
      { doc: "d2", actors: sides, mode: "visit" },
    ],
    ["two towns", { doc: "d1", actors: sides, place: "Q5" }, { doc: "d2", actors: sides, place: "Q6" }],
    [
      "roles turned round",
      { doc: "d1", type: "ACCUSE", actors: ["Q1:NOR"], recipients: ["Q2:DNK"] },
      { doc: "d2", type: "ACCUSE", actors: ["Q2:DNK"], recipients: ["Q1:NOR"] },
    ],
    [
      "a day apart, with a third side",
      { doc: "d1", actors: sides },
      { doc: "d2", actors: [...sides, "Q3:SWE"], day: "2026-11-01" },
    ],
    [
      "undated, and background of months before",
      { doc: "d1", actors: sides, day: "2026-05-01" },
      { doc: "d1", start: 90, actors: sides, day: null },
    ],
    [
      "one accuser, nobody accused",
      { doc: "d1", type: "ACCUSE", actors: ["Q1:NOR"] },
      { doc: "d2", type: "ACCUSE", actors: ["Q1:NOR"] },
    ],
    [
      "a date known to the year",
      { doc: "d1", actors: sides },
      { doc: "d2", actors: sides, day: "2026-01-01", latest: "2026-12-31" },
    ],
  ])("%s", (_, a, b) => {
    expect(resolved([a, b]).events).toHaveLength(2);
  });
});

test("a copy of a page and a second page of one wire are no independent reports", () => {
  const reports = ["d1", "d2", "d3", "d4"].map((doc) => ({ doc, actors: sides }));
  const { events } = resolved(reports, [
    documentOf("d1", { publisher: "A", agency: "Reuters" }),
    documentOf("d2", { publisher: "B", duplicateOf: "d1" }),
    documentOf("d3", { publisher: "C", agency: "Reuters" }),
    documentOf("d4", { publisher: "C" }),
  ]);
  expect(events).toMatchObject([{ n_documents: 4, n_publishers: 3, n_independent: 2 }]);
});

test("days that cannot both be right are kept and marked", () => {
  const { events, dyads } = resolved([
    { doc: "d1", actors: sides, day: "2026-11-01" },
    { doc: "d2", actors: sides, day: "2026-11-02" },
  ]);
  expect(events).toMatchObject([{ date_conflict: true, earliest: "2026-11-01", latest: "2026-11-02" }]);
  expect(dyads).toEqual([]);
});

test("a chain of neighbouring days does not creep", () => {
  const days = ["2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04"];
  expect(
    resolved(days.map((day, index) => ({ doc: `d${index}`, actors: sides, day }))).events.length,
  ).toBeGreaterThan(1);
});

test("a denial makes the event disputed, and no dyad", () => {
  const { events, dyads } = resolved([
    { doc: "d1", type: "ASSAULT", actors: ["Q1:NOR"], recipients: ["Q2:DNK"] },
    { doc: "d2", type: "ASSAULT", actors: ["Q1:NOR"], recipients: ["Q2:DNK"], denies: "Q1" },
  ]);
  expect(events).toMatchObject([{ status: "disputed", denied_by: ["Q1"], claimed_by: [] }]);
  expect(dyads).toEqual([]);
});

describe("dyads", () => {
  test("count actor and recipient", () => {
    expect(
      resolved([{ doc: "d1", type: "ACCUSE", actors: ["Q1:NOR"], recipients: ["Q2:DNK", "Q3:SWE"] }]).dyads,
    ).toMatchObject([
      {
        day: "2026-11-02",
        actor_country: "NOR",
        recipient_country: "DNK",
        type: "ACCUSE",
        n_events: 1,
        n_independent: 1,
      },
      {
        day: "2026-11-02",
        actor_country: "NOR",
        recipient_country: "SWE",
        type: "ACCUSE",
        n_events: 1,
        n_independent: 1,
      },
    ]);
  });
  test("count each unordered pair of a reciprocal event once, in alphabetical order", () => {
    expect(
      resolved([{ doc: "d1", actors: ["Q3:SWE", "Q1:NOR", "Q2:DNK"] }]).dyads.map((row) => [
        row.actor_country,
        row.recipient_country,
      ]),
    ).toEqual([
      ["DNK", "NOR"],
      ["DNK", "SWE"],
      ["NOR", "SWE"],
    ]);
  });
  test.each<readonly [string, Reported]>([
    ["planned", { doc: "d1", actors: sides, status: "planned" }],
    ["negated", { doc: "d1", actors: sides, status: "negated" }],
    ["of no single day", { doc: "d1", actors: sides, latest: "2026-11-04" }],
    ["within one country", { doc: "d1", type: "ACCUSE", actors: ["Q1:NOR"], recipients: ["Q4:NOR"] }],
  ])("leave out what is %s", (_, report) => {
    expect(resolved([report]).dyads).toEqual([]);
  });
});

/** Minimal standard generator (Lehmer), so that the corpus below is the same every time. */
const numbers = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
};

const corpus = (documents: number): readonly Reported[] => {
  const next = numbers(11);
  return Array.from({ length: documents * 4 }, (_, index): Reported => {
    const a = next(60);
    return {
      doc: `d${String(Math.floor(index / 4)).padStart(6, "0")}`,
      start: 10 * (index % 4),
      actors: [`Q${a}:NOR`, `Q${(a + 1 + next(5)) % 60}:DNK`],
      day: `2026-${String(1 + next(10)).padStart(2, "0")}-${String(1 + next(28)).padStart(2, "0")}`,
    };
  });
};

test("no order of the input shows", () => {
  const reports = corpus(150);
  const documents = [...new Set(reports.map(({ doc }) => doc))].map((doc) => documentOf(doc));
  const next = numbers(3);
  const shuffled = reports
    .map((report) => ({ report, at: next(1 << 30) }))
    .sort((a, b) => a.at - b.at)
    .map(({ report }) => report);
  const once = resolveEvents(tablesOf(reports, documents));
  const again = resolveEvents(tablesOf(shuffled, documents.toReversed()));
  expect(again.events).toEqual(once.events);
  expect(again.dyads).toEqual(once.dyads);
});

test("ten times the documents cost about ten times as much", () => {
  const costOf = (documents: number): number => {
    const tables = tablesOf(corpus(documents), []);
    const start = process.cpuUsage().user;
    resolveEvents(tables);
    return (process.cpuUsage().user - start) / 1000;
  };
  costOf(200);
  const [small, large] = [costOf(200), costOf(2000)];
  // Near linear with room for a busy machine; comparing all pairs would cost a hundred times as much.
  expect(large).toBeLessThan(25 * small + 100);
});

/** Reports of contacts and attacks between twenty states over two years, three documents an event. */
const generated = (documents: number): readonly Reported[] =>
  Array.from({ length: documents }, (_, index) => {
    const event = Math.floor(index / 3);
    const side = (n: number) => `Q${n}:C${n}`;
    const day = 1 + (event % 28);
    const month = 1 + (Math.floor(event / 28) % 12);
    const year = 2024 + (Math.floor(event / 336) % 2);
    const date = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    const first = event % 20;
    return {
      doc: `d${String(index).padStart(6, "0")}`,
      type: event % 2 === 0 ? "CONSULT" : "ASSAULT",
      actors: [side(first)],
      recipients: [side((first + 1 + (Math.floor(event / 20) % 18)) % 20)],
      day: date,
    };
  });

test("ten times the documents cost at most twelve times as much", { timeout: 120_000 }, () => {
  const costOf = (documents: number): number => {
    const tables = generated(documents);
    const start = process.cpuUsage();
    resolved(tables);
    return process.cpuUsage(start).user;
  };
  costOf(1_000);
  // As long a run of small ones as of the large one, so that other work on the machine weighs on both; the best of some tries.
  let ratio = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 6 && ratio > 12; tries++) {
    let small = 0;
    for (let run = 0; run < 10; run++) small += costOf(1_000) / 10;
    ratio = Math.min(ratio, costOf(10_000) / small);
  }
  expect(ratio).toBeLessThanOrEqual(12);
});
