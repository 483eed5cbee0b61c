import type { Diagnostic, Given } from "@readout/model";

/** One document as it comes in: its bytes, where they are from, what was said about it. */
export type InputRecord = Readonly<{
  docId: string;
  /** Path below the deepest common folder of all inputs; `path#id` or `path#n` for a record of a container. */
  source: string;
  /** Of the payload, hex. */
  sha256: string;
  payload: Uint8Array;
  format: "text" | "html";
  /** The payload's encoding where the container settles it (JSONL: `utf-8`) or states it (WARC); null: look at the bytes. */
  encoding: string | null;
  given: Given;
  diagnostics: readonly Diagnostic[];
}>;

/** What reading gives, in order: records, and diagnostics on inputs that gave none. */
export type InputItem =
  | Readonly<{ kind: "record"; record: InputRecord }>
  | Readonly<{ kind: "diagnostic"; source: string; diagnostic: Diagnostic }>;
