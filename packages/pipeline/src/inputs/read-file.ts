import { posix } from "node:path";
import { diagnostic, nothingGiven } from "@readout/model";
import { portableReasonOf } from "../failure.js";
import { documentId } from "./document-id.js";
import type { InputFile } from "./find-inputs.js";
import type { InputItem } from "./input-record.js";
import { documentBytes } from "./limits.js";
import { openInput } from "./open-input.js";
import { type ReadAtOnce, readAtOnce } from "./read-at-once.js";
import { readJsonl } from "./read-jsonl.js";

/** The records of one input file, containers record by record. Never throws: what cannot be read is a diagnostic. */
export async function* readFile(file: InputFile): AsyncGenerator<InputItem> {
  const { source, kind } = file;
  try {
    if (kind?.compression === "none" && (kind.format === "text" || kind.format === "html")) {
      yield page(source, kind.format, readAtOnce(file.path));
      return;
    }
    // Few inputs are archives, and what reads them takes long to load.
    if (kind?.compression === "gzip" && kind.format === "warc") {
      const { readGzippedWarc } = await import("./read-gzipped-warc.js");
      yield* readGzippedWarc({ source, name: posix.basename(source), path: file.path });
      return;
    }
    const { format, chunks } = await openInput(file);
    const container = { source, name: posix.basename(source), chunks };
    if (format === "jsonl") yield* readJsonl(container);
    else if (format === "warc") yield* (await import("./read-warc.js")).readWarc(container);
    else yield page(source, format, { payload: await readAll(chunks), diagnostics: [] });
  } catch (error) {
    yield {
      kind: "diagnostic",
      source,
      diagnostic: diagnostic("unreadable", { reason: portableReasonOf(error) }),
    };
  }
}

const page = (source: string, format: "text" | "html", { payload, diagnostics }: ReadAtOnce): InputItem => {
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
      format,
      encoding: null,
      given: nothingGiven,
      diagnostics,
    },
  };
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
