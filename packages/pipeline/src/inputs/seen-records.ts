/** Records by their document's id, and where each was read first; some 60 bytes a record, of which half are the words of its source. */
export type SeenRecords = Readonly<{
  /** The source under which a document was seen before; null, and keeps it, where it is new. */
  see: (docId: string, source: string) => string | null;
}>;

/** 32-bit words of a slot: the 80 bits of an id in three, then one more than where its source begins, in two. */
const slotWords = 5;
const smallest = 1024;
/** Bytes of sources that are allotted together. */
const chunkLength = 1 << 20;

/** Ids are `d` and 20 hex digits, as `documentId` gives them; their bits are a hash already. */
export const createSeenRecords = (): SeenRecords => {
  let slots = new Uint32Array(smallest * slotWords);
  let count = 0;
  const sources = createSources();
  /** The slot of an id, or the empty one where it belongs. */
  const slotOf = (table: Uint32Array, a: number, b: number, c: number): number => {
    const size = table.length / slotWords;
    for (let slot = a & (size - 1); ; slot = (slot + 1) & (size - 1)) {
      const at = slot * slotWords;
      if (positionAt(table, at) === null) return at;
      if (table[at] === a && table[at + 1] === b && table[at + 2] === c) return at;
    }
  };
  const grow = (): void => {
    const wider = new Uint32Array(slots.length * 2);
    for (let at = 0; at < slots.length; at += slotWords) {
      if (positionAt(slots, at) === null) continue;
      const to = slotOf(wider, slots[at] ?? 0, slots[at + 1] ?? 0, slots[at + 2] ?? 0);
      wider.set(slots.subarray(at, at + slotWords), to);
    }
    slots = wider;
  };
  return {
    see: (docId, source) => {
      const [a, b, c] = [wordOf(docId, 1, 9), wordOf(docId, 9, 17), wordOf(docId, 17, 21)];
      const at = slotOf(slots, a, b, c);
      const position = positionAt(slots, at);
      if (position !== null) return sources.read(position);
      const next = sources.add(source) + 1;
      slots.set([a, b, c, Math.floor(next / 2 ** 32), next], at);
      count++;
      if (count * slotWords > slots.length * 0.7) grow();
      return null;
    },
  };
};

const wordOf = (docId: string, from: number, to: number): number =>
  Number.parseInt(docId.slice(from, to), 16);

const positionAt = (table: Uint32Array, at: number): number | null => {
  const next = (table[at + 3] ?? 0) * 2 ** 32 + (table[at + 4] ?? 0);
  return next === 0 ? null : next - 1;
};

/** Texts as UTF-8 in chunks, `u32 bytes | bytes`: strings of their own would take three times the room. */
const createSources = () => {
  const chunks: Buffer[] = [];
  let used = chunkLength;
  return {
    /** Gives the position to read it from. */
    add: (source: string): number => {
      const length = 4 + Buffer.byteLength(source);
      if (used + length > chunkLength) {
        chunks.push(Buffer.alloc(Math.max(chunkLength, length)));
        used = 0;
      }
      const chunk = chunks.length - 1;
      const at = used;
      chunks[chunk]?.writeUInt32BE(length - 4, at);
      chunks[chunk]?.write(source, at + 4);
      used += length;
      return chunk * chunkLength + at;
    },
    read: (position: number): string => {
      const chunk = chunks[Math.floor(position / chunkLength)];
      const at = position % chunkLength;
      return chunk === undefined ? "" : chunk.toString("utf8", at + 4, at + 4 + chunk.readUInt32BE(at));
    },
  };
};
