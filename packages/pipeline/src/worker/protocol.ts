import type { Diagnostic, Given } from "@readout/model";
import { z } from "zod";

/** What the worker is to do with every document of a session; the same for all workers of a build. */
const sessionOptions = z.object({
  layout: z.enum(["page", "plain"]),
  text: z.enum(["full", "none"]),
});
export type SessionOptions = Readonly<z.infer<typeof sessionOptions>>;

/** What decides which rows come out of a document. */
const engine = z.object({
  /** Hash over code and lexicons of parser, normalizer, model and pipeline. */
  code: z.string(),
  /** Hash over the row schemas. */
  schema: z.string(),
});
export type Engine = Readonly<z.infer<typeof engine>>;

/**
 * First frame both ways. A worker whose engine is not the one that the driver names would write other rows under the same
 * names: it refuses. Null: the driver started the worker from its own installation, and there is nothing to compare.
 */
export const hello = z.object({
  protocol: z.literal(1),
  engine: engine.nullable(),
  options: sessionOptions,
});
export type Hello = Readonly<z.infer<typeof hello>>;

/** The head of an open frame; the document's bytes follow it. */
export type OpenHead = Readonly<{
  docId: string;
  source: string;
  sha256: string;
  format: "text" | "html";
  encoding: string | null;
  given: Given;
  diagnostics: readonly Diagnostic[];
  /** `text`: decode and nothing else, for a document whose annotation failed; `diagnostics` says so. */
  depth: "full" | "text";
}>;

/** A payload of a JSON head and bytes behind it: `u32 length of head | head | bytes`. */
export const encodeHeaded = (head: unknown, parts: readonly Uint8Array[]): readonly Uint8Array[] => {
  const json = Buffer.from(JSON.stringify(head), "utf8");
  const length = Buffer.allocUnsafe(4);
  length.writeUInt32BE(json.length, 0);
  return [length, json, ...parts];
};

/** Reads what {@link encodeHeaded} wrote. The frame's checksum vouches for the shape of the head. */
export const decodeHeaded = <Head>(payload: Buffer): Readonly<{ head: Head; bytes: Buffer }> => {
  const length = payload.readUInt32BE(0);
  return {
    head: JSON.parse(payload.toString("utf8", 4, 4 + length)) as Head,
    bytes: payload.subarray(4 + length),
  };
};
