import { absent } from "../../bundle/bundle-tables.js";
import type { Dataset } from "../data/dataset.js";
import { copy } from "../parts/copy.js";
import { button, element } from "../parts/element.js";
import type { Session } from "../state/session.js";
import { documentTitle, publishedText, sourceText } from "../words/citation.js";
import { count } from "../words/count.js";
import { intervalText } from "../words/dates.js";
import { isStatus, statusWords } from "../words/event-kinds.js";
import { castOf, castText, kindOf } from "../words/event-title.js";
import { evidenceOf } from "../words/quoted.js";
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
export const eventCard = (session: Session, event: number, report: number): HTMLElement => {
  const { dataset, index } = session;
  const { events } = dataset;
  const rows = reportsOf(dataset, event);
  const status = events.status.at(event);
  const when = intervalText(events.earliest[event] ?? absent, events.latest[event] ?? absent);
  const place = events.place.at(event);
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
        when === null ? null : whenBasis(dataset, rows[report] ?? rows[0] ?? -1),
      ),
      ...(place === null ? [] : fact("Where", place, null)),
      ...fact(
        "Status",
        isStatus(status) ? statusWords[status] : "",
        `${count(rows.length, "report")} in ${count(events.n_documents[event] ?? 1, "page")}, ${events.n_independent[event] ?? 1} independent`,
      ),
    ),
    claimsSection(session, event, rows),
    disagreements(session, rows),
    element(
      "section",
      { class: "reports", "aria-label": "Reports" },
      element("h3", {}, rows.length === 1 ? "The report" : "Who reports it"),
      element("ol", {}, ...rows.map((row, i) => reportItem(session, event, row, i, i === report))),
    ),
  );
};

const reportItem = (session: Session, event: number, row: number, i: number, shown: boolean): HTMLElement => {
  const { dataset, store, announce } = session;
  const { event_mentions: reports } = dataset;
  const document = reports.document[row] ?? 0;
  const words = evidenceOf(dataset, row);
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

/** What the days of a report rest on, with the words of the time where it is one. */
const whenBasis = ({ event_mentions: reports, times, timesOf, textOf }: Dataset, report: number): string => {
  const basis = dateBasisWords[reports.date_basis.at(report) ?? ""] ?? "";
  const document = reports.document[report] ?? -1;
  const time = timesOf.of(document).find((row) => times.time[row] === reports.time[report]);
  const words = time === undefined ? undefined : textOf(document)?.slice(times.start[time], times.end[time]);
  if (time === undefined || words === undefined) return `rests on ${basis}`;
  return `from “${words}”${times.anchor.at(time) === "published" ? ", counted from the day of publication" : ""}`;
};

const fact = (label: string, value: string, note: string | null): readonly HTMLElement[] => [
  element("dt", {}, label),
  element("dd", {}, value, note === null ? null : element("span", { class: "note" }, note)),
];
