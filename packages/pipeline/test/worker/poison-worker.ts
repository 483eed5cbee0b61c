import type { RecordAnnotator } from "../../src/worker/annotate-record.js";
import type { Answer } from "../../src/worker/answer.js";
import { runWorker } from "../../src/worker/worker-main.js";

/**
 * A worker for tests: answers each document with its text, and does what a poisoned one says. `hang`: an endless loop;
 * `die`: the process is gone; `throw`: an error.
 */
const annotate: RecordAnnotator = (head, payload) => {
  const text = Buffer.from(payload).toString("utf8");
  if (head.depth === "full") misbehave(text);
  return {
    summary: {
      docId: head.docId,
      published: null,
      publishedEarliest: null,
      publishedLatest: null,
      publisher: null,
      agency: null,
      entities: [],
    },
    lines: { ...noRows, documents: linesOf({ text, depth: head.depth }) },
    shingles: new Uint32Array([1, 2, 3]),
    bands: new Uint32Array(0),
  };
};

const linesOf = (...rows: readonly unknown[]): Answer["lines"]["documents"] => ({
  rows: rows.length,
  bytes: Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join("")),
});

const noRows: Answer["lines"] = {
  documents: linesOf(),
  blocks: linesOf(),
  sentences: linesOf(),
  mentions: linesOf(),
  times: linesOf(),
  quotes: linesOf(),
  quantities: linesOf(),
  event_mentions: linesOf(),
  participants: linesOf(),
  claims: linesOf(),
  diagnostics: linesOf(),
};

const misbehave = (text: string): void => {
  if (text.startsWith("hang")) for (;;);
  if (text.startsWith("die")) process.kill(process.pid, "SIGKILL");
  if (text.startsWith("throw")) throw new RangeError("poisoned");
};

await runWorker(async () => annotate);
