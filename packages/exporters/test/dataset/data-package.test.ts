import { describe, expect, it } from "vitest";
import { dataPackage } from "../../src/index.js";
import { sampleDataset } from "./sample-dataset.js";

const json: unknown = JSON.parse(JSON.stringify(dataPackage(sampleDataset)));

describe("dataPackage", () => {
  it("names the version of the standard on the package and on each resource, else R reads version 1", () => {
    expect(json).toMatchObject({
      $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
      name: "sample-data",
      version: "1.2.0",
      resources: Array.from({ length: 4 }, () => ({
        $schema: "https://datapackage.org/profiles/2.0/dataresource.json",
        type: "table",
      })),
    });
  });

  it("gives the plain name to CSV, with dialect, missing values, size and hash", () => {
    expect(json).toMatchObject({
      resources: [
        {
          name: "sample",
          path: "csv/sample.csv",
          format: "csv",
          mediatype: "text/csv",
          encoding: "utf-8",
          bytes: 1001,
          hash: `sha256:${"1".repeat(64)}`,
          dialect: { delimiter: ",", doubleQuote: true },
          schema: { missingValues: [""], primaryKey: ["id"] },
        },
        { name: "sample-jsonl" },
        { name: "sample-arrow" },
        { name: "sample-parquet" },
      ],
    });
  });

  it("lists the parts of a table and their size together", () => {
    expect(json).toHaveProperty("resources.2.path", ["arrow/sample.arrow", "arrow/sample-2.arrow"]);
    expect(json).toHaveProperty("resources.2.bytes", 2003);
    expect(json).not.toHaveProperty("resources.2.hash");
  });

  it("says type, meaning, unit and constraints of a column", () => {
    expect(json).toHaveProperty("resources.0.schema.fields.4", {
      name: "count",
      type: "integer",
      description: "How many",
      unit: "pieces",
      constraints: { required: true, minimum: 0 },
    });
    expect(json).toHaveProperty("resources.0.schema.fields.3", {
      name: "colour",
      type: "string",
      constraints: { required: false, enum: ["red", "green"] },
    });
    expect(json).toHaveProperty("resources.0.schema.fields.13.type", "array");
  });

  it("leaves a column out where the format does, and refers to the table itself by the empty name", () => {
    expect(json).toHaveProperty("resources.0.schema.fields.length", 15);
    expect(json).toHaveProperty("resources.1.schema.fields.length", 16);
    expect(json).toHaveProperty("resources.0.schema.foreignKeys", [
      { fields: ["parent"], reference: { resource: "", fields: ["id"] } },
    ]);
  });
});
