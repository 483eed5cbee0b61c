import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Row, type TableName, tables } from "@readout/model/rows";

/** What the tables of a build say about one document. Offsets are code points, half-open. */
export type DocumentTables = Readonly<{
  document: Row<"documents">;
  blocks: readonly Row<"blocks">[];
  sentences: readonly Row<"sentences">[];
  mentions: readonly Row<"mentions">[];
  times: readonly Row<"times">[];
  quotes: readonly Row<"quotes">[];
  quantities: readonly Row<"quantities">[];
  events: readonly Row<"event_mentions">[];
  participants: readonly Row<"participants">[];
  claims: readonly Row<"claims">[];
}>;

export type Dataset = Readonly<{
  /** By base name of the file that was read. */
  pages: ReadonlyMap<string, DocumentTables>;
  entities: ReadonlyMap<string, Row<"entities">>;
}>;

/**
 * Reads the JSONL tables of a build, checking each row against its schema.
 *
 * @param folder The output folder of `readout build`.
 * @throws Error naming table and line for a row that its schema does not allow.
 */
export const readDataset = (folder: string): Dataset => {
  const byDocument = <Name extends DocumentTable>(table: Name) => {
    const groups = new Map<string, Row<Name>[]>();
    for (const row of readTable(folder, table)) {
      const group = groups.get(docIdOf(row));
      if (group) group.push(row);
      else groups.set(docIdOf(row), [row]);
    }
    return (docId: string): readonly Row<Name>[] => groups.get(docId) ?? [];
  };
  const blocks = byDocument("blocks");
  const sentences = byDocument("sentences");
  const mentions = byDocument("mentions");
  const times = byDocument("times");
  const quotes = byDocument("quotes");
  const quantities = byDocument("quantities");
  const events = byDocument("event_mentions");
  const participants = byDocument("participants");
  const claims = byDocument("claims");
  const pages = readTable(folder, "documents").map((document): [string, DocumentTables] => {
    const id = document.doc_id;
    return [
      basename(document.source),
      {
        document,
        blocks: blocks(id),
        sentences: sentences(id),
        mentions: mentions(id),
        times: times(id),
        quotes: quotes(id),
        quantities: quantities(id),
        events: events(id),
        participants: participants(id),
        claims: claims(id),
      },
    ];
  });
  return {
    pages: new Map(pages),
    entities: new Map(readTable(folder, "entities").map((row) => [row.entity_id, row])),
  };
};

type DocumentTable = Exclude<TableName, "documents" | "entities" | "events" | "dyads" | "diagnostics">;
const docIdOf = (row: Readonly<{ doc_id: string }>): string => row.doc_id;

const readTable = <Name extends TableName>(folder: string, table: Name): readonly Row<Name>[] =>
  readFileSync(join(folder, "jsonl", `${table}.jsonl`), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line, at) => {
      const result = tables[table].safeParse(JSON.parse(line));
      if (!result.success) throw new Error(`${table}.jsonl, line ${at + 1}: ${result.error.message}`);
      return result.data as Row<Name>;
    });
