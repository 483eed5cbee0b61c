import type { Dataset } from "../data/dataset.js";
import type { EventIndex } from "./event-index.js";
import type { Selected } from "./select-events.js";
import type { State } from "./state.js";
import type { Store } from "./store.js";

/** What every part of the page is given. */
export type Session = Readonly<{
  dataset: Dataset;
  index: EventIndex;
  store: Store;
  /** The events that pass the filters now. */
  selected: () => Selected;
  /** Says something to those who listen to the page. */
  announce: (text: string) => void;
}>;

/** Whether any of these changed. */
export const changed = (state: State, before: State, ...keys: readonly (keyof State)[]): boolean =>
  keys.some((key) => state[key] !== before[key]);

export const filterKeys = ["words", "from", "to", "families", "statuses", "who", "countries"] as const;
