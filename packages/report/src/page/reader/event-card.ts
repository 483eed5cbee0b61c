import { absent } from "../../bundle/bundle-tables.js";
import type { Dataset, Pages } from "../data/dataset.js";
import { copy } from "../parts/copy.js";
import { button, element } from "../parts/element.js";
import type { Session } from "../state/session.js";
import { documentTitle, publishedText, sourceText } from "../words/citation.js";
import { count } from "../words/count.js";
import { intervalText } from "../words/dates.js";
import { isStatus, statusWords } from "../words/event-kinds.js";
import { castOf, castText, kindOf } from "../words/event-title.js";
import { dateBasisWords } from "./annotations.js";
import { claimsSection } from "./claims-section.js";
import { disagreements } from "./disagreements.js";

/** An event's reports: the first one first, the others in the order of the pages. */
export const reportsOf = ({ events, mentionsOfEvent }: Dataset, event: number): readonly number[] => {
  const first = events.first_mention[event] ?? absent;
  const all = [...mentionsOfEvent.of(event)];
  return all.includes(first) ? [first, ...all.filter((row) => row !== first)] : all;
};

/** All that the pages say of one event: who, when, where, who reports it, who says so, who says otherwise. */
export const eventCard = (session: Session, pages: Pages, event: number, report: number): HTMLElement => {
  const { dataset, index } = session;
  const { events, event_mentions: reports } = dataset;
  const rows = reportsOf(dataset, event);
  const status = events.status.at(event);
  const when = intervalText(events.earliest[event] ?? absent, events.latest[event] ?? absent);
  const place = events.place.at(event);
  const basis = reports.date_basis.at(rows[report] ?? 0);
  return element(
    "article",
    { class: "event-card", "data-family": index.family[event] ?? null },
    element(
      "p",
      { class: "kind" },
      element("span", { class: "dot", "aria-hidden": "true" }),
      kindOf(dataset, event),
    ),
    element("h2", { tabindex: -1 }, castText(castOf(dataset, event)) ?? kindOf(dataset, event)),
    element(
      "dl",
      { class: "facts" },
      ...fact(
        "When",
        when ?? "No day stated",
        when === null ? null : `rests on ${dateBasisWords[basis ?? ""]}`,
      ),
      ...(place === null ? [] : fact("Where", place, null)),
      ...fact(
        "Status",
        isStatus(status) ? statusWords[status] : "",
        `${count(rows.length, "report")} in ${count(events.n_documents[event] ?? 1, "page")}, ${events.n_independent[event] ?? 1} independent`,
      ),
    ),
    claimsSection(session, event, rows),
    disagreements(session, pages, rows),
    element(
      "section",
      { class: "reports", "aria-label": "Reports" },
      element("h3", {}, rows.length === 1 ? "The report" : "Who reports it"),
      element("ol", {}, ...rows.map((row, i) => reportItem(session, pages, event, row, i, i === report))),
    ),
  );
};

const reportItem = (
  session: Session,
  pages: Pages,
  event: number,
  row: number,
  i: number,
  shown: boolean,
): HTMLElement => {
  const { dataset, store, announce } = session;
  const { event_mentions: reports } = dataset;
  const document = reports.document[row] ?? 0;
  const words = reportWords(dataset, pages, row);
  const open = button(
    documentTitle(dataset, document),
    { class: "report-link", "aria-current": shown ? "true" : null },
    () => store.change({ opened: { kind: "event", event, report: i } }),
  );
  const copyButton = button("Copy with source", { class: "quiet" }, async () => {
    const done = await copy(`“${words}”\n— ${sourceText(dataset, document)}`);
    announce(done ? "Copied, with its source" : "The browser does not let this page copy");
    if (done) copyButton.textContent = "Copied";
  });
  return element(
    "li",
    { class: shown ? "report shown" : "report" },
    element(
      "p",
      { class: "report-head" },
      open,
      element(
        "span",
        { class: "source" },
        [
          dataset.documents.publisher.at(document) ?? "publisher not known",
          publishedText(dataset, document) ?? "day not known",
        ].join(" · "),
      ),
    ),
    words === "" ? null : element("blockquote", {}, words),
    element(
      "p",
      { class: "report-foot" },
      element("span", { class: "rule" }, `rule ${reports.rule.at(row) ?? ""}`),
      words === "" ? null : copyButton,
    ),
  );
};

/** The words that report it, from the page's text; from the row of the event where the page does not hold that text. */
const reportWords = (dataset: Dataset, pages: Pages, row: number): string => {
  const { event_mentions: reports, events } = dataset;
  const text = pages.textOf(reports.document[row] ?? -1);
  if (text !== null)
    return text.slice(reports.evidence_start[row], reports.evidence_end[row]).replace(/\s+/g, " ").trim();
  const event = reports.event[row] ?? -1;
  return events.first_mention[event] === row ? (events.evidence.at(event) ?? "") : "";
};

const fact = (label: string, value: string, note: string | null): readonly HTMLElement[] => [
  element("dt", {}, label),
  element("dd", {}, value, note === null ? null : element("span", { class: "note" }, note)),
];
