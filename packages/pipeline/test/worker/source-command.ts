import { fileURLToPath } from "node:url";
import type { WorkerCommand } from "../../src/worker/worker-process.js";

/** A worker written in TypeScript in this folder, run from source. */
export const sourceCommand = (file: string): WorkerCommand => [
  "--import",
  "tsx",
  "--conditions=@readout/source",
  fileURLToPath(new URL(file, import.meta.url)),
];
