import {
  type Table as ArrowTable,
  Dictionary,
  MessageReader,
  RecordBatchReader,
  tableFromIPC,
} from "apache-arrow";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { toArrow, toArrowParts } from "../../src/index.js";
import { allBytes } from "../all-bytes.js";
import { readableRows, type SampleRow, sample, sampleTable } from "../sample-table.js";

/** Rows of an Arrow table as they went in: days and times come out as milliseconds, lists as vectors. */
const rowsOf = (table: ArrowTable): unknown[] =>
  table.toArray().map((row: { toJSON(): SampleRow } | null) => {
    const { day, until, at, tags, ...rest } = row?.toJSON() ?? sample();
    return { ...rest, day: iso(day, 10), until: iso(until, 10), at: iso(at, 24), tags: [...tags] };
  });

const iso = (milliseconds: unknown, length: number): string | null =>
  milliseconds === null ? null : new Date(Number(milliseconds)).toISOString().slice(0, length);

const normal = ({ at, ...row }: SampleRow) => ({ ...row, at: at === null ? null : iso(Date.parse(at), 24) });

describe("toArrow", () => {
  it("writes the file format", async () => {
    const bytes = await allBytes(toArrow([], sampleTable));
    expect(bytes.subarray(0, 6).toString()).toBe("ARROW1");
    expect(bytes.subarray(-6).toString()).toBe("ARROW1");
  });

  it("declares types and nulls, whatever the rows are", async () => {
    const { schema, numRows } = tableFromIPC(await allBytes(toArrow([], sampleTable)));
    expect(numRows).toBe(0);
    expect(
      schema.fields.map(({ name, type, nullable }) => `${name}: ${String(type)}${nullable ? "?" : ""}`),
    ).toEqual([
      "id: Utf8",
      "label: Utf8?",
      "mood: Dictionary<Int8, Utf8>",
      "colour: Dictionary<Int8, Utf8>?",
      "count: Int32",
      "offset: Int32?",
      "weight: Float64",
      "share: Float64?",
      "open: Bool",
      "shut: Bool?",
      "day: Date32<DAY>",
      "until: Date32<DAY>?",
      "at: Timestamp<MILLISECOND, UTC>?",
      "tags: List<Utf8>",
      "parent: Utf8?",
      "body: Utf8?",
    ]);
  });

  it("carries meaning, units and keys in its metadata", async () => {
    const { schema } = tableFromIPC(await allBytes(toArrow([sample()], sampleTable)));
    expect(Object.fromEntries(schema.metadata)).toEqual({
      table: "sample",
      title: "Things of every kind",
      key: '["id"]',
    });
    const field = (name: string) =>
      Object.fromEntries(schema.fields.find((f) => f.name === name)?.metadata ?? []);
    expect(field("weight")).toEqual({ description: "How heavy", unit: "kg" });
    expect(field("parent")).toEqual({ description: "The row above", references: "sample.id" });
  });

  it("reads back equal, nulls and days before 1970 too", async () => {
    const table = tableFromIPC(await allBytes(toArrow(readableRows, sampleTable)));
    expect(rowsOf(table)).toEqual(readableRows.map(normal));
  });

  it("keeps a byte order mark that begins a text, which apache-arrow itself reads away", async () => {
    const bytes = await allBytes(toArrow([sample({ label: "\ufeffmark" })], sampleTable));
    expect(bytes.includes("\ufeffmark")).toBe(true);
  });

  it("shares one dictionary between all batches, never a delta, which polars refuses", async () => {
    const rows = Array.from({ length: 70_000 }, (_, i) =>
      sample({ id: `s${i}`, mood: i % 3 === 0 ? "glad" : "sad" }),
    );
    const bytes = await allBytes(toArrow(rows, sampleTable));
    const table = tableFromIPC(bytes);
    expect(table.batches.map(({ numRows }) => numRows)).toEqual([65_536, 4_464]);
    expect(table.getChild("mood")?.get(65_537)).toBe("sad");
    expect(dictionaryMessages(bytes)).toEqual([
      { id: 2, isDelta: false },
      { id: 3, isDelta: false },
    ]);
  });

  it("widens the index of a dictionary that 8 bits cannot count", async () => {
    const values = Array.from({ length: 300 }, (_, i) => `v${i}`);
    const table = { name: "t", title: "T", schema: z.object({ v: z.enum(values) }), key: [] };
    const read = tableFromIPC(
      await allBytes(
        toArrow(
          values.map((v) => ({ v })),
          table,
        ),
      ),
    );
    expect(read.toArray().map((row) => row?.toJSON().v)).toEqual(values);
    const type: unknown = read.schema.fields[0]?.type;
    expect(type instanceof Dictionary && String(type.indices)).toBe("Int16");
  });

  it("gives the same bytes twice in one process", async () => {
    const [one, two] = [
      await allBytes(toArrow(readableRows, sampleTable)),
      await allBytes(toArrow(readableRows, sampleTable)),
    ];
    expect(one.equals(two)).toBe(true);
  });

  it("starts a batch before long texts pile up", async () => {
    const body = "x".repeat(1 << 20);
    const table = tableFromIPC(
      await allBytes(
        toArrow(
          Array.from({ length: 40 }, () => sample({ body })),
          sampleTable,
        ),
      ),
    );
    expect(table.batches.map(({ numRows }) => numRows)).toEqual([16, 16, 8]);
    expect(table.getChild("body")?.get(39)).toBe(body);
  });
});

describe("toArrowParts", () => {
  const partsOf = async (rows: readonly SampleRow[], maxTextBytes: number): Promise<Map<number, Buffer>> => {
    const parts = new Map<number, Buffer>();
    const counts = new Map<number, number>();
    for await (const chunk of toArrowParts(rows, sampleTable, { maxTextBytes })) {
      parts.set(chunk.part, Buffer.concat([parts.get(chunk.part) ?? new Uint8Array(), chunk.bytes]));
      counts.set(chunk.part, (counts.get(chunk.part) ?? 0) + chunk.rows);
    }
    for (const [part, bytes] of parts) expect(tableFromIPC(bytes).numRows).toBe(counts.get(part));
    return parts;
  };

  it("writes whole files, none with more text in a column than allowed", async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => sample({ id: `s${i}`, body: "ü".repeat(50) }));
    const parts = await partsOf(rows, 16_000);
    expect(parts.size).toBeGreaterThan(6);
    const read = [...parts.values()].flatMap((bytes) => rowsOf(tableFromIPC(bytes)));
    expect(read).toEqual(rows.map(normal));
    for (const bytes of parts.values()) {
      const text = tableFromIPC(bytes).getChild("body")?.toArray().join("") ?? "";
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(16_000);
    }
  });

  it("starts no part that stays empty", async () => {
    const rows = [sample({ body: "x".repeat(2000) }), sample({ body: "x".repeat(2000) })];
    expect([...(await partsOf(rows, 1000)).keys()]).toEqual([1, 2]);
  });

  it("has a first part even without rows, equal to toArrow", async () => {
    const parts = await partsOf([], 100);
    expect([...parts.keys()]).toEqual([1]);
    expect(parts.get(1)?.equals(await allBytes(toArrow([], sampleTable)))).toBe(true);
  });
});

/** The dictionary messages of a file, read as the stream that stands between its ends. */
const dictionaryMessages = (bytes: Uint8Array): { id: number; isDelta: boolean }[] => {
  expect(RecordBatchReader.from(bytes).isFile()).toBe(true);
  const found: { id: number; isDelta: boolean }[] = [];
  const reader = new MessageReader(bytes.subarray(8));
  for (const message of reader) {
    if (message.isDictionaryBatch()) {
      const { id, isDelta } = message.header();
      found.push({ id: Number(id), isDelta });
    }
    if (!message.isSchema()) reader.readMessageBody(message.bodyLength);
  }
  return found;
};
