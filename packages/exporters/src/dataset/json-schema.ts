import { z } from "zod";
import type { Table } from "../table.js";

/** JSON Schema (2020-12) of a row, as it stands on a line of the JSONL file. */
export const jsonSchema = (table: Table): Readonly<Record<string, unknown>> => ({
  ...z.toJSONSchema(table.schema.strict(), { override: ({ jsonSchema }) => dropPattern(jsonSchema) }),
  title: table.name,
  description: table.title,
});

/** zod writes the calendar out as a pattern of 250 characters beside the format that says the same. */
const dropPattern = (schema: { format?: string; pattern?: string }): void => {
  if (schema.format !== undefined) delete schema.pattern;
};
