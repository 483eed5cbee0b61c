import { type Answer, documentTables } from "../../src/worker/answer.js";

/** An answer to a document in which there is nothing. */
export const emptyAnswer: Answer = {
  summary: {
    docId: "d0",
    published: null,
    publishedEarliest: null,
    publishedLatest: null,
    publisher: null,
    agency: null,
  },
  lines: Object.fromEntries(
    documentTables.map((table) => [table, { rows: 0, bytes: Buffer.alloc(0) }]),
  ) as unknown as Answer["lines"],
  shingles: new Uint32Array(0),
  bands: new Uint32Array(0),
  sightings: Buffer.alloc(0),
  reports: Buffer.alloc(0),
};
