/**
 * How long the report of a large dataset takes to answer: processor time of the page's main thread, from the input to the frame that
 * shows the answer, the median and the most of so many openings. The goal is 100 ms.
 *
 *     npx tsx --conditions=@readout/source bench/report.bench.ts [openings] [documents] [events]
 *
 * Drives Debian's chromium (or CHROMIUM_PATH); the page must have been built.
 */
import { launchBrowser, type OpenedReport, reportOf } from "../packages/report/test/browser.js";
import { acts, shown } from "../packages/report/test/large-acts.js";
import { largeDataset } from "../packages/report/test/large-dataset.js";

const [openings = 5, documents = 5_000, events = 10_000] = process.argv.slice(2).map(Number);

const startClock = async ({ page }: OpenedReport) => {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const total = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "ThreadTime")?.value ?? Number.NaN);
  };
  const during = async (act: string): Promise<number> => {
    const before = await total();
    await page.evaluate(act);
    await page.evaluate(shown);
    return (await total()) - before;
  };
  /** Waits until the page has nothing left to prepare; gives what all of it took. */
  const quiet = async (): Promise<number> => {
    for (let still = 0; still < 3; ) {
      const before = await total();
      await page.waitForTimeout(400);
      still = (await total()) - before < 3 ? still + 1 : 0;
    }
    return total();
  };
  return { during, quiet };
};

const html = reportOf(largeDataset(documents, events));
console.log(`${documents} documents, ${events} events: ${(html.length / 1e6).toFixed(2)} MB`);
const browser = await launchBrowser();
const spent = new Map<string, number[]>();
const record = (name: string, milliseconds: number): void => {
  spent.set(name, [...(spent.get(name) ?? []), milliseconds]);
};
for (let opening = 0; opening < openings; opening++) {
  const opened = await browser.open(html);
  const clock = await startClock(opened);
  record("ready for the first key", await clock.quiet());
  for (const [name, act] of acts) record(name, await clock.during(act));
  await opened.page.context().close();
}
await browser.close();
for (const [name, times] of spent) {
  const sorted = times.sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  console.log(
    `${name.padEnd(24)} ${median.toFixed(0).padStart(4)} ms, at most ${sorted.at(-1)?.toFixed(0)} ms`,
  );
}
