import { describe, expect, it } from "vitest";
import {
  dataDictionary,
  duckdbColumns,
  duckdbDdl,
  jsonSchema,
  pandasTypes,
  polarsSchema,
  rColumnClasses,
} from "../../src/index.js";
import { sampleTable } from "../sample-table.js";

describe("the columns of a table in other languages", () => {
  it("DuckDB", () => {
    expect(duckdbDdl(sampleTable)).toContain('  "weight" DOUBLE NOT NULL,\n  "share" DOUBLE,\n');
    expect(duckdbDdl(sampleTable)).toContain('  "tags" VARCHAR[] NOT NULL,\n');
    expect(duckdbDdl(sampleTable)).toContain('  PRIMARY KEY ("id")\n);\n');
    expect(duckdbColumns(sampleTable, "csv")).toContain("'tags': 'JSON'");
    expect(duckdbColumns(sampleTable, "jsonl")).toContain("'tags': 'VARCHAR[]'");
  });

  it("R, pandas and polars, for CSV, which lacks the body", () => {
    expect(rColumnClasses(sampleTable)).toMatch(
      /^c\(id = "character", .*day = "Date", .*parent = "character"\)$/,
    );
    expect(pandasTypes(sampleTable)).toMatch(/^\{"id": "string", .*"count": "Int32", .*"shut": "boolean"/);
    expect(pandasTypes(sampleTable)).not.toContain("day");
    expect(polarsSchema(sampleTable)).toContain('"day": pl.Date');
    for (const text of [rColumnClasses(sampleTable), pandasTypes(sampleTable), polarsSchema(sampleTable)]) {
      expect(text).not.toContain("body");
    }
  });

  it("JSON Schema, without the pattern that repeats a format", () => {
    expect(jsonSchema(sampleTable)).toMatchObject({
      title: "sample",
      additionalProperties: false,
      properties: { day: { type: "string", format: "date" }, count: { minimum: 0, unit: "pieces" } },
    });
    expect(JSON.stringify(jsonSchema(sampleTable))).not.toContain("pattern");
  });

  it("Markdown, aligned and with bars escaped", () => {
    const dictionary = dataDictionary(sampleTable);
    expect(dictionary).toContain("Things of every kind. Key: `id`.");
    const lines = dictionary.split("\n").filter((line) => line.startsWith("|"));
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
    const single = lines.map((line) => line.replace(/ +/g, " "));
    expect(single).toContain("| `label` | string | yes | Any text \\| or none |");
    expect(single).toContain("| `count` | int32 | | How many. Unit: pieces |");
    expect(single).toContain("| `parent` | string | yes | The row above. Refers to `sample.id` |");
    expect(single).toContain("| `body` | string | yes | Not in csv |");
  });
});
