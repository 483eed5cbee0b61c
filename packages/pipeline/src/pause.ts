import { setImmediate } from "node:timers/promises";

/** Lets signals and timers have their turn in long work; throws the reason of an abort. */
export const pause = async (signal: AbortSignal | undefined): Promise<void> => {
  await setImmediate();
  signal?.throwIfAborted();
};

/** Steps of a few microseconds between pauses. */
const pauseEvery = 1000;

/** The items of a long loop, with a {@link pause} now and then. */
export async function* paced<Item>(
  items: Iterable<Item>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Item> {
  let count = 0;
  for (const item of items) {
    if (++count % pauseEvery === 0) await pause(signal);
    yield item;
  }
}
