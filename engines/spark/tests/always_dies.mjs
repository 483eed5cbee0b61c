// A worker that greets its driver and dies over whatever it is given.
import { runWorker } from "../../../packages/pipeline/dist/index.js";

await runWorker(async () => () => {
  process.kill(process.pid, "SIGKILL");
});
