import type { PendingEventMention } from "@readout/model";
import type { Row } from "@readout/model/rows";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReportingDocument } from "../../src/resolve/events/event-report.js";
import { resolveEvents } from "../../src/resolve/events/resolve-events.js";

/** One report, said shortly: a document, a type, days, who, and what else matters to the case. */
type Report = Readonly<{
  doc: string;
  at?: number;
  type?: PendingEventMention["type"];
  mode?: string;
  days?: readonly [string | null, string | null];
  status?: PendingEventMention["status"];
  actors?: readonly string[];
  recipients?: readonly string[];
  place?: string;
  deniedBy?: string;
}>;

const mentionId = ({ doc, at = 0, type = "CONSULT" }: Report): string => `${doc}-${at}-${type}`;

const mentionOf = (report: Report): PendingEventMention => ({
  event_mention_id: mentionId(report),
  doc_id: report.doc,
  sentence: 0,
  start_char: report.at ?? 0,
  end_char: (report.at ?? 0) + 3,
  text: "met",
  type: report.type ?? "CONSULT",
  mode: report.mode ?? null,
  contexts: [],
  cameo_root: 4,
  quad_class: 1,
  status: report.status ?? "actual",
  earliest: report.days?.[0] ?? null,
  latest: report.days?.[1] ?? null,
  date_basis: report.days === undefined ? "none" : "explicit",
  time: null,
  place_entity_id: report.place ?? null,
  place_start: report.place === undefined ? null : 0,
  place_end: report.place === undefined ? null : 3,
  place: report.place ?? null,
  place_precision: report.place === undefined ? null : "city",
  place_basis: report.place === undefined ? null : "argument",
  evidence_start: 0,
  evidence_end: 9,
  evidence: "they met.",
  rule: "consult/verb/meet",
});

const participantsOf = (report: Report): Row<"participants">[] => {
  const sides = [
    ...(report.actors ?? ["Q1", "Q2"]).map((id) => ({ role: "actor" as const, id })),
    ...(report.recipients ?? []).map((id) => ({ role: "recipient" as const, id })),
  ];
  return sides.map(({ role, id }, participant) => ({
    doc_id: report.doc,
    event_mention_id: mentionId(report),
    participant,
    role,
    start_char: 0,
    end_char: 3,
    text: id,
    mention: null,
    entity_id: id,
    name: id,
    country: id === "Q1" ? "USA" : "RUS",
    sector: "GOV",
    implied: false,
  }));
};

const claimsOf = (report: Report): Row<"claims">[] =>
  report.deniedBy === undefined
    ? []
    : [
        {
          doc_id: report.doc,
          event_mention_id: mentionId(report),
          claim: 0,
          level: 0,
          stance: "denies",
          start_char: 0,
          end_char: 3,
          text: "who",
          entity_id: report.deniedBy,
          quote: null,
        },
      ];

const documentOf = (docId: string, more: Partial<ReportingDocument> = {}): ReportingDocument => ({
  docId,
  publishedEarliest: "2014-03-04",
  publishedLatest: "2014-03-04",
  published: "2014-03-04",
  publisher: `The ${docId} Courier`,
  agency: null,
  duplicateOf: null,
  ...more,
});

const resolve = (reports: readonly Report[], documents?: readonly ReportingDocument[]) =>
  resolveEvents({
    mentions: reports.map(mentionOf),
    participants: reports.flatMap(participantsOf),
    claims: reports.flatMap(claimsOf),
    documents: documents ?? [...new Set(reports.map(({ doc }) => doc))].map((doc) => documentOf(doc)),
    placeOf: () => undefined,
  });

const day = (iso: string): readonly [string, string] => [iso, iso];

describe("resolveEvents", () => {
  const monday = day("2014-03-03");
  const pairs: readonly Readonly<{ id: string; a: Report; b: Report; one: boolean }>[] = [
    { id: "same day, same two", a: { doc: "d1", days: monday }, b: { doc: "d2", days: monday }, one: true },
    {
      id: "an interval that holds the day",
      a: { doc: "d1", days: ["2014-03-01", "2014-03-07"] },
      b: { doc: "d2", days: monday },
      one: true,
    },
    {
      id: "a week apart",
      a: { doc: "d1", days: monday },
      b: { doc: "d2", days: day("2014-03-10") },
      one: false,
    },
    {
      id: "other participants",
      a: { doc: "d1", days: monday },
      b: { doc: "d2", days: monday, actors: ["Q1", "Q9"] },
      one: false,
    },
    {
      id: "another type",
      a: { doc: "d1", days: monday },
      b: { doc: "d2", days: monday, type: "AID" },
      one: false,
    },
    {
      id: "another mode",
      a: { doc: "d1", days: monday, mode: "phone" },
      b: { doc: "d2", days: monday, mode: "visit" },
      one: false,
    },
    {
      id: "a call and a meeting somewhere",
      a: { doc: "d1", mode: "phone" },
      b: { doc: "d1", at: 9, days: monday, place: "London" },
      one: false,
    },
    {
      id: "two towns",
      a: { doc: "d1", days: monday, place: "Geneva" },
      b: { doc: "d2", days: monday, place: "Vienna" },
      one: false,
    },
    {
      id: "a planned one and an actual one",
      a: { doc: "d1", days: monday, status: "planned" },
      b: { doc: "d2", days: monday },
      one: false,
    },
    {
      id: "roles turned round",
      a: { doc: "d1", type: "ACCUSE", days: monday, actors: ["Q1"], recipients: ["Q2"] },
      b: { doc: "d2", type: "ACCUSE", days: monday, actors: ["Q2"], recipients: ["Q1"] },
      one: false,
    },
  ];
  it.each(pairs)("$id", ({ a, b, one }) => {
    const { events, eventIdOf } = resolve([a, b]);
    expect(events.length).toBe(one ? 1 : 2);
    expect(eventIdOf(mentionId(a)) === eventIdOf(mentionId(b))).toBe(one);
  });

  it("counts one wire's copies and near-duplicates once", () => {
    const reports = ["d1", "d2", "d3", "d4"].map((doc) => ({ doc, days: monday }));
    const { events } = resolve(reports, [
      documentOf("d1", { agency: "Meridian Wire" }),
      documentOf("d2", { agency: "Meridian Wire" }),
      documentOf("d3", { duplicateOf: "d1" }),
      documentOf("d4"),
    ]);
    expect(
      events.map(({ n_mentions, n_documents, n_publishers, n_independent }) => [
        n_mentions,
        n_documents,
        n_publishers,
        n_independent,
      ]),
    ).toEqual([[4, 4, 4, 2]]);
  });

  it("keeps days that cannot all be right, and says so", () => {
    const { events } = resolve([
      { doc: "d1", days: monday },
      { doc: "d2", days: day("2014-03-04") },
    ]);
    expect(events.map(({ earliest, latest, date_conflict }) => [earliest, latest, date_conflict])).toEqual([
      ["2014-03-03", "2014-03-04", true],
    ]);
  });

  it("is disputed as soon as somebody denies it", () => {
    const { events } = resolve([
      { doc: "d1", days: monday },
      { doc: "d2", days: monday, deniedBy: "Q2" },
    ]);
    expect(events.map(({ status, denied_by }) => [status, denied_by])).toEqual([["disputed", ["Q2"]]]);
  });

  it("counts dyads of actual events with two countries and one day alone", () => {
    const { dyads } = resolve([
      { doc: "d1", days: monday },
      { doc: "d2", at: 5, days: ["2014-04-01", "2014-04-09"] },
      { doc: "d3", at: 9, days: day("2014-05-01"), status: "planned" },
    ]);
    expect(dyads).toEqual([
      {
        day: "2014-03-03",
        actor_country: "RUS",
        recipient_country: "USA",
        type: "CONSULT",
        quad_class: 1,
        n_events: 1,
        n_independent: 1,
      },
    ]);
  });

  it("gives equal rows whatever the order of its input", () => {
    const reports: readonly Report[] = [
      { doc: "d1", days: monday },
      { doc: "d2", days: day("2014-03-04") },
      { doc: "d3" },
      { doc: "d1", at: 7, mode: "phone" },
      { doc: "d4", type: "AID", actors: ["Q1"], recipients: ["Q2"] },
    ];
    const expected = resolve(reports);
    fc.assert(
      fc.property(fc.shuffledSubarray([...reports], { minLength: reports.length }), (shuffled) => {
        const found = resolve(shuffled);
        expect(found.events).toEqual(expected.events);
        expect(found.dyads).toEqual(expected.dyads);
      }),
    );
  });
});
