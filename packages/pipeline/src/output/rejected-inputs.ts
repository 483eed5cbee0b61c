import { join } from "node:path";
import type { Row } from "@readout/model/rows";
import { readRows } from "../spool/read-rows.js";

/** An input, or a part of one, that could not be read, and why. */
export type Rejected = Readonly<{ source: string; message: string }>;

/** What the diagnostics call an error. */
export const rejectedInputs = (jsonlFolder: string): readonly Rejected[] => {
  const rejected: Rejected[] = [];
  for (const { severity, source, message } of readRows<Row<"diagnostics">>(
    join(jsonlFolder, "diagnostics.jsonl"),
  )) {
    if (severity === "error") rejected.push({ source, message });
  }
  return rejected;
};
