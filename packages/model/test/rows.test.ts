import { tableNames, tableNotes, tables } from "@readout/model/rows";
import { describe, expect, it } from "vitest";
import { z } from "zod";

describe("row schemas", () => {
  it.each(tableNames)("%s says what every column means and has its key", (name) => {
    const schema = tables[name];
    for (const [column, type] of Object.entries(schema.shape)) {
      const meta = (type as z.ZodType).meta();
      expect(meta?.description, `${name}.${column}`).toBeTruthy();
      const references = meta?.references;
      if (typeof references === "string") {
        const [table, target] = references.split(".");
        expect(tableNames).toContain(table);
        expect(Object.keys(tables[table as keyof typeof tables].shape)).toContain(target);
      }
    }
    for (const column of tableNotes[name].key) expect(Object.keys(schema.shape)).toContain(column);
    expect(() => z.toJSONSchema(schema)).not.toThrow();
  });
});
