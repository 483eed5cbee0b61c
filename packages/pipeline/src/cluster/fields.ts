/**
 * Rows between a cluster's engine and a worker: fields without names or types, so that the engine needs to know of neither.
 * In a frame the number of fields of every row, then field after field: `u32 length | bytes`, 0xffffffff for null.
 */
export type Fields = readonly (Buffer | null)[];

const absent = 0xffffffff;

/** The payload of a frame of rows; all have as many fields as the first. */
export const encodeRows = (rows: readonly Fields[]): readonly Uint8Array[] => {
  const parts: Uint8Array[] = [number(rows[0]?.length ?? 0)];
  for (const row of rows) {
    for (const field of row) {
      parts.push(number(field === null ? absent : field.length));
      if (field !== null) parts.push(field);
    }
  }
  return [Buffer.concat(parts)];
};

/** Reads what {@link encodeRows} wrote; the fields are views of the payload. */
export function* decodeRows(payload: Buffer): Generator<Fields> {
  const width = payload.readUInt32BE(0);
  for (let at = 4; at < payload.length; ) {
    const row: (Buffer | null)[] = [];
    for (let i = 0; i < width; i++) {
      const length = payload.readUInt32BE(at);
      at += 4;
      if (length === absent) row.push(null);
      else {
        row.push(payload.subarray(at, at + length));
        at += length;
      }
    }
    yield row;
  }
}

/** A row of texts. */
export const fieldsOf = (...texts: readonly (string | null)[]): Fields =>
  texts.map((text) => (text === null ? null : Buffer.from(text, "utf8")));

/** The texts of a row, null where a field is. */
export const textsOf = (row: Fields): readonly (string | null)[] =>
  row.map((field) => (field === null ? null : field.toString("utf8")));

/** A field that is always there, as text. Throws where it is not: the engine sent other columns than the reducer reads. */
export const textAt = (row: Fields, index: number): string => {
  const field = row[index];
  if (field === undefined || field === null) throw new Error(`a row without field ${index}`);
  return field.toString("utf8");
};

/** A field of JSON. The engine carries what another worker wrote; nothing is checked again. */
export const jsonAt = <Value>(row: Fields, index: number): Value => JSON.parse(textAt(row, index)) as Value;

const number = (value: number): Uint8Array => {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32BE(value, 0);
  return bytes;
};
