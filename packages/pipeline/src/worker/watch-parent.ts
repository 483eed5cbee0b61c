import { workerData } from "node:worker_threads";

/** A thread that ends its process when the parent process is gone: an orphan is handed to another parent. */
const parent: unknown = workerData;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, "SIGKILL");
}, 1000);
