import {
  type DataType,
  dictionary,
  int8,
  int16,
  int32,
  list,
  tableFromArrays,
  tableToIPC,
  utf8,
} from "@uwdata/flechette";
import { absent, type BundleRow, type BundleTableName, type ColumnKind } from "./bundle-tables.js";

/** The rows as one Arrow IPC stream with the columns asked for, in their order. */
export const toIpc = <Name extends BundleTableName>(
  columns: Readonly<Record<string, ColumnKind>>,
  rows: readonly BundleRow<Name>[],
): Uint8Array => {
  const types: Record<string, DataType> = {};
  const arrays: [string, readonly unknown[]][] = [];
  const valuesOf = (name: string): readonly unknown[] =>
    (rows as readonly Readonly<Record<string, unknown>>[]).map((row) => row[name]);
  for (const [name, kind] of Object.entries(columns)) {
    const values = valuesOf(name);
    switch (kind) {
      case "word":
        types[name] = dictionary(utf8());
        arrays.push([name, values]);
        break;
      case "text":
        types[name] = utf8();
        arrays.push([name, values]);
        break;
      case "ints":
        types[name] = list(int32());
        arrays.push([name, values]);
        break;
      default: {
        const numbers = differences(kind, values as readonly (number | null)[], valuesOf);
        const { type, none } = narrowest(numbers);
        types[name] = type;
        arrays.push([name, numbers.map((value) => value ?? none)]);
      }
    }
  }
  const bytes = tableToIPC(tableFromArrays(arrays as [string, unknown[]][], { types }), { format: "stream" });
  if (bytes === null) throw new TypeError("an Arrow stream went astray");
  return bytes;
};

type Numbers = readonly (number | null)[];

const differences = (
  kind: "int" | "rising" | `after ${string}`,
  values: Numbers,
  valuesOf: (name: string) => readonly unknown[],
): Numbers => {
  if (kind === "int") return values;
  if (kind === "rising") {
    let above = 0;
    return values.map((value) => {
      if (value === null) return null;
      const difference = value - above;
      above = value;
      return difference;
    });
  }
  const others = valuesOf(kind.slice("after ".length)) as Numbers;
  return values.map((value, row) => (value === null ? null : value - (others[row] ?? 0)));
};

/** The narrowest integers that hold the values; the least of each type stands for null. */
const narrowest = (values: Numbers): Readonly<{ type: DataType; none: number }> => {
  const widest = values.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0);
  if (widest < 0x80) return { type: int8(), none: -0x80 };
  if (widest < 0x8000) return { type: int16(), none: -0x8000 };
  return { type: int32(), none: absent };
};
