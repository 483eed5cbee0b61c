import { type Diagnostic, diagnostic } from "@readout/model";
import { z } from "zod";
import { reasonOf } from "../failure.js";
import { documentId } from "./document-id.js";
import { readGiven } from "./given.js";
import type { InputItem } from "./input-record.js";
import { documentBytes, lineBytes } from "./limits.js";
import { readLines } from "./lines.js";

/** One line of a JSONL input; further fields are left alone. Null stands for a field that is not there. */
const jsonlRecord = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  text: z.string().nullish(),
  html: z.string().nullish(),
  url: z.string().nullish(),
  title: z.string().nullish(),
  publisher: z.string().nullish(),
  published: z.string().nullish(),
});

export type Container = Readonly<{
  /** The container's own source. */
  source: string;
  /** The container's base name, which stands for the id of records without one. */
  name: string;
  chunks: AsyncIterable<Uint8Array>;
}>;

/** The records of a JSONL file, line by line; a bad line costs one diagnostic. */
export async function* readJsonl({ source, name, chunks }: Container): AsyncGenerator<InputItem> {
  for await (const { number, bytes } of readLines(chunks, lineBytes)) {
    if (bytes === null) {
      yield tooLarge(source, number);
      continue;
    }
    const line = withoutMark(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8"));
    if (line.trim() === "") continue;
    yield readRecord(source, name, number, line);
  }
}

const readRecord = (source: string, name: string, number: number, line: string): InputItem => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return invalid(source, number, `not JSON: ${reasonOf(error)}`);
  }
  const checked = jsonlRecord.safeParse(value);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    return invalid(
      source,
      number,
      `${issue?.path.join(".") || "record"}: ${issue?.message ?? "not as it should be"}`,
    );
  }
  const { id, text, html, ...fields } = checked.data;
  const content = html ?? text;
  if (content === undefined || content === null) return invalid(source, number, "neither text nor html");
  const payload = Buffer.from(content, "utf8");
  if (payload.length > documentBytes) {
    return tooLarge(source, number);
  }
  const diagnostics: Diagnostic[] = [];
  const surrogates = [content, id, ...Object.values(fields)].reduce(
    (sum: number, value) => sum + (typeof value === "string" ? countLoneSurrogates(value) : 0),
    0,
  );
  if (surrogates > 0) diagnostics.push(diagnostic("surrogate_replaced", { count: surrogates }));
  const { given, noDate } = readGiven(fields);
  if (noDate !== null) {
    diagnostics.push(
      diagnostic("record_invalid", { record: number, reason: `published is no ISO date: ${noDate}` }),
    );
  }
  const recordName = id === undefined || id === null || id === "" ? null : String(id).toWellFormed();
  return {
    kind: "record",
    record: {
      ...documentId(recordName ?? name, payload),
      source: `${source}#${recordName ?? number}`,
      payload,
      format: html === undefined || html === null ? "text" : "html",
      encoding: "utf-8",
      given,
      diagnostics,
    },
  };
};

const invalid = (source: string, record: number, reason: string): InputItem => ({
  kind: "diagnostic",
  source: `${source}#${record}`,
  diagnostic: diagnostic("record_invalid", { record, reason }),
});

const tooLarge = (source: string, record: number): InputItem => ({
  kind: "diagnostic",
  source: `${source}#${record}`,
  diagnostic: diagnostic("document_too_large", { limit: documentBytes }),
});

const withoutMark = (line: string): string => (line.charCodeAt(0) === 0xfeff ? line.slice(1) : line);

/** JSON can name half a pair (`"\ud83d"`), which UTF-8 cannot hold: U+FFFD stands there in the payload. */
const countLoneSurrogates = (text: string): number =>
  text.isWellFormed() ? 0 : (text.match(/\p{Surrogate}/gu)?.length ?? 0);
