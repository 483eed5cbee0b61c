import { createRowCheck } from "@readout/exporters/check-rows";
import type { Table } from "@readout/exporters/table";
import type { DocumentRows } from "@readout/model";
import { tableNotes, tables } from "@readout/model/rows";
import { type Answer, type DocumentTable, documentTables } from "./answer.js";

/**
 * Writes a document's rows as JSON lines, a table each, columns in the order of the schemas. Written in the worker, in
 * parallel, so that the driver copies bytes and parses none; checked against the schemas here, so that a row that does not fit
 * costs its document alone. Throws what the check throws.
 */
export const createLineWriter = (): ((rows: DocumentRows) => Answer["lines"]) => {
  const checks = new Map(documentTables.map((table) => [table, createRowCheck(pendingTable(table))]));
  const write = (rows: DocumentRows, table: DocumentTable): Readonly<{ rows: number; bytes: Uint8Array }> => {
    const check = checks.get(table);
    let text = "";
    for (const row of rows[table]) text += `${JSON.stringify(check?.(row))}\n`;
    return { rows: rows[table].length, bytes: Buffer.from(text, "utf8") };
  };
  return (rows) => ({
    documents: write(rows, "documents"),
    blocks: write(rows, "blocks"),
    sentences: write(rows, "sentences"),
    mentions: write(rows, "mentions"),
    times: write(rows, "times"),
    quotes: write(rows, "quotes"),
    quantities: write(rows, "quantities"),
    event_mentions: write(rows, "event_mentions"),
    participants: write(rows, "participants"),
    claims: write(rows, "claims"),
    diagnostics: write(rows, "diagnostics"),
  });
};

/** A table as a document fills it: the event of an event mention is not known yet. */
const pendingTable = (name: DocumentTable): Table => ({
  name,
  ...tableNotes[name],
  schema: name === "event_mentions" ? tables.event_mentions.omit({ event_id: true }) : tables[name],
});
