import { element } from "./parts/element.js";
import { toLink } from "./state/link.js";
import type { Session } from "./state/session.js";
import { type View, views } from "./state/state.js";
import { count } from "./words/count.js";

/** Title of the dataset and the ways to the four views. */
export const createHeader = ({ dataset, store }: Session): HTMLElement => {
  const { manifest } = dataset;
  const links = (Object.keys(views) as View[]).map((view) => ({ view, link: element("a", {}, views[view]) }));
  const show = (): void => {
    const state = store.state();
    for (const { view, link } of links) {
      link.href = toLink(dataset, { ...state, view });
      if (view === state.view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  };
  store.watch(show);
  show();
  return element(
    "header",
    { class: "masthead" },
    element(
      "div",
      { class: "masthead-title" },
      element("h1", {}, manifest.title),
      element(
        "p",
        {},
        [
          count(manifest.rows.documents ?? 0, "page"),
          count(manifest.rows.events ?? 0, "event"),
          count(manifest.rows.quotes ?? 0, "quote"),
        ].join(" · "),
        manifest.leftOut.length > 0 ? " · not all of it fits on this page, see Coverage" : null,
      ),
    ),
    element("nav", { "aria-label": "Views" }, ...links.map(({ link }) => link)),
  );
};
