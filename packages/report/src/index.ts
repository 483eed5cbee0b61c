/** The offline page of a dataset, as a function from rows to HTML. */
export type { DatasetRows } from "./dataset-rows.js";
export { defaultLimits, type Limits } from "./limits.js";
export { type ReportOptions, renderReport } from "./render-report.js";
