import type { RecordAnnotator } from "../../src/worker/annotate-record.js";
import type { Answer } from "../../src/worker/answer.js";
import { runWorker } from "../../src/worker/worker-main.js";
import { emptyAnswer } from "./empty-answer.js";

/**
 * A worker for tests: answers each document with its text, and does what a poisoned one says. `hang`: an endless loop;
 * `die`: the process is gone; `throw`: an error.
 */
const annotate: RecordAnnotator = (head, payload) => {
  const text = Buffer.from(payload).toString("utf8");
  if (head.depth === "full") misbehave(text);
  return {
    ...emptyAnswer,
    summary: { ...emptyAnswer.summary, docId: head.docId },
    lines: { ...emptyAnswer.lines, documents: linesOf({ text, depth: head.depth }) },
    shingles: new Uint32Array([1, 2, 3]),
  };
};

const linesOf = (...rows: readonly unknown[]): Answer["lines"]["documents"] => ({
  rows: rows.length,
  bytes: Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join("")),
});

const misbehave = (text: string): void => {
  if (text.startsWith("hang")) for (;;);
  if (text.startsWith("die")) process.kill(process.pid, "SIGKILL");
  if (text.startsWith("throw")) throw new RangeError("poisoned");
};

await runWorker(async () => annotate);
