import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { PendingEventMention } from "@readout/model";
import type { Row, TableName } from "@readout/model/rows";
import type { Progress } from "../build-options.js";
import { createAppender } from "../spool/appender.js";
import { readJsonLines, readRows } from "../spool/read-rows.js";
import { type Spooled, shinglesFile } from "../spool/spool.js";
import { resolveEntities } from "./entities.js";
import { type ResolvedEvents, resolveEvents } from "./events/resolve-events.js";
import { nearDuplicates } from "./near-duplicates.js";
import { openShingles } from "./shingle-store.js";

/** Rows of every table of a dataset. */
export type TableCounts = Readonly<Record<TableName, number>>;

export type Resolved = Readonly<{
  rows: TableCounts;
  /** Documents that are near-copies of another. */
  duplicates: number;
  /** Documents whose annotation failed: of most of them the text was kept. */
  quarantined: number;
  /** Documents whose answer came from the cache. */
  cached: number;
  /** Documents without a known day of publication. */
  undated: number;
}>;

/**
 * What only all documents together can tell: copies, entities, events, dyads. Moves the spooled tables to `folder` and fills
 * the columns that were open; every table stands there as JSON lines afterwards.
 */
export const resolveCorpus = (spooled: Spooled, folder: string, progress: Progress): Resolved => {
  progress.stage("resolving");
  mkdirSync(folder, { recursive: true });
  const spoolOf = (table: TableName): string => join(spooled.folder, `${table}.jsonl`);
  const fileOf = (table: TableName): string => join(folder, `${table}.jsonl`);
  const headOf = findHeads(spooled);
  const entities = resolveEntities(spooled.documents);
  const entityOf = new Map(entities.map((entity) => [entity.entity_id, entity]));
  const resolved = resolveEvents({
    mentions: readRows(spoolOf("event_mentions")),
    participants: readRows(spoolOf("participants")),
    claims: readRows(spoolOf("claims")),
    documents: spooled.documents.map((document) => ({
      ...document,
      duplicateOf: headOf.get(document.docId) ?? null,
    })),
    placeOf: (entity) => entityOf.get(entity),
  });
  for (const table of untouchedTables) renameSync(spoolOf(table), fileOf(table));
  writeLines(fileOf("documents"), withHeads(spoolOf("documents"), headOf));
  writeLines(fileOf("event_mentions"), withEvents(spoolOf("event_mentions"), resolved));
  writeLines(fileOf("entities"), linesOf(entities));
  writeLines(fileOf("events"), linesOf(resolved.events));
  writeLines(fileOf("dyads"), linesOf(resolved.dyads));
  return {
    rows: {
      ...spooled.rows,
      entities: entities.length,
      events: resolved.events.length,
      dyads: resolved.dyads.length,
    },
    duplicates: headOf.size,
    quarantined: spooled.quarantined,
    cached: spooled.cached,
    undated: spooled.documents.filter(({ published }) => published === null).length,
  };
};

/** Tables that documents fill for good. */
const untouchedTables = [
  "blocks",
  "sentences",
  "mentions",
  "times",
  "quotes",
  "quantities",
  "participants",
  "claims",
  "diagnostics",
] as const;

/** The head of each document's near-duplicate cluster, by doc_id; heads themselves are left out. */
const findHeads = ({ folder, documents }: Spooled): ReadonlyMap<string, string> => {
  const store = openShingles(join(folder, shinglesFile));
  try {
    const heads = nearDuplicates(documents, {
      similarity: (a, b) => {
        const [x, y] = [documents[a], documents[b]];
        return x === undefined || y === undefined ? 0 : store.similarity(x.shingles, y.shingles);
      },
    });
    return new Map(
      documents.flatMap(({ docId }, index) => {
        const head = documents[heads[index] ?? -1];
        return head === undefined ? [] : [[docId, head.docId] as const];
      }),
    );
  } finally {
    store.close();
  }
};

function* withHeads(path: string, headOf: ReadonlyMap<string, string>): Generator<string> {
  for (const line of readJsonLines(path)) {
    const row = JSON.parse(line) as Row<"documents">;
    const head = headOf.get(row.doc_id);
    yield head === undefined ? line : JSON.stringify({ ...row, duplicate_of: head });
  }
}

function* withEvents(path: string, { eventIdOf }: ResolvedEvents): Generator<string> {
  for (const row of readRows<PendingEventMention>(path)) {
    yield JSON.stringify({
      ...row,
      event_id: eventIdOf(row.event_mention_id),
    } satisfies Row<"event_mentions">);
  }
}

function* linesOf(rows: Iterable<unknown>): Generator<string> {
  for (const row of rows) yield JSON.stringify(row);
}

const writeLines = (path: string, lines: Iterable<string>): void => {
  const file = createAppender(path);
  try {
    for (const line of lines) file.append(Buffer.from(`${line}\n`, "utf8"));
  } finally {
    file.close();
  }
};
