import { type ForeignKey, foreignKeys } from "@readout/exporters";
import { type TableName, tableList, tableNotes } from "@readout/model/rows";
import { type DocumentGroup, groupedTables } from "./document-group.js";
import type { Problem } from "./problem.js";

type AnyRow = Readonly<Record<string, unknown>>;

/** Ids that hold over all documents. */
export type GlobalKeys = Readonly<{ [Name in "documents" | "entities" | "events"]: ReadonlySet<string> }>;

const keysOf: ReadonlyMap<string, readonly ForeignKey[]> = new Map(
  tableList.map((table) => [table.name, foreignKeys(table, tableList)]),
);

/** The values of some columns as one string; null where one of them is null. */
export const keyText = (row: AnyRow, columns: readonly string[]): string | null => {
  const values = columns.map((column) => row[column]);
  return values.includes(null) || values.includes(undefined) ? null : values.join("\u0000");
};

/** Keys are unique in their document, and every reference finds its row. */
export function* checkKeys(group: DocumentGroup, global: GlobalKeys): Generator<Problem> {
  const local = new Map<string, Set<string>>();
  for (const table of groupedTables) {
    const seen = new Set<string>();
    for (const row of group[table]) {
      const key = keyText(row, tableNotes[table].key) ?? "";
      if (seen.has(key))
        yield { place: `${table} ${key.replaceAll("\u0000", " ")}`, message: "the key is there twice" };
      seen.add(key);
    }
    local.set(table, seen);
  }
  const isThere = ({ table }: ForeignKey, key: string): boolean =>
    table in global ? global[table as keyof GlobalKeys].has(key) : (local.get(table)?.has(key) ?? false);
  const rowsOf: readonly (readonly [TableName, readonly AnyRow[]])[] = [
    ["documents", [group.document]],
    ...groupedTables.map((table) => [table, group[table]] as const),
  ];
  for (const [table, rows] of rowsOf) yield* checkReferences(table, rows, isThere);
}

/** Every reference of some rows of a table finds its row. */
export function* checkReferences(
  table: TableName,
  rows: Iterable<AnyRow>,
  isThere: (foreignKey: ForeignKey, key: string) => boolean,
): Generator<Problem> {
  const foreign = keysOf.get(table) ?? [];
  let ordinal = 0;
  for (const row of rows) {
    for (const key of foreign) {
      const value = keyText(row, key.fields);
      if (value !== null && !isThere(key, value)) {
        yield {
          place: `${table} row ${ordinal} (${String(row.doc_id ?? keyText(row, tableNotes[table].key) ?? "")})`,
          message: `${key.fields.at(-1) ?? ""}: no such row in ${key.table}`,
        };
      }
    }
    ordinal++;
  }
}
