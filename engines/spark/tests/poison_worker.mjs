// A worker that annotates as the command does, but breaks over documents that tell it to: for tests of what becomes of those.
import { createRecordAnnotator, runWorker } from "../../../packages/pipeline/dist/index.js";

await runWorker(async (options) => {
  const annotate = await createRecordAnnotator(options);
  return (head, payload) => {
    if (head.depth === "full") misbehave(Buffer.from(payload).toString("utf8"));
    return annotate(head, payload);
  };
});

function misbehave(text) {
  if (text.startsWith("POISON hang")) for (;;);
  if (text.startsWith("POISON die")) process.kill(process.pid, "SIGKILL");
  if (text.startsWith("POISON throw")) throw new RangeError("poisoned");
}
