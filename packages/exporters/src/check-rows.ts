import type { z } from "zod";
import { type ColumnCheck, columnCheck } from "./column-check.js";
import type { CheckedRow, Rows, Table } from "./table.js";

/** A row that its schema refuses: says which table, which row (from 1), which column, and what stood there. */
export class RowError extends Error {
  constructor(
    readonly table: string,
    readonly row: number,
    readonly column: string,
    problem: string,
  ) {
    super(`Table ${table}, row ${row}, column ${column}: ${problem}`);
    this.name = "RowError";
  }
}

/**
 * A check of one row after another against the schema of a table, compiled once. It returns the row with the columns
 * of the schema in their order, and throws a {@link RowError} at the first row that does not fit: a missing column, a
 * column too many, a number that is not finite or does not fit 32 bits, a day that is not in the calendar.
 */
export const createRowCheck = (table: Table): ((row: unknown) => CheckedRow) => {
  const schema = table.schema.strict();
  const names = Object.keys(schema.shape);
  // A rule over whole rows is the schema's to apply.
  const ruled = (schema.def.checks?.length ?? 0) > 0;
  const checks = ruled ? null : names.map((name) => columnCheck(schema.shape[name]));
  let count = 0;
  return (row) => {
    count += 1;
    if (checks !== null && isObject(row) && fits(row, names, checks)) return row;
    const result = schema.safeParse(row);
    if (result.success) return result.data;
    throw rowError(table.name, count, row, result.error);
  };
};

const isObject = (row: unknown): row is CheckedRow => typeof row === "object" && row !== null;

/** Whether a row has exactly the columns, in their order, and each value passes its check. */
const fits = (row: CheckedRow, names: readonly string[], checks: readonly ColumnCheck[]): boolean => {
  const keys = Object.keys(row);
  if (keys.length !== names.length) return false;
  for (let i = 0; i < keys.length; i += 1) {
    const name = names[i];
    if (name === undefined || keys[i] !== name || checks[i]?.(row[name]) !== true) return false;
  }
  return true;
};

/** The rows of a table, each checked on the way through (see {@link createRowCheck}). */
export async function* checkRows<Schema extends z.ZodObject>(
  rows: Rows<Schema>,
  table: Table<Schema>,
): AsyncGenerator<CheckedRow> {
  const check = createRowCheck(table);
  for await (const row of rows) yield check(row);
}

const rowError = (table: string, row: number, value: unknown, error: z.ZodError): RowError => {
  const [issue] = error.issues;
  if (issue?.code === "unrecognized_keys") {
    return new RowError(table, row, issue.keys.join(", "), "the schema has no such column");
  }
  const column = issue?.path[0] === undefined ? "?" : String(issue.path[0]);
  return new RowError(table, row, column, `${issue?.message ?? "invalid"} (got ${written(value, column)})`);
};

const written = (row: unknown, column: string): string => {
  const value: unknown = typeof row === "object" && row !== null ? Reflect.get(row, column) : row;
  const text =
    typeof value === "number" || typeof value === "bigint"
      ? `${typeof value} ${value}`
      : (JSON.stringify(value) ?? typeof value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
};
