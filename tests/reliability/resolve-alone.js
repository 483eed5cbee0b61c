/** The child of resolve-memory.ts: resolves a spooled corpus with the built package, in a process that has nothing else in memory. */
import { resolveCorpus } from "../../packages/pipeline/dist/resolve/resolve-corpus.js";

process.once("message", async ({ spooled, folder }) => {
  const { rows } = await resolveCorpus(spooled, folder, {
    stage: () => undefined,
    documents: () => undefined,
  });
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const seconds = ((userCPUTime + systemCPUTime) / 1e6).toFixed(0);
  process.send(
    `${rows.event_mentions} event mentions\t${rows.events} events\t${(maxRSS / 1024).toFixed(0)} MB\t${seconds} CPU s`,
    () => process.exit(0),
  );
});
