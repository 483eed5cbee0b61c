import { fileURLToPath } from "node:url";
import type { WorkerCommand } from "./worker-process.js";

/** This package's own command as a worker. */
export const workerCommand = (): WorkerCommand => [
  fileURLToPath(new URL("../../bin/readout.js", import.meta.url)),
  "worker",
  "--stdio",
];
