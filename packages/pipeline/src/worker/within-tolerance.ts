import { BuildError } from "../failure.js";
import type { Annotated } from "./annotate-all.js";
import type { Failure } from "./worker-process.js";

/** Share of documents whose annotation may fail before the build does; crawls stay well below it. */
export const defaultTolerance = 0.001;

/** So many failures are never too many where other documents went well: a small folder may hold a few bad pages. */
const alwaysTolerated = 5;

/** From so many failures on, where they are the most of what was read so far, nobody need wait for the end. */
const hopeless = 100;

/**
 * Passes documents on and counts those whose annotation failed. Throws a {@link BuildError} where they are more than `share` of
 * all documents, or all of them: a broken installation must not pass for a corpus in which nothing happens.
 */
export async function* withinTolerance(
  annotated: AsyncIterable<Annotated>,
  share: number,
): AsyncGenerator<Annotated> {
  let documents = 0;
  let failed = 0;
  let first = "";
  const refuse = (so: string): BuildError =>
    new BuildError(
      `annotation failed for ${failed} of ${documents} documents${so}; nothing was written. The first: ${first}`,
    );
  for await (const item of annotated) {
    if (item.kind === "document" || item.failure !== null) documents++;
    if (item.failure !== null) {
      if (failed++ === 0) first = `${item.source}: ${reasonOf(item.failure)}`;
      if (failed >= hopeless && failed * 2 > documents) throw refuse(" so far");
    }
    yield item;
  }
  if (failed === 0) return;
  if (failed === documents) throw refuse("");
  if (failed > Math.max(alwaysTolerated, share * documents)) throw refuse(`, more than ${share * 100} %`);
}

const reasonOf = (failure: Failure): string =>
  failure.kind === "timeout" ? `longer than ${failure.seconds} s` : failure.reason;
