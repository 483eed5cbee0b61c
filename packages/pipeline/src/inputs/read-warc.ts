import { diagnostic, nothingGiven } from "@readout/model";
import { WARCParser, type WARCRecord } from "warcio";
import { documentId } from "./document-id.js";
import type { InputItem } from "./input-record.js";
import { documentBytes } from "./limits.js";
import type { Container } from "./read-jsonl.js";

/**
 * The pages of a WARC file (`response` records with status 200 and `resource` records, HTML or plain text) and the texts of
 * a WET file (`conversion` records). Requests, metadata and revisits are no pages; responses that are none are
 * counted by reason in a diagnostic. WARC-Date is the day of the crawl and says nothing of publication.
 */
export async function* readWarc({ source, name, chunks }: Container): AsyncGenerator<InputItem> {
  const skipped = new Map<string, number>();
  let number = 0;
  for await (const record of WARCParser.iterRecords(endingFor(chunks))) {
    number++;
    const type = record.warcType;
    if (type !== "response" && type !== "resource" && type !== "conversion") continue;
    const media = mediaTypeOf(record);
    const reason = reasonToSkip(record, media.type);
    if (reason !== null) {
      skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
      continue;
    }
    const payload = await readPayload(record);
    if (payload === null) {
      yield {
        kind: "diagnostic",
        source: `${source}#${number}`,
        diagnostic: diagnostic("record_invalid", {
          record: number,
          reason: `more than the ${documentBytes} bytes that are read`,
        }),
      };
      continue;
    }
    const id = record.warcHeaders.headers.get("WARC-Record-ID")?.replace(/^<|>$/g, "") ?? "";
    yield {
      kind: "record",
      record: {
        ...documentId(id === "" ? name : id, payload),
        source: `${source}#${id === "" ? number : id}`,
        payload,
        format: media.type === "text/plain" ? "text" : "html",
        encoding: type === "conversion" ? "utf-8" : media.charset,
        given: { ...nothingGiven, url: record.warcTargetURI ?? null },
        diagnostics: [],
      },
    };
  }
  for (const [reason, count] of [...skipped].sort(([a], [b]) => (a < b ? -1 : 1))) {
    yield { kind: "diagnostic", source, diagnostic: diagnostic("records_skipped", { count, reason }) };
  }
}

/** Reads past the end after which a reader is taken to wait for what will never come; a sound file takes a handful. */
const readsPastEnd = 1000;

/**
 * Chunks that end for good. Where a file ends within a record's lengths and lines, warcio asks for more without end; such a file
 * must not hang the build: throws when it has been told of the end often enough.
 */
const endingFor = (chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> => ({
  [Symbol.asyncIterator]: () => {
    const source = chunks[Symbol.asyncIterator]();
    let past = 0;
    return {
      next: async () => {
        const next = await source.next();
        if (next.done === true && ++past > readsPastEnd) throw new Error("unexpected end of file");
        return next;
      },
      return: async () => {
        await source.return?.();
        return { done: true, value: undefined };
      },
    };
  },
});

const reasonToSkip = (record: WARCRecord, type: string): string | null => {
  const status = record.warcType === "response" ? (record.httpHeaders?.statusCode ?? 0) : 200;
  if (status !== 200) return `status ${status}`;
  return type === "text/html" || type === "application/xhtml+xml" || type === "text/plain"
    ? null
    : `type ${type || "unknown"}`;
};

/** The media type and charset of the page itself: of the HTTP response where there is one. */
const mediaTypeOf = (record: WARCRecord): Readonly<{ type: string; charset: string | null }> => {
  const header =
    record.httpHeaders?.headers.get("Content-Type") ?? record.warcHeaders.headers.get("Content-Type") ?? "";
  const [type = "", ...parameters] = header.split(";").map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.toLowerCase().startsWith("charset="));
  return {
    type: type.toLowerCase(),
    charset:
      charset === undefined ? null : charset.slice("charset=".length).replaceAll('"', "").toLowerCase(),
  };
};

/** The page's bytes, transfer and content encoding taken off; null where they are too many. */
const readPayload = async (record: WARCRecord): Promise<Uint8Array | null> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of record) {
    length += part.length;
    if (length > documentBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts, length);
};
