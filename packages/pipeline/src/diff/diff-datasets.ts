import { createHash } from "node:crypto";
import { join } from "node:path";
import { type TableDescription, type TableName, tableList } from "@readout/model/rows";
import { requireDataset } from "../output/require-dataset.js";
import { readLines } from "../spool/read-rows.js";

/** A row that only one of two datasets has, or that differs between them. */
export type Difference = Readonly<{ table: TableName; key: string }> &
  Readonly<{ kind: "added" } | { kind: "removed" } | { kind: "changed"; columns: readonly ChangedColumn[] }>;

type ChangedColumn = Readonly<{ column: string; before: unknown; after: unknown }>;

/**
 * What changed from one dataset to another, table by table, by the keys of the rows; both need their JSON lines. Rows of a table
 * without a key (diagnostics) are added or removed, never changed. Holds keys and checksums of one table in memory. Throws a
 * {@link BuildError} where a folder is no dataset.
 */
export function* diffDatasets(before: string, after: string): Generator<Difference> {
  for (const folder of [before, after]) requireDataset(folder);
  for (const table of tableList) yield* diffTable(before, after, table);
}

function* diffTable(before: string, after: string, table: TableDescription): Generator<Difference> {
  if (table.key.length === 0) yield* diffLines(before, after, table.name);
  else yield* diffRows(before, after, table);
}

/** Lines are their own key here, and equal ones may stand there several times. */
function* diffLines(before: string, after: string, name: TableName): Generator<Difference> {
  const left = new Map<string, number>();
  for (const line of linesOf(before, name)) left.set(line, (left.get(line) ?? 0) + 1);
  for (const line of linesOf(after, name)) {
    const count = left.get(line) ?? 0;
    if (count === 0) yield { kind: "added", table: name, key: line };
    else left.set(line, count - 1);
  }
  for (const [line, count] of left)
    for (let i = 0; i < count; i++) yield { kind: "removed", table: name, key: line };
}

function* diffRows(before: string, after: string, { name, key }: TableDescription): Generator<Difference> {
  const left = new Map<string, string>();
  for (const line of linesOf(before, name)) left.set(keyOf(line, key), digest(line));
  const changed = new Map<string, string>();
  for (const line of linesOf(after, name)) {
    const id = keyOf(line, key);
    const old = left.get(id);
    left.delete(id);
    if (old === undefined) yield { kind: "added", table: name, key: id };
    else if (old !== digest(line)) changed.set(id, line);
  }
  for (const id of left.keys()) yield { kind: "removed", table: name, key: id };
  if (changed.size === 0) return;
  for (const line of linesOf(before, name)) {
    const id = keyOf(line, key);
    const other = changed.get(id);
    if (other !== undefined)
      yield { kind: "changed", table: name, key: id, columns: changedColumns(line, other) };
  }
}

const linesOf = (folder: string, table: TableName): Iterable<string> =>
  readLines(join(folder, "jsonl", `${table}.jsonl`));

/** The key of a row for people: its values with spaces between. */
const keyOf = (line: string, key: readonly string[]): string => {
  const row = JSON.parse(line) as Record<string, unknown>;
  return key.map((column) => String(row[column])).join(" ");
};

const digest = (line: string): string => createHash("sha1").update(line).digest("base64");

const changedColumns = (line: string, other: string): readonly ChangedColumn[] => {
  const before = JSON.parse(line) as Record<string, unknown>;
  const after = JSON.parse(other) as Record<string, unknown>;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((column) => JSON.stringify(before[column]) !== JSON.stringify(after[column]))
    .map((column) => ({ column, before: before[column], after: after[column] }));
};
