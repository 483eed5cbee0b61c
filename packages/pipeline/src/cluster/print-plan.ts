import { resolve } from "node:path";
import { describeColumns } from "@readout/exporters";
import { diagnosticCatalogue, type Given } from "@readout/model";
import { tableList } from "@readout/model/rows";
import { findInputs } from "../inputs/find-inputs.js";
import { findSources, readSources } from "../inputs/sources.js";
import { diagnosticLine } from "../spool/spool.js";
import { documentTables } from "../worker/answer.js";
import { describeEngine } from "../worker/engine.js";
import type { Shard } from "./serve-reader.js";

/**
 * What a cluster's engine needs to know before it begins, as JSON lines: first the engine's hashes, the columns of every table
 * and the wording of the diagnostics of workers that were lost; then an input file a line, in the order of their rows.
 */
export function* planLines(inputs: readonly string[], sourcesPath: string | null): Generator<string> {
  const csvPaths = sourcesPath === null ? findSources(inputs) : [resolve(sourcesPath)];
  const found = findInputs(inputs, { except: csvPaths });
  const sources = readSources(csvPaths, found.files);
  const lost = ["worker_timeout", "worker_crash"] as const;
  yield JSON.stringify({
    engine: describeEngine(),
    documentTables,
    tables: tableList.map((table) => ({
      name: table.name,
      columns: describeColumns(table).map(({ name, kind, nullable }) => ({ name, kind, nullable })),
      key: table.key,
    })),
    lost: Object.fromEntries(lost.map((code) => [code, diagnosticCatalogue[code]])),
    diagnostics: [...found.skipped, ...sources.diagnostics].map(({ source, diagnostic }) =>
      diagnosticLine(source, diagnostic).trimEnd(),
    ),
  });
  for (const { path, source } of found.files) {
    const given: Given | null = sources.givenOf.get(path) ?? null;
    yield JSON.stringify({ path, source, given } satisfies Shard);
  }
}
