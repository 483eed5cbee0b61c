import { tableList } from "@readout/model/rows";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { columnsIn, describeColumns } from "../src/index.js";
import { sampleTable } from "./sample-table.js";

const columnOf = (type: z.ZodType) =>
  describeColumns({ name: "t", title: "T", schema: z.object({ c: type }), key: [] })[0];

describe("describeColumns", () => {
  it.each([
    ["string", z.string(), { kind: "string", nullable: false }],
    ["nullable string", z.string().nullable(), { kind: "string", nullable: true }],
    [
      "nullable string with a meaning",
      z.string().nullable().meta({ description: "d" }),
      { kind: "string", nullable: true, description: "d" },
    ],
    ["enum", z.enum(["b", "a"]), { kind: "enum", nullable: false, values: ["b", "a"] }],
    ["nullable enum", z.enum(["b", "a"]).nullable(), { kind: "enum", nullable: true, values: ["b", "a"] }],
    ["int32", z.int32(), { kind: "int32", nullable: false, minimum: null }],
    ["int32 with a floor", z.int32().min(0).nullable(), { kind: "int32", nullable: true, minimum: 0 }],
    ["number", z.number(), { kind: "float64", nullable: false }],
    ["nullable number", z.number().nullable(), { kind: "float64", nullable: true }],
    ["boolean", z.boolean(), { kind: "bool", nullable: false }],
    ["day", z.iso.date(), { kind: "date", nullable: false }],
    ["nullable day", z.iso.date().nullable(), { kind: "date", nullable: true }],
    ["time", z.iso.datetime(), { kind: "timestamp", nullable: false }],
    ["list", z.array(z.string()), { kind: "list", nullable: false }],
    ["unit", z.number().meta({ unit: "km" }), { unit: "km" }],
    [
      "reference",
      z.string().meta({ references: "other.id" }),
      { references: { table: "other", column: "id" } },
    ],
    ["omit", z.string().meta({ omit: ["csv"] }), { omit: ["csv"] }],
  ])("reads %s", (_, type, expected) => {
    expect(columnOf(type)).toMatchObject(expected);
  });

  it.each([
    ["an integer of more than 32 bits", z.int()],
    ["a list of numbers", z.array(z.number())],
    ["an object", z.object({ a: z.string() })],
    ["a union", z.union([z.string(), z.number()])],
  ])("throws on %s, naming table and column", (_, type) => {
    expect(() => columnOf(type)).toThrow(/Table t, column c/);
  });

  it("throws on a format that is none", () => {
    expect(() => columnOf(z.string().meta({ omit: ["xlsx"] }))).toThrow(/not a format/);
  });

  it("keeps the order of the schema and marks the key", () => {
    const columns = describeColumns(sampleTable);
    expect(columns.map(({ name }) => name)).toEqual(Object.keys(sampleTable.schema.shape));
    expect(columns.filter(({ key }) => key).map(({ name }) => name)).toEqual(["id"]);
  });

  it("leaves out of a format what asks for it", () => {
    expect(columnsIn(sampleTable, "csv").map(({ name }) => name)).not.toContain("body");
    expect(columnsIn(sampleTable, "jsonl").map(({ name }) => name)).toContain("body");
  });

  it.each(tableList.map((table) => [table.name, table] as const))(
    "finds a meaning for every column of %s",
    (_, table) => {
      for (const column of describeColumns(table)) expect(column.description, column.name).not.toBe("");
    },
  );
});
