import { crc32 } from "node:zlib";

/**
 * Frames both ways between a driver and its workers:
 *
 *     0        4        8        12   13
 *     | magic  | length | crc32  |type| payload … |      all numbers big-endian
 *
 * `length` and `crc32` are those of the payload. The magic number tells a stray line on stdout from a frame.
 */
export const frameTypes = {
  hello: 1,
  open: 2,
  rows: 3,
  shard: 4,
  bye: 5,
  end: 6,
  answer: 17,
  fatal: 20,
} as const;
export type FrameType = (typeof frameTypes)[keyof typeof frameTypes];
export type Frame = Readonly<{ type: FrameType; payload: Buffer }>;

const magic = 0x52444f31; // "RDO1"
const headerLength = 13;

/** Largest payload: the answer to a document of the largest size with every table, text several times over. */
const maximumPayload = 256 * 1024 * 1024;

const knownTypes: ReadonlySet<number> = new Set(Object.values(frameTypes));
const isFrameType = (type: number): type is FrameType => knownTypes.has(type);

/** A frame as its header and the parts of its payload, which are not copied together. Throws where it is too large. */
export const encodeFrame = (type: FrameType, payload: readonly Uint8Array[]): readonly Uint8Array[] => {
  // zlib takes an array of no bytes for none at all and starts its sum anew.
  const parts = payload.filter((part) => part.length > 0);
  let length = 0;
  let checksum = 0;
  for (const part of parts) {
    length += part.length;
    checksum = crc32(part, checksum);
  }
  if (length > maximumPayload)
    throw new RangeError(`a frame of ${length} bytes, more than ${maximumPayload}`);
  const header = Buffer.allocUnsafe(headerLength);
  header.writeUInt32BE(magic, 0);
  header.writeUInt32BE(length, 4);
  header.writeUInt32BE(checksum >>> 0, 8);
  header.writeUInt8(type, 12);
  return [header, ...parts];
};

/** Takes bytes as they come and gives the frames that are complete. Throws on bytes that are no frame. */
export const createFrameReader = (): ((chunk: Buffer) => readonly Frame[]) => {
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted = headerLength;
  return (chunk) => {
    chunks.push(chunk);
    held += chunk.length;
    const frames: Frame[] = [];
    while (held >= wanted) {
      // Joined only once the whole frame is there: a frame of n chunks costs n, not n².
      const bytes = chunks.length === 1 ? chunk : Buffer.concat(chunks, held);
      chunks = [bytes];
      const length = payloadLength(bytes);
      wanted = headerLength + length;
      if (held < wanted) break;
      frames.push(readFrame(bytes, length));
      const rest = bytes.subarray(wanted);
      chunks = rest.length === 0 ? [] : [rest];
      held = rest.length;
      wanted = headerLength;
      chunk = rest;
    }
    return frames;
  };
};

const payloadLength = (bytes: Buffer): number => {
  if (bytes.readUInt32BE(0) !== magic) throw new Error("not a frame: wrong magic number");
  const length = bytes.readUInt32BE(4);
  if (length > maximumPayload) throw new Error(`not a frame: ${length} bytes`);
  return length;
};

const readFrame = (bytes: Buffer, length: number): Frame => {
  const type = bytes.readUInt8(12);
  if (!isFrameType(type)) throw new Error(`a frame of unknown type ${type}`);
  const payload = bytes.subarray(headerLength, headerLength + length);
  if (crc32(payload) !== bytes.readUInt32BE(8)) throw new Error("a damaged frame: wrong checksum");
  return { type, payload };
};
