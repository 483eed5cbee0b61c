import { closeSync, createReadStream, fstatSync, openSync, readSync } from "node:fs";
import { posix } from "node:path";
import { type Diagnostic, diagnostic, nothingGiven } from "@readout/model";
import { decompress } from "./decompress.js";
import { documentId } from "./document-id.js";
import type { InputFile } from "./find-inputs.js";
import type { InputItem } from "./input-record.js";
import { documentBytes } from "./limits.js";
import { readJsonl } from "./read-jsonl.js";
import { readWarc } from "./read-warc.js";

/** The records of one input file, containers record by record. Never throws: what cannot be read is a diagnostic. */
export async function* readFile(file: InputFile): AsyncGenerator<InputItem> {
  const { source } = file;
  const { format, compression } = file.kind;
  try {
    if (format === "text" || format === "html") {
      const whole = compression === "none" && file.path !== "-" ? readAtOnce(file.path) : null;
      yield document(file, whole ?? { payload: await readAll(openChunks(file)), diagnostics: [] });
      return;
    }
    const container = { source, name: posix.basename(source), chunks: openChunks(file) };
    yield* format === "jsonl" ? readJsonl(container) : readWarc(container);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    yield { kind: "diagnostic", source, diagnostic: diagnostic("unreadable", { reason }) };
  }
}

type Read = Readonly<{ payload: Uint8Array | null; diagnostics: readonly Diagnostic[] }>;

const document = ({ source, kind }: InputFile, { payload, diagnostics }: Read): InputItem => {
  if (payload === null) {
    return {
      kind: "diagnostic",
      source,
      diagnostic: diagnostic("document_too_large", { limit: documentBytes }),
    };
  }
  return {
    kind: "record",
    record: {
      ...documentId(posix.basename(source), payload),
      source,
      payload,
      format: kind.format === "html" ? "html" : "text",
      encoding: null,
      given: nothingGiven,
      diagnostics,
    },
  };
};

/** Small files come faster through plain calls than through streams: 0.1 ms against 0.4 ms. */
const readAtOnce = (path: string): Read => {
  const descriptor = openSync(path, "r");
  try {
    const before = fstatSync(descriptor);
    if (before.size > documentBytes) return { payload: null, diagnostics: [] };
    const buffer = Buffer.allocUnsafe(before.size + 1);
    let length = 0;
    for (let n = -1; n !== 0 && length < buffer.length; length += n) {
      n = readSync(descriptor, buffer, length, buffer.length - length, null);
    }
    const after = fstatSync(descriptor);
    const changed = length !== before.size || after.mtimeMs !== before.mtimeMs || after.size !== before.size;
    return {
      payload: buffer.subarray(0, length),
      diagnostics: changed ? [diagnostic("source_changed")] : [],
    };
  } finally {
    closeSync(descriptor);
  }
};

const openChunks = ({ path, kind }: InputFile): AsyncIterable<Uint8Array> => {
  const stream = path === "-" ? process.stdin : createReadStream(path, { highWaterMark: 1 << 16 });
  return decompress(stream as AsyncIterable<Uint8Array>, kind.compression);
};

const readAll = async (chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of chunks) {
    length += part.length;
    if (length > documentBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts, length);
};
