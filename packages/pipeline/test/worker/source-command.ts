import { fileURLToPath } from "node:url";
import type { WorkerCommand } from "../../src/worker/worker-process.js";

/** A worker written in TypeScript, run from source. */
export const sourceCommand = (file: URL): WorkerCommand => [
  "--import",
  "tsx",
  "--conditions=@readout/source",
  fileURLToPath(file),
];
