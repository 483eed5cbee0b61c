import { join } from "node:path";
import type { Row } from "@readout/model/rows";
import { readRows } from "../spool/read-rows.js";

/** Tables whose rows belong to one document each. */
export const groupedTables = [
  "blocks",
  "sentences",
  "mentions",
  "times",
  "quotes",
  "quantities",
  "event_mentions",
  "participants",
  "claims",
] as const;
export type GroupedTable = (typeof groupedTables)[number];

/** All rows of one document. */
export type DocumentGroup = Readonly<
  { document: Row<"documents"> } & { [Name in GroupedTable]: readonly Row<Name>[] }
>;

/**
 * Reads a dataset document by document: all tables have their rows in the order of the documents, so one pass over all files
 * together is enough. Rows whose document does not come next are left over, which `onStray` is told.
 */
export function* readGroups(
  jsonl: string,
  onStray: (table: GroupedTable, docId: string) => void,
): Generator<DocumentGroup> {
  const cursors = groupedTables.map((table) => [table, createCursor(join(jsonl, `${table}.jsonl`))] as const);
  for (const document of readRows<Row<"documents">>(join(jsonl, "documents.jsonl"))) {
    const groups = cursors.map(([table, cursor]) => [table, cursor.takeWhile(document.doc_id)] as const);
    yield { document, ...(Object.fromEntries(groups) as Omit<DocumentGroup, "document">) };
  }
  for (const [table, cursor] of cursors) {
    const docId = cursor.next();
    if (docId !== null) onStray(table, docId);
  }
}

type Owned = Readonly<{ doc_id: string }>;

const createCursor = (path: string) => {
  const rows = readRows<Owned>(path);
  let ahead = rows.next();
  return {
    takeWhile: (docId: string): readonly Owned[] => {
      const taken: Owned[] = [];
      for (; !ahead.done && ahead.value.doc_id === docId; ahead = rows.next()) taken.push(ahead.value);
      return taken;
    },
    /** The document of the row that is next. */
    next: (): string | null => (ahead.done ? null : ahead.value.doc_id),
  };
};
