import { z } from "zod";
import { type Format, isFormat, type Table } from "./table.js";

/**
 * The types a column can have. Each has one counterpart in every format:
 *
 * | kind | CSV | JSONL | Arrow | Parquet |
 * |---|---|---|---|---|
 * | string | text | string | Utf8 | STRING |
 * | enum | text | string | Dictionary<Utf8> | STRING |
 * | int32 | digits | number | Int32 | INT32 |
 * | float64 | shortest digits that read back | number | Float64 | DOUBLE |
 * | bool | true, false | true, false | Bool | BOOLEAN |
 * | date | YYYY-MM-DD | string | Date32 | DATE |
 * | timestamp | ISO 8601 ending in Z | string | Timestamp(ms, UTC) | TIMESTAMP_MILLIS |
 * | list | JSON array of strings | array | List<Utf8> | LIST of STRING |
 *
 * R keeps the smallest int32, -2147483648, for what is missing; no column of ours comes near it.
 */
export type ColumnKind = "string" | "enum" | "int32" | "float64" | "bool" | "date" | "timestamp" | "list";

export type Column = Readonly<{
  name: string;
  kind: ColumnKind;
  nullable: boolean;
  description: string;
  /** What a number counts or measures; null where the column has none. */
  unit: string | null;
  /** Part of the key of its table. */
  key: boolean;
  /** The column of another table, or of this one, whose values it takes. */
  references: Readonly<{ table: string; column: string }> | null;
  /** The values of an enum, in the order of the schema; empty for every other kind. */
  values: readonly string[];
  /** Smallest value of a number, inclusive; null where the schema sets none of its own. */
  minimum: number | null;
  /** Formats that leave the column out (`.meta({ omit: ["csv"] })`). */
  omit: readonly Format[];
}>;

/**
 * The columns of a table, read from its schema: the one walk from which the header of a CSV file, the Arrow and Parquet
 * schemas, Table Schema, Croissant, DuckDB, R and the data dictionary are made.
 *
 * Throws on a type that has no equal in every format; `z.int()` for one, which needs more than 32 bits.
 */
export const describeColumns = (table: Table): readonly Column[] => {
  const { properties } = jsonSchemaOf(table.schema);
  return Object.entries(properties).map(([name, property]) => describeColumn(table, name, property));
};

/** The columns that a format holds: all but those that leave it out. */
export const columnsIn = (table: Table, format: Format): readonly Column[] =>
  describeColumns(table).filter((column) => !column.omit.includes(format));

const scalar = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  enum: z.array(z.string()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  items: z.object({ type: z.string().optional() }).optional(),
});
type Scalar = z.infer<typeof scalar>;

const property = scalar.extend({
  anyOf: z.array(scalar).optional(),
  description: z.string().default(""),
  unit: z.string().optional(),
  key: z.boolean().optional(),
  references: z.string().optional(),
  omit: z.array(z.custom<Format>(isFormat, "not a format")).default([]),
});
type Property = z.infer<typeof property>;

const jsonSchema = z.object({ properties: z.record(z.string(), property) });

/** Kept for each schema: zod takes some 5 ms a table, and the descriptions of a dataset ask twenty times. */
const jsonSchemaOf = (schema: z.ZodObject): z.infer<typeof jsonSchema> => {
  const known = described.get(schema);
  if (known !== undefined) return known;
  const read = jsonSchema.parse(z.toJSONSchema(schema));
  described.set(schema, read);
  return read;
};
const described = new WeakMap<z.ZodObject, z.infer<typeof jsonSchema>>();

const int32 = { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };

const describeColumn = (table: Table, name: string, property: Property): Column => {
  const { type, nullable } = withoutNull(property);
  const kind = kindOf(type);
  if (kind === null) {
    throw new TypeError(`Table ${table.name}, column ${name}: no column type for ${JSON.stringify(type)}`);
  }
  const minimum = type.minimum === undefined || type.minimum === int32.minimum ? null : type.minimum;
  return {
    name,
    kind,
    nullable,
    description: property.description,
    unit: property.unit ?? null,
    key: table.key.includes(name),
    references: property.references === undefined ? null : readReference(property.references),
    values: type.enum ?? [],
    minimum,
    omit: property.omit,
  };
};

/** `.nullable()` comes out as `anyOf: [type, null]`, or as `type: [type, "null"]` where nothing else is said. */
const withoutNull = (property: Property): Readonly<{ type: Scalar; nullable: boolean }> => {
  const branches = property.anyOf?.filter(({ type }) => type !== "null");
  if (branches !== undefined) {
    const [only, ...more] = branches;
    const nullable = branches.length < (property.anyOf?.length ?? 0);
    return only !== undefined && more.length === 0
      ? { type: only, nullable }
      : { type: { type: "union" }, nullable };
  }
  if (!Array.isArray(property.type)) return { type: property, nullable: false };
  const [only, ...more] = property.type.filter((type) => type !== "null");
  const nullable = property.type.includes("null");
  return { type: { ...property, type: more.length === 0 && only !== undefined ? only : "union" }, nullable };
};

const kindOf = (type: Scalar): ColumnKind | null => {
  switch (type.type) {
    case "string":
      if (type.enum !== undefined) return "enum";
      if (type.format === "date") return "date";
      return type.format === "date-time" ? "timestamp" : "string";
    case "integer":
      return (type.minimum ?? -Infinity) >= int32.minimum && (type.maximum ?? Infinity) <= int32.maximum
        ? "int32"
        : null;
    case "number":
      return "float64";
    case "boolean":
      return "bool";
    case "array":
      return type.items?.type === "string" ? "list" : null;
    default:
      return null;
  }
};

const readReference = (reference: string): Readonly<{ table: string; column: string }> => {
  const dot = reference.indexOf(".");
  return { table: reference.slice(0, dot), column: reference.slice(dot + 1) };
};
