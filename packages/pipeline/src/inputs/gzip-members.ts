import { crc32, inflateRawSync } from "node:zlib";
import { type ByteWindow, openWindow } from "./byte-window.js";

/** What a gzip file of many members holds, in order: members unpacked, and stretches that did not unpack. */
export type GzipPart =
  | Readonly<{ kind: "member"; bytes: Uint8Array }>
  /** Bytes of the file, half-open. */
  | Readonly<{ kind: "damage"; from: number; to: number; reason: string }>;

/** Largest member, unpacked: four of the largest documents. */
const memberBytes = 64 * 1024 * 1024;
/** Bytes that are tried at first; a member that ends later is tried again with twice as many. */
const firstTry = 1 << 16;

/**
 * Reads a gzip file member by member, as WARC files are made, and past damage: node's own reader stops at the first damaged
 * member, and at bytes between members without a word. Reading goes on at the next member that is whole and whose content
 * `isStart` knows. Zeros after a member are padding.
 */
export function* readGzipMembers(
  path: string,
  isStart: (content: Uint8Array) => boolean,
): Generator<GzipPart> {
  const window = openWindow(path);
  try {
    let at = 0;
    for (;;) {
      while (window.byteAt(at) === 0) at++;
      if (at >= window.size) return;
      const member = readMember(window, at);
      if (member.kind === "whole") {
        yield { kind: "member", bytes: member.bytes };
        at = member.end;
        continue;
      }
      let to = at + 1;
      for (; to < window.size; to++) {
        if (!hasMagic(window, to)) continue;
        const next = readMember(window, to);
        if (next.kind === "whole" && isStart(next.bytes)) break;
      }
      yield { kind: "damage", from: at, to, reason: member.reason };
      at = to;
    }
  } finally {
    window.close();
  }
}

type Member = Readonly<
  { kind: "whole"; bytes: Uint8Array; end: number } | { kind: "broken"; reason: string }
>;

const broken = (reason: string): Member => ({ kind: "broken", reason });

const hasMagic = (window: ByteWindow, at: number): boolean =>
  window.byteAt(at) === 0x1f && window.byteAt(at + 1) === 0x8b && window.byteAt(at + 2) === 8;

/** Layout of a member: RFC 1952, section 2.3. */
const readMember = (window: ByteWindow, at: number): Member => {
  if (!hasMagic(window, at)) return broken("not a gzip member");
  const start = skipHeader(window, at);
  for (let length = firstTry; ; length *= 2) {
    const packed = window.slice(start, start + length);
    const unpacked = inflate(packed);
    if (unpacked.kind === "broken") return unpacked;
    if (unpacked.kind === "short") {
      if (start + length >= window.size) return broken("unexpected end of file");
      if (length > memberBytes) return broken(`a member of more than ${memberBytes} bytes`);
      continue;
    }
    const end = start + unpacked.consumed + 8;
    const trailer = Buffer.from(window.slice(end - 8, end));
    if (trailer.length < 8) return broken("unexpected end of file");
    if (trailer.readUInt32LE(0) !== crc32(unpacked.bytes)) return broken("incorrect data check");
    return { kind: "whole", bytes: unpacked.bytes, end };
  }
};

/** The first byte after the header: extra field, file name, comment and checksum are there where flags say so. */
const skipHeader = (window: ByteWindow, at: number): number => {
  const flags = window.byteAt(at + 3) ?? 0;
  let start = at + 10;
  if (flags & 4) start += 2 + (window.byteAt(start) ?? 0) + 256 * (window.byteAt(start + 1) ?? 0);
  for (const named of [8, 16]) {
    if (!(flags & named)) continue;
    while (window.byteAt(start) !== 0 && start < window.size) start++;
    start++;
  }
  return flags & 2 ? start + 2 : start;
};

type Inflated = Readonly<
  | { kind: "done"; bytes: Uint8Array; consumed: number }
  | { kind: "short" }
  | { kind: "broken"; reason: string }
>;

const inflate = (packed: Uint8Array): Inflated => {
  try {
    // With `info` the result says how much of the input was used; the types of node do not know it.
    const result: unknown = inflateRawSync(packed, { info: true, maxOutputLength: memberBytes });
    if (!isInflated(result)) throw new TypeError("inflateRawSync gave no engine");
    return { kind: "done", bytes: result.buffer, consumed: result.engine.bytesWritten };
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    if (error.code === "Z_BUF_ERROR") return { kind: "short" };
    return { kind: "broken", reason: error.message };
  }
};

const isInflated = (
  result: unknown,
): result is Readonly<{ buffer: Uint8Array; engine: Readonly<{ bytesWritten: number }> }> =>
  typeof result === "object" && result !== null && "buffer" in result && "engine" in result;
