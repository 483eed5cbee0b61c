import { tableList } from "@readout/model/rows";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { foreignKeys, type Table } from "../../src/index.js";

const keysOf = (name: string) => {
  const table = tableList.find((candidate) => candidate.name === name);
  return table === undefined ? [] : foreignKeys(table, tableList);
};

describe("foreignKeys", () => {
  it("takes the document along with an ordinal within it", () => {
    expect(keysOf("mentions")).toEqual([
      { fields: ["doc_id"], table: "documents", targets: ["doc_id"] },
      { fields: ["doc_id", "sentence"], table: "sentences", targets: ["doc_id", "sentence"] },
      { fields: ["entity_id"], table: "entities", targets: ["entity_id"] },
    ]);
  });

  it("reads a reference under another name, and one to the table itself", () => {
    expect(keysOf("times")).toContainEqual({
      fields: ["doc_id", "anchor_time"],
      table: "times",
      targets: ["doc_id", "time"],
    });
    expect(keysOf("documents")).toEqual([
      { fields: ["duplicate_of"], table: "documents", targets: ["doc_id"] },
    ]);
  });

  it.each(tableList.map((table) => [table.name, table] as const))("finds every target of %s", (_, table) => {
    for (const { table: target, targets } of foreignKeys(table, tableList)) {
      expect(tableList.find(({ name }) => name === target)?.key).toEqual(targets);
    }
  });

  const table = (references: string): Table => ({
    name: "t",
    title: "T",
    schema: z.object({ id: z.string(), to: z.string().meta({ references }) }),
    key: ["id"],
  });

  it.each([
    ["a table that is not there", "nowhere.id", /no table nowhere/],
    ["a column that is no key", "documents.title", /cannot be referred to/],
    ["an ordinal without its document", "sentences.sentence", /cannot be referred to/],
  ])("throws on a reference to %s", (_, references, message) => {
    expect(() => foreignKeys(table(references), tableList)).toThrow(message);
  });
});
