import { fromLink, toLink } from "./link.js";
import type { Session } from "./session.js";

/** Keeps the address and the state alike: what is opened can be gone back from, what is filtered replaces the address. */
export const followLinks = ({ dataset, store }: Session): void => {
  store.watch((state, before) => {
    const link = toLink(dataset, state);
    if (link === (location.hash || "#")) return;
    if (state.opened !== before.opened || state.view !== before.view) history.pushState(null, "", link);
    else history.replaceState(null, "", link);
  });
  const follow = (): void => {
    const state = fromLink(dataset, location.hash);
    if (toLink(dataset, state) !== toLink(dataset, store.state())) store.change(state);
  };
  addEventListener("hashchange", follow);
  addEventListener("popstate", follow);
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-skip]") : null;
    if (link === null) return;
    event.preventDefault();
    document
      .querySelector<HTMLElement>("#main .view:not([hidden]) a, #main .view:not([hidden]) button")
      ?.focus();
  });
};
