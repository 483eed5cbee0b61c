import type { RecordAnnotator } from "../../src/worker/annotate-record.js";
import { documentTables } from "../../src/worker/answer.js";
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
    lines: Object.fromEntries(
      documentTables.map((table) => {
        const line = table === "documents" ? `${JSON.stringify({ text, depth: head.depth })}\n` : "";
        return [table, { rows: line === "" ? 0 : 1, bytes: Buffer.from(line) }];
      }),
    ) as ReturnType<RecordAnnotator>["lines"],
    shingles: new Uint32Array([1, 2, 3]),
    bands: new Uint32Array(0),
  };
};

const misbehave = (text: string): void => {
  if (text.startsWith("hang")) for (;;);
  if (text.startsWith("die")) process.kill(process.pid, "SIGKILL");
  if (text.startsWith("throw")) throw new RangeError("poisoned");
};

await runWorker(async () => annotate);
