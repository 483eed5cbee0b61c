import { dictionary, int32, list, tableFromArrays, tableToIPC, utf8 } from "@uwdata/flechette";
import { absent, type BundleRow, type BundleTableName, type ColumnKind } from "./bundle-tables.js";

const arrowTypes = {
  int: () => int32(),
  word: () => dictionary(utf8()),
  text: () => utf8(),
  ints: () => list(int32()),
} as const satisfies Readonly<Record<ColumnKind, () => unknown>>;

/** The rows as one Arrow IPC stream with the columns asked for, in their order. */
export const toIpc = <Name extends BundleTableName>(
  columns: Readonly<Record<string, ColumnKind>>,
  rows: readonly BundleRow<Name>[],
): Uint8Array => {
  const names = Object.keys(columns);
  const arrays: [string, unknown[]][] = names.map((name) => [name, []]);
  for (const row of rows as readonly Readonly<Record<string, unknown>>[]) {
    for (const [name, values] of arrays)
      values.push(columns[name] === "int" ? (row[name] ?? absent) : row[name]);
  }
  const types = Object.fromEntries(Object.entries(columns).map(([name, kind]) => [name, arrowTypes[kind]()]));
  const bytes = tableToIPC(tableFromArrays(arrays, { types }), { format: "stream" });
  if (bytes === null) throw new TypeError("an Arrow stream went astray");
  return bytes;
};
