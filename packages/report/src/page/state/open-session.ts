import type { Dataset } from "../data/dataset.js";
import { whenIdle } from "../parts/when-idle.js";
import { indexEvents } from "./event-index.js";
import { fromLink } from "./link.js";
import { type Selected, selectEvents } from "./select-events.js";
import { changed, filterKeys, type Session } from "./session.js";
import { createStore } from "./store.js";

/** The session of a dataset, in the state that the page's address asks for. */
export const openSession = (dataset: Dataset, announce: (text: string) => void): Session => {
  const index = indexEvents(dataset);
  const store = createStore(fromLink(dataset, location.hash));
  let selected: Selected = selectEvents(dataset, index, store.state());
  // The first to watch: what the others show is worked out before they do.
  store.watch((state, before) => {
    if (changed(state, before, ...filterKeys)) selected = selectEvents(dataset, index, state);
  });
  whenIdle(dataset.events.rows, index.words);
  return { dataset, index, store, selected: () => selected, announce };
};
