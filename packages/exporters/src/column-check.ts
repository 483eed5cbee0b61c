import { z } from "zod";

/** Whether a value fits its column. False may also mean that the column's schema has to be asked. */
export type ColumnCheck = (value: unknown) => boolean;

/**
 * A column's schema as a plain test, for the kinds that tables are made of (see `describeColumns`). It accepts nothing that the
 * schema refuses or would change, so a row of accepted values need not go through zod, which takes twice as long and a compilation first: the
 * schema is asked about the others, and says what is wrong with them. A schema with a rule of its own (a pattern, a
 * refinement, a default) accepts nothing here.
 */
export const columnCheck = (schema: unknown): ColumnCheck => {
  if (schema instanceof z.ZodNullable) {
    const check = columnCheck(schema.def.innerType);
    return (value) => value === null || check(value);
  }
  if (schema instanceof z.ZodNumberFormat && schema._zod.def.format === "int32") return int32Check(schema);
  if (!(schema instanceof z.ZodType) || hasRules(schema)) return never;
  if (schema instanceof z.ZodEnum) return among(new Set<unknown>(schema.options));
  if (schema instanceof z.ZodISODate) return matching(schema.def.pattern);
  if (schema instanceof z.ZodISODateTime) return matching(schema.def.pattern);
  // Formats like z.email() and z.int() are strings and numbers too.
  if ("format" in schema.def || "coerce" in schema.def) return never;
  if (schema instanceof z.ZodString) return isString;
  if (schema instanceof z.ZodNumber) return Number.isFinite;
  if (schema instanceof z.ZodBoolean) return isBoolean;
  if (schema instanceof z.ZodArray && columnCheck(schema.def.element) === isString) return isListOfStrings;
  return never;
};

const never: ColumnCheck = () => false;

const isString: ColumnCheck = (value) => typeof value === "string";

const isBoolean: ColumnCheck = (value) => value === true || value === false;

const isListOfStrings: ColumnCheck = (value) => {
  if (!Array.isArray(value)) return false;
  for (let i = 0; i < value.length; i += 1) if (typeof value[i] !== "string") return false;
  return true;
};

const among =
  (values: ReadonlySet<unknown>): ColumnCheck =>
  (value) =>
    values.has(value);

const matching = (pattern: RegExp | undefined): ColumnCheck =>
  pattern === undefined ? never : (value) => typeof value === "string" && pattern.test(value);

/** 32-bit integers, with the smallest one allowed where `.min()` is the only rule. */
const int32Check = (schema: z.ZodNumberFormat): ColumnCheck => {
  const minimum = schema.minValue ?? -(2 ** 31);
  const isMinimum = (check: z.core.$ZodCheck<never>): boolean =>
    check instanceof z.core.$ZodCheckGreaterThan && check._zod.def.inclusive;
  if (schema.def.checks?.every(isMinimum) === false) return never;
  return (value) => typeof value === "number" && (value | 0) === value && value >= minimum;
};

const hasRules = (schema: z.ZodType): boolean =>
  (schema.def.checks?.length ?? 0) > 0 || schema.def.error !== undefined;
