import { type Diagnostic, diagnostic } from "@readout/model";
import type { AnswerCache } from "../cache/answer-cache.js";
import type { InputItem, InputRecord } from "../inputs/input-record.js";
import type { Answer } from "./answer.js";
import type { OpenHead } from "./protocol.js";
import type { WorkerPool } from "./worker-pool.js";
import type { Failure, Task } from "./worker-process.js";

/** What comes out for an input item, in the order of the items. */
export type Annotated =
  | Readonly<{
      kind: "document";
      source: string;
      bytes: number;
      answer: Answer;
      /** Why the text alone was kept; null where all went well. */
      failure: Failure | null;
      cached: boolean;
    }>
  | Readonly<{
      kind: "diagnostic";
      source: string;
      diagnostic: Diagnostic;
      /** Why of a document not even the text was kept; null where no document was read. */
      failure: Failure | null;
    }>;

/** Most documents and most bytes that are read ahead of the oldest unanswered one: the bound on memory. */
const window = { documents: 256, bytes: 64 * 1024 * 1024 };

type Pending = { settled: boolean; readonly bytes: number; readonly result: Promise<Annotated> };

/** What documents are annotated with. */
export type Annotating = Readonly<{ pool: WorkerPool; cache: AnswerCache }>;

/**
 * Annotates documents on all workers of a pool, those that the cache knows not at all, and gives them in the order of the
 * input. Input is read no further than the window allows, so that memory does not grow where one document is slow or the
 * writer is. Closes the pool at the end.
 */
export async function* annotateAll(
  items: AsyncIterable<InputItem>,
  annotating: Annotating,
): AsyncGenerator<Annotated> {
  const pending: Pending[] = [];
  let bytes = 0;
  const takeHead = async (): Promise<Annotated> => {
    const head = pending.shift();
    if (head === undefined) throw new Error("nothing is pending");
    bytes -= head.bytes;
    return head.result;
  };
  try {
    for await (const item of items) {
      pending.push(begin(item, annotating));
      bytes += item.kind === "record" ? item.record.payload.length : 0;
      while (pending[0]?.settled || pending.length >= window.documents || bytes >= window.bytes)
        yield await takeHead();
    }
    while (pending.length > 0) yield await takeHead();
  } finally {
    annotating.pool.close();
  }
}

const begin = (item: InputItem, annotating: Annotating): Pending => {
  if (item.kind === "diagnostic")
    return { settled: true, bytes: 0, result: Promise.resolve({ ...item, failure: null }) };
  const { record } = item;
  const known = annotating.cache.read(taskOf(record, "full", []).head);
  if (known !== null) return { settled: true, bytes: 0, result: Promise.resolve(fromCache(record, known)) };
  const result = annotateRecord(record, annotating);
  const pending: Pending = { settled: false, bytes: record.payload.length, result };
  const settle = (): void => {
    pending.settled = true;
  };
  // A rejection is met where the result is awaited.
  result.then(settle, settle);
  return pending;
};

const fromCache = ({ source, payload }: InputRecord, answer: Answer): Annotated => ({
  kind: "document",
  source,
  bytes: payload.length,
  answer,
  failure: null,
  cached: true,
});

/** Full annotation; where that fails, the text alone; where that fails too, a diagnostic alone. */
const annotateRecord = async (record: InputRecord, { pool, cache }: Annotating): Promise<Annotated> => {
  const { source, payload } = record;
  const document = { kind: "document", source, bytes: payload.length, cached: false } as const;
  const task = taskOf(record, "full", []);
  const full = await pool.annotate(task);
  if ("answer" in full) {
    cache.keep(task.head, full.answer);
    return { ...document, answer: full.answer, failure: null };
  }
  const { failure } = full;
  const reason = failureDiagnostic(failure);
  const textAlone = await pool.annotate(taskOf(record, "text", [reason]));
  if ("answer" in textAlone) return { ...document, answer: textAlone.answer, failure };
  return { kind: "diagnostic", source, diagnostic: reason, failure };
};

const taskOf = (record: InputRecord, depth: OpenHead["depth"], reasons: readonly Diagnostic[]): Task => {
  const { payload, diagnostics, ...head } = record;
  return { head: { ...head, depth, diagnostics: [...diagnostics, ...reasons] }, payload };
};

const failureDiagnostic = (failure: Failure): Diagnostic =>
  failure.kind === "timeout"
    ? diagnostic("worker_timeout", { seconds: failure.seconds })
    : diagnostic("worker_crash", { reason: failure.reason });
