import { button, element } from "../parts/element.js";
import { save } from "../parts/save.js";
import { createVirtualList } from "../parts/virtual-list.js";
import { whenIdle } from "../parts/when-idle.js";
import { createQuoteSelector } from "../state/select-quotes.js";
import type { Session } from "../state/session.js";
import { whenShown } from "../state/when-shown.js";
import { count, grouped } from "../words/count.js";
import { quoteRow } from "./quote-row.js";
import { quotesCsv } from "./quotes-csv.js";
import { speakerButtons } from "./speakers.js";

/** Who said what: the quotes that pass the filters, their speakers, and the selection as a CSV file. */
export const createQuotesView = (session: Session): HTMLElement => {
  const { dataset, store, announce } = session;
  const { select, words } = createQuoteSelector(dataset);
  whenIdle(dataset.quotes.rows, words);
  let rows: Int32Array = new Int32Array(0);
  const heading = element("h2", { class: "list-heading" });
  const speakers = element("div", {});
  const nothing = element(
    "p",
    { class: "nothing" },
    "No quote passes these filters. Kinds of events and their status do not count for quotes.",
  );
  const list = createVirtualList({ label: "Quotes", row: (i) => quoteRow(session, rows[i] ?? 0) });
  const exportButton = button("Save as CSV", { class: "quiet" }, () => {
    save("quotes.csv", "text/csv;charset=utf-8", quotesCsv(dataset, rows));
    announce(`${count(rows.length, "quote")} saved`);
  });

  const show = (): void => {
    rows = select(store.state());
    const all = dataset.quotes.rows;
    heading.replaceChildren(
      rows.length === all ? count(all, "quote") : `${grouped(rows.length)} of ${count(all, "quote")}`,
    );
    const { who } = store.state();
    const said = who.length === 0 ? rows : select({ ...store.state(), who: [] });
    speakers.replaceChildren(speakerButtons(session, said));
    nothing.hidden = rows.length > 0;
    list.show(rows.length);
  };
  whenShown(session, "quotes", show, list.refresh);
  return element(
    "section",
    { class: "view scroller", "aria-label": "Quotes" },
    element("div", { class: "list-heading-line" }, heading, exportButton),
    speakers,
    nothing,
    list.node,
  );
};
