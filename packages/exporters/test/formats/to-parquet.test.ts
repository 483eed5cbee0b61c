import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { toParquet } from "../../src/index.js";
import { allBytes } from "../all-bytes.js";
import { readableRows, type SampleRow, sample, sampleTable } from "../sample-table.js";

const bufferOf = (bytes: Buffer): ArrayBuffer => Uint8Array.from(bytes).buffer;

const iso = (value: unknown, length: number): string | null =>
  value instanceof Date ? value.toISOString().slice(0, length) : null;

const normal = (row: SampleRow) => ({ ...row, at: row.at === null ? null : iso(new Date(row.at), 24) });

const readBack = async (bytes: Buffer): Promise<unknown[]> =>
  (await parquetReadObjects({ file: bufferOf(bytes) })).map((row) => ({
    ...row,
    day: iso(row.day, 10),
    until: iso(row.until, 10),
    at: iso(row.at, 24),
  }));

describe("toParquet", () => {
  it("declares types and nulls, and says what columns mean", async () => {
    const metadata = parquetMetadata(bufferOf(await allBytes(toParquet([], sampleTable))));
    expect(metadata.num_rows).toBe(0n);
    expect(
      metadata.schema
        .slice(1)
        .map(({ name, type, converted_type, repetition_type }) =>
          [name, type, converted_type, repetition_type].join(" ").trim(),
        ),
    ).toEqual([
      "id BYTE_ARRAY UTF8 REQUIRED",
      "label BYTE_ARRAY UTF8 OPTIONAL",
      "mood BYTE_ARRAY UTF8 REQUIRED",
      "colour BYTE_ARRAY UTF8 OPTIONAL",
      "count INT32  REQUIRED",
      "offset INT32  OPTIONAL",
      "weight DOUBLE  REQUIRED",
      "share DOUBLE  OPTIONAL",
      "open BOOLEAN  REQUIRED",
      "shut BOOLEAN  OPTIONAL",
      "day INT32 DATE REQUIRED",
      "until INT32 DATE OPTIONAL",
      "at INT64 TIMESTAMP_MILLIS OPTIONAL",
      "tags  LIST REQUIRED",
      "list   REPEATED",
      "element BYTE_ARRAY UTF8 REQUIRED",
      "parent BYTE_ARRAY UTF8 OPTIONAL",
      "body BYTE_ARRAY UTF8 OPTIONAL",
    ]);
    const values = new Map(metadata.key_value_metadata?.map(({ key, value }) => [key, value ?? ""]));
    expect(values.get("title")).toBe("Things of every kind");
    expect(JSON.parse(values.get("columns") ?? "")).toMatchObject({
      weight: { description: "How heavy", unit: "kg" },
    });
  });

  it.each(["snappy", "none"] as const)("reads back equal, codec %s", async (codec) => {
    expect(await readBack(await allBytes(toParquet(readableRows, sampleTable, { codec })))).toEqual(
      readableRows.map(normal),
    );
  });

  it("keeps a byte order mark that begins a text, which hyparquet itself reads away", async () => {
    const bytes = await allBytes(
      toParquet([sample({ label: "\ufeffmark" })], sampleTable, { codec: "none" }),
    );
    expect(bytes.includes("\ufeffmark")).toBe(true);
  });

  it("writes row groups as it goes, each before long texts pile up", async () => {
    const body = "x".repeat(1 << 20);
    const bytes = await allBytes(
      toParquet(
        Array.from({ length: 70 }, () => sample({ body })),
        sampleTable,
      ),
    );
    const { row_groups } = parquetMetadata(bufferOf(bytes));
    expect(row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([32, 32, 6]);
  });

  it("gives the same bytes twice", async () => {
    const [one, two] = [
      await allBytes(toParquet(readableRows, sampleTable)),
      await allBytes(toParquet(readableRows, sampleTable)),
    ];
    expect(one.equals(two)).toBe(true);
  });
});
