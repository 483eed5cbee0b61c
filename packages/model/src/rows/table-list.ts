import type { z } from "zod";
import { type TableName, tableNames, tableNotes, tables } from "./tables.js";

/** A table with all that a writer, a reader or a page of documentation needs to know of it. */
export type TableDescription = Readonly<{
  name: TableName;
  title: string;
  schema: z.ZodObject;
  key: readonly string[];
}>;

/** Every table, in the order of its documentation. */
export const tableList: readonly TableDescription[] = tableNames.map((name) => ({
  name,
  ...tableNotes[name],
  schema: tables[name],
}));
