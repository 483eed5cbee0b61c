import type { Format } from "../table.js";

/** As registered with IANA; JSONL has no registration, this is the name that servers use. */
export const mediaTypes: Readonly<Record<Format, string>> = {
  csv: "text/csv",
  jsonl: "application/x-ndjson",
  arrow: "application/vnd.apache.arrow.file",
  parquet: "application/vnd.apache.parquet",
};
