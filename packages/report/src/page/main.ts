import "./style/base.css";
import "./style/layout.css";
import "./style/filters.css";
import "./style/timeline.css";
import "./style/lists.css";
import "./style/reader.css";
import "./style/relations.css";
import "./style/coverage.css";
import "./style/print.css";
import { createCoverageView } from "./coverage/coverage-view.js";
import { openDataset } from "./data/dataset.js";
import { createEventsView } from "./events/events-view.js";
import { createFilterBar } from "./filters/filter-bar.js";
import { createHeader } from "./header.js";
import { element } from "./parts/element.js";
import { createQuotesView } from "./quotes/quotes-view.js";
import { createReader } from "./reader/reader.js";
import { createRelationsView } from "./relations/relations-view.js";
import { followLinks } from "./state/follow-links.js";
import { openSession } from "./state/open-session.js";
import type { View } from "./state/state.js";
import { createTimeline } from "./timeline/timeline.js";

const start = async (): Promise<void> => {
  const status = element("p", { class: "off-screen", role: "status", "aria-live": "polite" });
  const session = openSession(await openDataset(), (text) => {
    status.textContent = text;
  });
  const { store } = session;
  const views: Readonly<Record<View, HTMLElement>> = {
    events: createEventsView(session),
    relations: createRelationsView(session),
    quotes: createQuotesView(session),
    coverage: createCoverageView(session),
  };
  const timeline = createTimeline(session);
  const showView = (): void => {
    const { view } = store.state();
    for (const [name, node] of Object.entries(views)) node.hidden = name !== view;
    timeline.hidden = view === "coverage";
    document.body.dataset.view = view;
  };
  // Before the views' own watchers measure themselves.
  showView();
  store.watch(showView);
  document.body.append(
    element("a", { href: "#main", class: "skip", "data-skip": "" }, "Skip to the list"),
    createHeader(session),
    element(
      "main",
      { id: "main", tabindex: -1 },
      element(
        "div",
        { class: "finder scroller", tabindex: -1 },
        createFilterBar(session),
        timeline,
        ...Object.values(views),
      ),
      createReader(session),
    ),
    status,
  );
  followLinks(session);
  document.body.classList.add("ready");
};

/** An old browser or a file that was cut off on its way: a reader sees why there is nothing, and not an empty page. */
const giveUp = (error: unknown): void => {
  document.body.replaceChildren(
    element(
      "p",
      { class: "nothing", role: "alert" },
      `This report cannot be opened (${error instanceof Error ? error.message : String(error)}). It needs a browser of 2023 or later; if yours is, the file is damaged.`,
    ),
  );
};

start().catch(giveUp);
