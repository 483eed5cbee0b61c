import {
  Bool,
  type DataType,
  DateDay,
  Dictionary,
  Field,
  Float64,
  Int8,
  Int16,
  Int32,
  List,
  Schema,
  TimestampMillisecond,
  Utf8,
} from "apache-arrow";
import { type Column, columnsIn } from "../describe-columns.js";
import type { Table } from "../table.js";

/**
 * The Arrow schema of a table. Types are declared, never inferred from rows. The schema carries the title and the key
 * of the table as metadata, a field what its column means and its unit, so that the file explains itself.
 */
export const arrowSchema = (table: Table): Schema =>
  new Schema(
    columnsIn(table, "arrow").map((column, index) => arrowField(column, index)),
    new Map([
      ["table", table.name],
      ["title", table.title],
      ["key", JSON.stringify(table.key)],
    ]),
  );

const arrowField = (column: Column, index: number): Field =>
  new Field(column.name, arrowType(column, index), column.nullable, arrowMetadata(column));

/** What is said of a column beside its type, in the words of its schema. */
const arrowMetadata = ({ description, unit, references }: Column): Map<string, string> => {
  const metadata = new Map<string, string>();
  if (description !== "") metadata.set("description", description);
  if (unit !== null) metadata.set("unit", unit);
  if (references !== null) metadata.set("references", `${references.table}.${references.column}`);
  return metadata;
};

/**
 * Dictionaries get the index of their column as id: apache-arrow would otherwise count them over the whole process, and
 * the same table written twice would differ.
 */
const arrowType = (column: Column, index: number): DataType => {
  switch (column.kind) {
    case "string":
      return new Utf8();
    case "enum":
      return new Dictionary(new Utf8(), indexType(column.values.length), index);
    case "int32":
      return new Int32();
    case "float64":
      return new Float64();
    case "bool":
      return new Bool();
    case "date":
      return new DateDay();
    case "timestamp":
      return new TimestampMillisecond("UTC");
    case "list":
      return new List(new Field("item", new Utf8(), false));
  }
};

/** Signed, as the Arrow format advises; polars refuses a dictionary that is longer than its index can count. */
const indexType = (values: number): Int8 | Int16 | Int32 => {
  if (values <= 0x7f) return new Int8();
  return values <= 0x7fff ? new Int16() : new Int32();
};
