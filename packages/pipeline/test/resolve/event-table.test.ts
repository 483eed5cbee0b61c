import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { resolveOnDisk, type SpooledReport } from "../../src/resolve/event-table.js";
import type { ReportingDocument } from "../../src/resolve/events/event-report.js";
import {
  type EventTables,
  reportedMentions,
  resolveEvents,
} from "../../src/resolve/events/resolve-events.js";
import { reportLines, splitReport } from "../../src/resolve/report-lines.js";
import { temporaryFolder } from "../temporary-folder.js";
import { documentOf, type Reported, tablesOf } from "./events/reports.js";

const entity = fc.constantFrom("Q1:USA", "Q2:RUS", "Q3:SYR", "Q4:TUR", "Q5");
const day = fc.constantFrom("2026-10-30", "2026-11-01", "2026-11-02", "2026-11-03", null);
const report: fc.Arbitrary<Reported> = fc.record({
  doc: fc.constantFrom(...Array.from({ length: 8 }, (_, i) => `d${i}`)),
  type: fc.constantFrom("CONSULT", "ASSAULT", "ACCUSE"),
  status: fc.constantFrom("actual", "disputed", "planned"),
  day,
  actors: fc.uniqueArray(entity, { maxLength: 3 }),
  recipients: fc.uniqueArray(entity, { maxLength: 2 }),
  place: fc.constantFrom("Q100", "Q101", null),
});

const spooledReports = (
  tables: EventTables,
  documents: readonly ReportingDocument[],
): readonly SpooledReport[] =>
  reportedMentions(tables).flatMap((reported) => {
    const document = documents.find(({ docId }) => docId === reported.mention.doc_id);
    if (document === undefined) throw new Error("a mention without its document");
    return [{ line: splitReport(reportLines(document, [reported]).trimEnd()), document }];
  });

test("events resolved on disk are those resolved in memory", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(report, { maxLength: 60 }),
      fc.constantFrom(1, 3000, 1e9),
      async (drawn, units) => {
        const reports = drawn
          .map((one, start) => ({ ...one, start }))
          .sort((a, b) => (a.doc < b.doc ? -1 : a.doc > b.doc ? 1 : a.start - b.start));
        const documents = [...new Set(reports.map(({ doc }) => doc))].map((doc, i) =>
          documentOf(doc, i % 3 === 0 ? {} : { publisher: `p${i}`, publishedLatest: "2026-11-05" }),
        );
        const tables = tablesOf(reports, documents);
        const inMemory = resolveEvents(tables);
        const path = join(temporaryFolder(), "events");
        const spooled = spooledReports(tables, documents);
        const onDisk = await resolveOnDisk(() => spooled, tables.placeOf, {
          path,
          bounds: { units, runs: 2 },
        });
        expect([...onDisk.events].map((row): unknown => JSON.parse(row))).toEqual(inMemory.events);
        expect(onDisk.dyads).toEqual(inMemory.dyads);
        expect([...onDisk.eventIds]).toEqual(
          [...tables.mentions].map(({ event_mention_id }) => inMemory.eventIdOf(event_mention_id)),
        );
      },
    ),
    { numRuns: 60, seed: 20261122 },
  );
});
