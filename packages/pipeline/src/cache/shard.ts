import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync, writevSync } from "node:fs";

/**
 * A file of answers, one after the other, that only grows:
 *
 *     0        4        8             40                    72
 *     | magic  | length | key         | sha256(key, answer) | answer … |     numbers big-endian
 *
 * A build that was killed leaves a shard like any other: what is cut off or damaged does not fit its checksum, and no more is
 * lost than that. So nothing here needs to reach the disk in any order.
 */
const magic = 0x52444f32; // "RDO2"
const headerLength = 72;

/** Where an answer is. */
export type ShardPlace = Readonly<{
  path: string;
  /** Offset of the answer's header, in bytes. */
  at: number;
  /** Of the answer, in bytes. */
  length: number;
  /** See {@link hashOf}. */
  hash: number;
}>;

/** The first 48 bits of a key as a number: enough to find it by, since the shard has all of it. */
export const hashOf = (key: Buffer): number => key.readUIntBE(0, 6);

export type Shard = Readonly<{
  append: (key: Buffer, answer: readonly Uint8Array[]) => void;
  size: () => number;
  close: () => void;
}>;

/** Begins a shard. Throws what the file system throws. */
export const openShard = (path: string): Shard => {
  const descriptor = openSync(path, "wx", 0o600);
  let size = 0;
  return {
    append: (key, answer) => {
      const parts = [headerOf(key, answer), ...answer];
      const length = parts.reduce((sum, part) => sum + part.length, 0);
      // A short write leaves a torn answer, which the next reader sees; after it nothing could be found again.
      if (writevSync(descriptor, parts, size) !== length) throw new Error(`${path}: no room`);
      size += length;
    },
    size: () => size,
    close: () => closeSync(descriptor),
  };
};

const headerOf = (key: Buffer, answer: readonly Uint8Array[]): Buffer => {
  const header = Buffer.alloc(headerLength);
  header.writeUInt32BE(magic, 0);
  header.writeUInt32BE(
    answer.reduce((sum, part) => sum + part.length, 0),
    4,
  );
  header.set(key, 8);
  header.set(checksumOf(key, answer), 40);
  return header;
};

const checksumOf = (key: Buffer, answer: readonly Uint8Array[]): Buffer => {
  const hash = createHash("sha256").update(key);
  for (const part of answer) hash.update(part);
  return hash.digest();
};

/** What a shard says that it holds, up to its end or to the first header that is none. Reads headers alone. */
export function* scanShard(path: string): Generator<ShardPlace> {
  const descriptor = openOrNull(path);
  if (descriptor === null) return;
  try {
    const { size } = fstatSync(descriptor);
    const header = Buffer.alloc(headerLength);
    for (let at = 0; at + headerLength <= size; ) {
      readSync(descriptor, header, 0, headerLength, at);
      if (header.readUInt32BE(0) !== magic) return;
      const length = header.readUInt32BE(4);
      if (at + headerLength + length > size) return;
      yield { path, at, length, hash: hashOf(header.subarray(8)) };
      at += headerLength + length;
    }
  } finally {
    closeSync(descriptor);
  }
}

/** The answer in a place; null where it is another's or does not fit its checksum, or where the shard is gone. */
export const readAnswer = ({ path, at, length }: ShardPlace, key: Buffer): Buffer | null => {
  const descriptor = openOrNull(path);
  if (descriptor === null) return null;
  try {
    const bytes = Buffer.allocUnsafe(headerLength + length);
    if (readSync(descriptor, bytes, 0, bytes.length, at) !== bytes.length) return null;
    const answer = bytes.subarray(headerLength);
    return bytes.subarray(8, 40).equals(key) && bytes.subarray(40, 72).equals(checksumOf(key, [answer]))
      ? answer
      : null;
  } finally {
    closeSync(descriptor);
  }
};

const openOrNull = (path: string): number | null => {
  try {
    return openSync(path, "r");
  } catch {
    // Another build may have cleared it away; a shard that cannot be read is as good as none.
    return null;
  }
};
