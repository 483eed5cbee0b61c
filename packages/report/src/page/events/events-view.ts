import { element } from "../parts/element.js";
import { createVirtualList } from "../parts/virtual-list.js";
import { changed, filterKeys, type Session } from "../state/session.js";
import { count, grouped } from "../words/count.js";
import { eventRow } from "./event-row.js";

/** The list of events that pass the filters, by day. */
export const createEventsView = (session: Session): HTMLElement => {
  const { dataset, store, selected } = session;
  const heading = element("h2", { class: "list-heading" });
  const list = createVirtualList({
    label: "Events",
    row: (i) => eventRow(session, selected().events[i] ?? 0),
  });
  const nothing = element("p", { class: "nothing" }, "No event passes these filters.");

  const showAll = (): void => {
    const { length } = selected().events;
    const all = dataset.events.rows;
    heading.replaceChildren(
      length === all ? count(all, "event") : `${grouped(length)} of ${count(all, "event")}`,
    );
    nothing.hidden = length > 0;
    list.show(length);
  };
  const revealOpened = (): void => {
    const { opened } = store.state();
    if (opened?.kind !== "event") return;
    const row = selected().events.indexOf(opened.event);
    if (row >= 0) list.reveal(row);
  };
  store.watch((state, before) => {
    if (state.view === "events" && changed(state, before, ...filterKeys, "view")) {
      showAll();
      revealOpened();
    } else if (state.opened !== before.opened) {
      list.refresh();
      revealOpened();
    }
  });
  queueMicrotask(() => {
    showAll();
    revealOpened();
  });
  return element("section", { class: "view scroller", "aria-label": "Events" }, heading, nothing, list.node);
};
