import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { columnCheck } from "../src/column-check.js";

/** Kinds of columns, with values on both sides of their limits. */
const schemas: readonly Readonly<[string, z.ZodType]>[] = [
  ["text", z.string()],
  ["text or null", z.string().nullable()],
  ["32-bit integer", z.int32()],
  ["count", z.int32().min(0)],
  ["count or null", z.int32().min(0).nullable()],
  ["number", z.number()],
  ["flag", z.boolean()],
  ["day", z.iso.date()],
  ["day or null", z.iso.date().nullable()],
  ["time", z.iso.datetime()],
  ["one of two", z.enum(["glad", "sad"])],
  ["list", z.array(z.string())],
];

const schemasOfTheirOwn: readonly Readonly<[string, z.ZodType, unknown]>[] = [
  ["a shortest length", z.string().min(3), "long enough"],
  ["a pattern", z.string().regex(/a/), "a"],
  ["a change", z.string().trim(), "trimmed"],
  ["a refinement", z.string().refine(() => true), "any"],
  [
    "a refinement under null",
    z
      .string()
      .refine(() => true)
      .nullable(),
    "any",
  ],
  ["a coercion", z.coerce.string(), "any"],
  ["a format", z.email(), "a@b.example"],
  ["a default", z.string().default("none"), "any"],
  ["a smallest number", z.number().min(3), 4],
  ["whole numbers of 53 bits", z.int(), 4],
  ["a largest count", z.int32().max(3), 2],
  ["a smallest count, exclusive", z.int32().gt(3), 4],
  ["a shortest list", z.array(z.string()).min(1), ["a"]],
  ["a list of numbers", z.array(z.number()), [1]],
  ["a list of patterns", z.array(z.string().regex(/a/)), ["a"]],
  ["a union", z.union([z.string(), z.number()]), "any"],
];

const odd = [
  ...[0, -0, -1, 1.5, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), -(2 ** 31) - 1, 2 ** 53, Number.NaN, Infinity, 1n],
  ...[
    "",
    "glad",
    "Glad",
    "2012-02-29",
    "2013-02-29",
    "2012-2-9",
    "2012-02-29\n",
    "2012-02-29T10:00:00Z",
    "2012-02-29T10:00:00+01:00",
  ],
  ...[true, false, null, undefined, [], ["a"], [1], ["a", null], Array(2), {}, new Date(0), () => 0],
];

const accepts = (schema: z.ZodType, value: unknown): boolean => {
  const result = schema.safeParse(value);
  return (
    result.success && (Object.is(result.data, value) || JSON.stringify(result.data) === JSON.stringify(value))
  );
};

describe("columnCheck", () => {
  it.each(schemas)("agrees with zod on %s", (_, schema) => {
    const check = columnCheck(schema);
    for (const value of odd) expect([value, check(value)]).toEqual([value, accepts(schema, value)]);
    fc.assert(
      fc.property(fc.anything(), (value) => check(value) === accepts(schema, value)),
      { seed: 1 },
    );
  });

  it.each(schemasOfTheirOwn)("leaves %s to zod", (_, schema, good) => {
    expect(schema.safeParse(good).success).toBe(true);
    expect(columnCheck(schema)(good)).toBe(false);
  });
});
