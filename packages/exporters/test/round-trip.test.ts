import { tableFromIPC } from "apache-arrow";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Table, toArrow, toCsv, toJsonl, toParquet } from "../src/index.js";
import { allBytes, allText } from "./all-bytes.js";

const schema = z.object({
  text: z.string(),
  maybe: z.string().nullable(),
  count: z.int32(),
  weight: z.number().nullable(),
  flag: z.boolean().nullable(),
  kind: z.enum(["a", "b"]).nullable(),
  list: z.array(z.string()),
});
const table: Table<typeof schema> = { name: "t", title: "T", schema, key: [] };

/** Text of any kind; JavaScript's readers take a byte order mark off its start, so it has none there. */
const text = fc.string({ unit: "binary", maxLength: 30 }).map((value) => value.replace(/^\ufeff+/, ""));
const rows = fc.array(
  fc.record({
    text,
    maybe: fc.option(text),
    count: fc.integer(),
    weight: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)),
    flag: fc.option(fc.boolean()),
    kind: fc.option(fc.constantFrom("a" as const, "b" as const)),
    list: fc.array(text, { maxLength: 4 }),
  }),
  { maxLength: 20 },
);

const always = { numRuns: 200, seed: 7 };

describe("any rows read back equal", () => {
  it("from JSONL", () =>
    fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const lines = (await allText(toJsonl(written, table))).split("\n").slice(0, -1);
        expect(lines.map((line): unknown => JSON.parse(line))).toEqual(written);
      }),
      always,
    ));

  it("from CSV, with null and the empty string as one", () =>
    fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const read: string[][] = parse(await allText(toCsv(written, table)), { from_line: 1, bom: false });
        expect(read.slice(1)).toEqual(
          written.map(({ list, ...row }) => [
            ...Object.values(row).map((value) => (value === null ? "" : String(value))),
            JSON.stringify(list),
          ]),
        );
      }),
      always,
    ));

  it("from Arrow", () =>
    fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const read = tableFromIPC(await allBytes(toArrow(written, table)));
        expect(read.toArray().map((row) => ({ ...row?.toJSON(), list: [...(row?.list ?? [])] }))).toEqual(
          written,
        );
      }),
      always,
    ));

  it("from Parquet", () =>
    fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const bytes = await allBytes(toParquet(written, table));
        expect(await parquetReadObjects({ file: Uint8Array.from(bytes).buffer })).toEqual(written);
      }),
      always,
    ));
});
