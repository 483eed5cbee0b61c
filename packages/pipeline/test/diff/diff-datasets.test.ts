import { tableNames } from "@readout/model/rows";
import { expect, test } from "vitest";
import { diffDatasets } from "../../src/diff/diff-datasets.js";
import { temporaryFolder } from "../temporary-folder.js";

/** A folder that passes for a dataset, with these lines in its tables and none in the others. */
const datasetOf = (lines: Readonly<Record<string, readonly object[]>>): string =>
  temporaryFolder({
    SHA256SUMS: "",
    "datapackage.json": JSON.stringify({
      resources: tableNames.map((name) => ({ name, path: `jsonl/${name}.jsonl` })),
    }),
    ...Object.fromEntries(
      tableNames.map((name) => [
        `jsonl/${name}.jsonl`,
        (lines[name] ?? []).map((line) => `${JSON.stringify(line)}\n`).join(""),
      ]),
    ),
  });

test("rows are told apart by their key, columns by their value", () => {
  const before = datasetOf({
    blocks: [
      { doc_id: "d1", block: 0, role: "title" },
      { doc_id: "d1", block: 1, role: "paragraph" },
    ],
  });
  const after = datasetOf({
    blocks: [
      { doc_id: "d1", block: 0, role: "heading" },
      { doc_id: "d2", block: 0, role: "title" },
    ],
  });
  expect([...diffDatasets(before, after)]).toEqual([
    { kind: "added", table: "blocks", key: "d2 0" },
    { kind: "removed", table: "blocks", key: "d1 1" },
    {
      kind: "changed",
      table: "blocks",
      key: "d1 0",
      columns: [{ column: "role", before: "title", after: "heading" }],
    },
  ]);
});

test("equal rows of a table without a key are counted: twice there and twice here is no difference", () => {
  const [one, other] = [{ code: "no_body" }, { code: "mojibake" }];
  const twice = datasetOf({ diagnostics: [one, other, one] });
  expect([...diffDatasets(twice, twice)]).toEqual([]);
  const key = JSON.stringify(one);
  const once = datasetOf({ diagnostics: [other, one] });
  expect([...diffDatasets(twice, once)]).toEqual([{ kind: "removed", table: "diagnostics", key }]);
  expect([...diffDatasets(once, twice)]).toEqual([{ kind: "added", table: "diagnostics", key }]);
});
