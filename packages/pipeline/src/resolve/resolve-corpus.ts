import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { Row, TableName } from "@readout/model/rows";
import type { Progress } from "../build-options.js";
import { paced } from "../pause.js";
import { createAppender } from "../spool/appender.js";
import { readLines } from "../spool/read-rows.js";
import { reportsFile, type Spooled, sightingsFile } from "../spool/spool.js";
import { documentTables } from "../worker/answer.js";
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
 * memory holds 40 bytes a document while copies are searched, and 4 an event mention.
 */
export const resolveCorpus = async (
  spooled: Spooled,
  folder: string,
  progress: Progress,
  signal?: AbortSignal,
): Promise<Resolved> => {
  progress.stage("resolving");
  mkdirSync(folder, { recursive: true });
  const spoolOf = (name: string): string => join(spooled.folder, name);
  const linesOf = (table: TableName): Iterable<string> => readLines(spoolOf(`${table}.jsonl`));
  const fileOf = (table: TableName): string => join(folder, `${table}.jsonl`);

  const copies = await findCopies(spooled, signal);
  const facts = new Map<string, PlaceFacts>();
  const entities = await writeLines(
    fileOf("entities"),
    entityLines(spoolOf(sightingsFile), spoolOf("entities"), facts, signal),
  );
  const resolved = await resolveOnDisk(
    () => readReports(spoolOf(reportsFile), copies.headOf),
    (entity) => facts.get(entity),
    { path: spoolOf("events"), signal },
  );
  await writeLines(fileOf("documents"), withHeads(paced(linesOf("documents"), signal), copies.headOf));
  await writeLines(
    fileOf("event_mentions"),
    withEvents(paced(linesOf("event_mentions"), signal), resolved.eventIds),
  );
  const events = await writeLines(fileOf("events"), paced(resolved.events, signal));
  await writeLines(fileOf("dyads"), asJson(resolved.dyads));
  for (const table of untouchedTables) renameSync(spoolOf(`${table}.jsonl`), fileOf(table));
  return {
    rows: { ...spooled.rows, entities, events, dyads: resolved.dyads.length },
    duplicates: copies.count,
    quarantined: spooled.quarantined,
    cached: spooled.cached,
    undated: spooled.undated,
  };
};

/** Tables that documents fill for good. */
const untouchedTables = documentTables.filter((table) => table !== "documents" && table !== "event_mentions");

/** The rows of the entities; `facts` are filled with what is known of those that have a place or a country. */
async function* entityLines(
  sightings: string,
  scratch: string,
  facts: Map<string, PlaceFacts>,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  for await (const row of entityRows(readLines(sightings), scratch, signal)) {
    const { entity_id: id, country, lat, lon } = row;
    if (country !== null || lat !== null) facts.set(id, { country, lat, lon });
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

/** The rows as they stand, with one more column. Throws where there are fewer events than rows. */
async function* withEvents(lines: AsyncIterable<string>, eventIds: Iterable<string>): AsyncGenerator<string> {
  const ids = eventIds[Symbol.iterator]();
  for await (const line of lines) {
    const { value: id, done } = ids.next();
    if (done === true) throw new Error("an event mention without its event");
    yield `${line.slice(0, -1)},"event_id":${JSON.stringify(id)}}`;
  }
}

function* asJson(rows: Iterable<unknown>): Generator<string> {
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
