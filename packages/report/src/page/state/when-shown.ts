import { changed, filterKeys, type Session } from "./session.js";
import type { View } from "./state.js";

/** Draws a view when it comes up or its filters change, and refreshes its list when something is opened while it is up. */
export const whenShown = (
  { store }: Session,
  view: View,
  draw: () => void,
  refresh: () => void = () => undefined,
): void => {
  store.watch((state, before) => {
    if (state.view !== view) return;
    if (changed(state, before, ...filterKeys, "view")) draw();
    else if (state.opened !== before.opened) refresh();
  });
  queueMicrotask(() => {
    if (store.state().view === view) draw();
  });
};
