import { absent } from "../../bundle/bundle-tables.js";
import { element } from "../parts/element.js";
import { toLink } from "../state/link.js";
import type { Session } from "../state/session.js";
import { count } from "../words/count.js";
import { dayText, intervalText } from "../words/dates.js";
import { isStatus, statusWords } from "../words/event-kinds.js";
import { castOf, castText, kindOf } from "../words/event-title.js";
import { evidenceOf } from "../words/quoted.js";

/** One event in the list: when, who, what, its words, and what a reader must know before taking it for a fact. */
export const eventRow = (session: Session, event: number): HTMLElement => {
  const { dataset, index, store } = session;
  const { events } = dataset;
  const { opened } = store.state();
  const isOpen = opened?.kind === "event" && opened.event === event;
  const place = events.place.at(event);
  return element(
    "div",
    { class: "row event-row", "data-family": index.family[event] ?? null },
    element(
      "a",
      {
        href: toLink(dataset, { ...store.state(), opened: { kind: "event", event, report: 0 } }),
        "aria-current": isOpen ? "true" : null,
      },
      element("span", { class: "when" }, whenText(session, event)),
      element(
        "span",
        { class: "what" },
        element(
          "span",
          { class: "kind" },
          element("span", { class: "dot", "aria-hidden": "true" }),
          kindOf(dataset, event),
          place === null ? null : element("span", { class: "place" }, ` in ${place}`),
        ),
        element("span", { class: "who" }, castText(castOf(dataset, event)) ?? "Nobody named"),
        element("span", { class: "evidence" }, evidenceOf(dataset, events.first_mention[event] ?? -1)),
      ),
      element("span", { class: "marks" }, ...marks(session, event)),
    ),
  );
};

const whenText = ({ dataset: { events } }: Session, event: number): string => {
  const stated = intervalText(events.earliest[event] ?? absent, events.latest[event] ?? absent);
  if (stated !== null) return stated;
  const published = events.first_published[event] ?? absent;
  return published === absent ? "No day stated" : `Reported ${dayText(published)}`;
};

const marks = ({ dataset }: Session, event: number): readonly HTMLElement[] => {
  const { events, mentionsOfEvent, claimsOf, claims } = dataset;
  const status = events.status.at(event);
  const stances = [...mentionsOfEvent.of(event)].flatMap((mention) =>
    [...claimsOf.of(mention)].map((claim) => claims.stance.at(claim)),
  );
  const independent = events.n_independent[event] ?? 1;
  const documents = events.n_documents[event] ?? 1;
  return [
    isStatus(status) && status !== "actual" ? badge(statusWords[status], status) : null,
    stances.includes("denies") ? badge("Denied by a source", "disputed") : null,
    stances.includes("corrects") ? badge("Corrected by a source", "disputed") : null,
    events.date_conflict[event] === 1 ? badge("Sources differ on the day", "disputed") : null,
    documents > 1 ? badge(`${count(documents, "page")}, ${independent} independent`, "sources") : null,
  ].flatMap((one) => one ?? []);
};

const badge = (text: string, kind: string): HTMLElement => element("span", { class: `badge ${kind}` }, text);
