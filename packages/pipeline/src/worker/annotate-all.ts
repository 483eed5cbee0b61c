import { type Diagnostic, diagnostic } from "@readout/model";
import type { InputItem, InputRecord } from "../inputs/input-record.js";
import type { Answer } from "./answer.js";
import type { OpenHead } from "./protocol.js";
import type { WorkerPool } from "./worker-pool.js";
import type { Failure, Task } from "./worker-process.js";

/** What comes out for an input item, in the order of the items. */
export type Annotated =
  | Readonly<{ kind: "document"; source: string; bytes: number; answer: Answer; quarantined: boolean }>
  | Readonly<{ kind: "diagnostic"; source: string; diagnostic: Diagnostic }>;

/** Most documents and most bytes that are read ahead of the oldest unanswered one: the bound on memory. */
const window = { documents: 256, bytes: 64 * 1024 * 1024 };

type Pending = { settled: boolean; readonly bytes: number; readonly result: Promise<Annotated> };

/**
 * Annotates documents on all workers of a pool and gives them in the order of the input. Input is read no further than the
 * window allows, so that memory does not grow where one document is slow or the writer is. Closes the pool at the end.
 */
export async function* annotateAll(
  items: AsyncIterable<InputItem>,
  pool: WorkerPool,
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
      pending.push(begin(item, pool));
      bytes += item.kind === "record" ? item.record.payload.length : 0;
      while (pending[0]?.settled || pending.length >= window.documents || bytes >= window.bytes)
        yield await takeHead();
    }
    while (pending.length > 0) yield await takeHead();
  } finally {
    pool.close();
  }
}

const begin = (item: InputItem, pool: WorkerPool): Pending => {
  const result =
    item.kind === "diagnostic" ? Promise.resolve<Annotated>(item) : annotateRecord(item.record, pool);
  const pending: Pending = {
    settled: item.kind === "diagnostic",
    bytes: item.kind === "record" ? item.record.payload.length : 0,
    result,
  };
  const settle = (): void => {
    pending.settled = true;
  };
  // A rejection is met where the result is awaited.
  result.then(settle, settle);
  return pending;
};

/** Full annotation; where that fails, the text alone; where that fails too, a diagnostic alone. */
const annotateRecord = async (record: InputRecord, pool: WorkerPool): Promise<Annotated> => {
  const { source, payload } = record;
  const full = await pool.annotate(taskOf(record, "full", []));
  if ("answer" in full)
    return { kind: "document", source, bytes: payload.length, answer: full.answer, quarantined: false };
  const reason = failureDiagnostic(full.failure);
  const textAlone = await pool.annotate(taskOf(record, "text", [reason]));
  if ("answer" in textAlone) {
    return { kind: "document", source, bytes: payload.length, answer: textAlone.answer, quarantined: true };
  }
  return { kind: "diagnostic", source, diagnostic: reason };
};

const taskOf = (record: InputRecord, depth: OpenHead["depth"], reasons: readonly Diagnostic[]): Task => {
  const { payload, diagnostics, ...head } = record;
  return { head: { ...head, depth, diagnostics: [...diagnostics, ...reasons] }, payload };
};

const failureDiagnostic = (failure: Failure): Diagnostic =>
  failure.kind === "timeout"
    ? diagnostic("worker_timeout", { seconds: failure.seconds })
    : diagnostic("worker_crash", { reason: failure.reason });
