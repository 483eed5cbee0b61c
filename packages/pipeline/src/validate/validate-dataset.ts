import { existsSync } from "node:fs";
import { join } from "node:path";
import { createRowCheck, RowError } from "@readout/exporters";
import { type Row, type TableDescription, type TableName, tableList } from "@readout/model/rows";
import { requireDataset } from "../output/require-dataset.js";
import { readRows } from "../spool/read-rows.js";
import { checkFiles } from "./check-files.js";
import { checkKeys, checkReferences, type GlobalKeys, keyText } from "./check-keys.js";
import { checkOffsets } from "./check-offsets.js";
import { readGroups } from "./document-group.js";
import type { Problem } from "./problem.js";

/**
 * Checks a dataset: checksums of all files; and where it has JSON lines, the rows against their schemas, unique keys, references,
 * offsets against the texts, blocks against the texts. Gives problems as they are found, none for a sound dataset. Holds
 * ids of documents, entities and events in memory, and the rows of one document. Throws a {@link BuildError} where
 * the folder is no dataset.
 */
export function* validateDataset(folder: string): Generator<Problem> {
  requireDataset(folder);
  yield* checkFiles(folder);
  const jsonl = join(folder, "jsonl");
  if (!existsSync(jsonl)) return;
  let sound = true;
  for (const table of tableList) {
    for (const problem of checkSchema(jsonl, table)) {
      sound = false;
      yield problem;
    }
  }
  // Rows of another shape would only fail again, less clearly.
  if (!sound) return;
  yield* checkTables(jsonl);
}

function* checkSchema(jsonl: string, table: TableDescription): Generator<Problem> {
  const check = createRowCheck(table);
  let row = 0;
  try {
    for (const value of readRows(join(jsonl, `${table.name}.jsonl`))) {
      row++;
      check(value);
    }
  } catch (error) {
    if (error instanceof RowError) yield { place: `${table.name} row ${error.row}`, message: error.message };
    else if (error instanceof SyntaxError)
      yield { place: `${table.name} row ${row + 1}`, message: "is not JSON" };
    else throw error;
  }
}

function* checkTables(jsonl: string): Generator<Problem> {
  const rowsOf = <Name extends TableName>(table: Name): Iterable<Row<Name>> =>
    readRows<Row<Name>>(join(jsonl, `${table}.jsonl`));
  const keys = { documents: new Set<string>(), entities: new Set<string>(), events: new Set<string>() };
  for (const table of ["documents", "entities", "events"] as const) {
    const [column = ""] = tableList.find(({ name }) => name === table)?.key ?? [];
    for (const row of rowsOf(table)) {
      const key = keyText(row, [column]) ?? "";
      if (keys[table].has(key)) yield { place: `${table} ${key}`, message: "the key is there twice" };
      keys[table].add(key);
    }
  }
  const global: GlobalKeys = keys;
  const firstMentions = new Set<string>();
  for (const { first_mention } of rowsOf("events")) firstMentions.add(first_mention);
  const strays: Problem[] = [];
  const groups = readGroups(jsonl, (table, docId) =>
    strays.push({
      place: `${table} ${docId}`,
      message: "rows are not in the order of the documents, or have none",
    }),
  );
  for (const group of groups) {
    yield* checkKeys(group, global);
    yield* checkOffsets(group);
    for (const { event_mention_id, doc_id } of group.event_mentions) {
      if (!event_mention_id.startsWith(`${doc_id}-`))
        yield { place: `event_mentions ${event_mention_id}`, message: `is not of ${doc_id}` };
      firstMentions.delete(event_mention_id);
    }
  }
  yield* strays;
  for (const id of firstMentions)
    yield { place: "events", message: `first_mention: no such row in event_mentions: ${id}` };
  const isThere = ({ table }: Readonly<{ table: string }>, key: string): boolean =>
    table in global ? global[table as keyof GlobalKeys].has(key) : true;
  for (const table of ["entities", "events", "dyads", "diagnostics"] as const)
    yield* checkReferences(table, rowsOf(table), isThere);
}
