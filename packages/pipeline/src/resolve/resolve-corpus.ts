import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { PendingEventMention } from "@readout/model";
import type { Row, TableName } from "@readout/model/rows";
import type { Progress } from "../build-options.js";
import { paced } from "../pause.js";
import { createAppender } from "../spool/appender.js";
import { readLines, readRows } from "../spool/read-rows.js";
import { type Spooled, sightingsFile, summariesFile } from "../spool/spool.js";
import { entityRows } from "./entity-table.js";
import { resolveOnDisk } from "./event-table.js";
import type { PlaceFacts } from "./events/event-row.js";
import { findCopies } from "./find-copies.js";
import { readReports } from "./report-stream.js";

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
 * the columns that were open; every table stands there as JSON lines afterwards. What grows with the corpus is sorted on disk;
 * memory holds some 80 bytes a document and 13 an event mention.
 */
export const resolveCorpus = async (
  spooled: Spooled,
  folder: string,
  progress: Progress,
  signal?: AbortSignal,
): Promise<Resolved> => {
  progress.stage("resolving");
  mkdirSync(folder, { recursive: true });
  const scratch = (name: string): string => join(spooled.folder, name);
  const spoolOf = (table: TableName | "summaries"): string =>
    scratch(table === "summaries" ? summariesFile : `${table}.jsonl`);
  const fileOf = (table: TableName): string => join(folder, `${table}.jsonl`);

  const heads = findCopies(spooled);
  const headOf = (document: number): string | null => spooled.documents.docIds[heads[document] ?? -1] ?? null;
  const places = await placesOf(spoolOf("event_mentions"), signal);
  const facts = new Map<string, PlaceFacts>();
  const entities = await writeLines(
    fileOf("entities"),
    entityLines(scratch(sightingsFile), scratch("entities"), places, facts, signal),
  );
  const resolved = await resolveOnDisk(
    () => readReports({ pathOf: spoolOf, headOf }),
    (entity) => facts.get(entity),
    { path: scratch("events"), signal },
  );
  await writeLines(fileOf("documents"), withHeads(paced(readLines(spoolOf("documents")), signal), headOf));
  await writeLines(
    fileOf("event_mentions"),
    withEvents(paced(readRows<PendingEventMention>(spoolOf("event_mentions")), signal), resolved.eventIdOf),
  );
  const events = await writeLines(fileOf("events"), valuesOf(paced(resolved.events, signal)));
  await writeLines(fileOf("dyads"), linesOf(resolved.dyads));
  for (const table of untouchedTables) renameSync(spoolOf(table), fileOf(table));
  return {
    rows: { ...spooled.rows, entities, events, dyads: resolved.dyads.length },
    duplicates: heads.reduce((sum, head) => (head < 0 ? sum : sum + 1), 0),
    quarantined: spooled.quarantined,
    cached: spooled.cached,
    undated: spooled.undated,
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

/** The entities that events take place in: of these alone the facts are kept. */
const placesOf = async (path: string, signal: AbortSignal | undefined): Promise<ReadonlySet<string>> => {
  const places = new Set<string>();
  for await (const { place_entity_id: place } of paced(readRows<PendingEventMention>(path), signal))
    if (place !== null) places.add(place);
  return places;
};

async function* entityLines(
  sightings: string,
  scratch: string,
  places: ReadonlySet<string>,
  facts: Map<string, PlaceFacts>,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  for await (const row of entityRows(readLines(sightings), scratch, signal)) {
    const { entity_id: id, country, lat, lon } = row;
    if (places.has(id)) facts.set(id, { country, lat, lon });
    yield JSON.stringify(row);
  }
}

async function* withHeads(
  lines: AsyncIterable<string>,
  headOf: (document: number) => string | null,
): AsyncGenerator<string> {
  let document = 0;
  for await (const line of lines) {
    const head = headOf(document++);
    yield head === null
      ? line
      : JSON.stringify({ ...(JSON.parse(line) as Row<"documents">), duplicate_of: head });
  }
}

async function* withEvents(
  rows: AsyncIterable<PendingEventMention>,
  eventIdOf: (mention: number) => string,
): AsyncGenerator<string> {
  let mention = 0;
  for await (const row of rows)
    yield JSON.stringify({ ...row, event_id: eventIdOf(mention++) } satisfies Row<"event_mentions">);
}

async function* valuesOf(entries: AsyncIterable<Readonly<{ value: string }>>): AsyncGenerator<string> {
  for await (const { value } of entries) yield value;
}

function* linesOf(rows: Iterable<unknown>): Generator<string> {
  for (const row of rows) yield JSON.stringify(row);
}

/** Gives the number of lines. */
const writeLines = async (path: string, lines: AsyncIterable<string> | Iterable<string>): Promise<number> => {
  const file = createAppender(path);
  let count = 0;
  try {
    for await (const line of lines) {
      file.append(Buffer.from(`${line}\n`, "utf8"));
      count++;
    }
  } finally {
    file.close();
  }
  return count;
};
