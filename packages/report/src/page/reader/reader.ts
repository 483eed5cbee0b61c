import { absent } from "../../bundle/bundle-tables.js";
import { button, element } from "../parts/element.js";
import { changed, type Session } from "../state/session.js";
import type { Opened } from "../state/state.js";
import { documentTitle } from "../words/citation.js";
import { eventTitle } from "../words/event-title.js";
import { annotationsOf } from "./annotations.js";
import { documentHead } from "./document-head.js";
import { eventCard, reportsOf } from "./event-card.js";
import { createLayerChoice } from "./layer-choice.js";
import { createNote } from "./note.js";
import { type Highlight, pageText } from "./page-text.js";
import { welcome } from "./welcome.js";

/** The evidence reader: what is known of the event that is open, and the page it stands in, at the sentence that says it. */
export const createReader = (session: Session): HTMLElement => {
  const { dataset, store, announce } = session;
  const content = element("div", { class: "reader-content" });
  const close = button("Back to the list", { class: "close-reader" }, () => store.change({ opened: null }));
  const node = element(
    "section",
    { class: "reader scroller", "aria-label": "Reader", tabindex: 0 },
    close,
    content,
  );

  const show = (opened: Opened | null, moveFocus: boolean): void => {
    node.classList.toggle("is-open", opened !== null);
    document.documentElement.classList.toggle("reading", opened !== null);
    if (opened === null) {
      content.replaceChildren(welcome(session));
      return;
    }
    content.replaceChildren(...openedNodes(session, opened));
    node.scrollTop = 0;
    // Where the reader covers the list, the event's card is read first: it has the sentence.
    if (opened.kind === "document" || !isNarrow()) scrollToEvidence(node, content);
    announce(
      opened.kind === "event" ? eventTitle(dataset, opened.event) : documentTitle(dataset, opened.document),
    );
    if (moveFocus) content.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  };
  store.watch((state, before) => {
    if (changed(state, before, "opened")) show(state.opened, isNarrow());
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isNarrow() && store.state().opened !== null) store.change({ opened: null });
  });
  queueMicrotask(() => show(store.state().opened, false));
  return node;
};

/** Whether the reader covers the list, as the style sheet has it. */
const isNarrow = (): boolean => matchMedia("(max-width: 62rem)").matches;

const openedNodes = (session: Session, opened: Opened): readonly HTMLElement[] => {
  const { dataset } = session;
  if (opened.kind === "document")
    return [pageNode(session, opened.document, [{ kind: "evidence", start: opened.start, end: opened.end }])];
  const report = reportsOf(dataset, opened.event)[opened.report] ?? reportsOf(dataset, opened.event)[0];
  const card = eventCard(session, opened.event, opened.report);
  if (report === undefined) return [card];
  return [
    element("div", { class: "card-frame", tabindex: 0 }, card),
    pageNode(session, dataset.event_mentions.document[report] ?? 0, highlightsOf(dataset, report)),
  ];
};

const pageNode = (session: Session, document: number, highlights: readonly Highlight[]): HTMLElement => {
  const text = session.dataset.textOf(document);
  const head = documentHead(session, document);
  if (text === null) return inFrame(head, element("p", { class: "nothing" }, noText(session, highlights)));
  const note = createNote();
  const words = pageText(
    session.dataset,
    document,
    text,
    annotationsOf(session.dataset, document),
    highlights,
    note,
  );
  const frame = element("div", { class: "text-frame" }, words, note.node);
  return inFrame(head, createLayerChoice(words), frame);
};

/** A page scrolls by itself, so that the event's card stays in sight. */
const inFrame = (...parts: readonly HTMLElement[]): HTMLElement =>
  element("div", { class: "page-frame", tabindex: 0 }, element("article", { class: "page" }, ...parts));

const noText = ({ dataset }: Session, highlights: readonly Highlight[]): string => {
  const why =
    dataset.manifest.text === "none"
      ? "This report was made without the texts."
      : "The text of this page is not in the report (see Coverage).";
  const evidence = highlights.find(({ kind, end }) => kind === "evidence" && end > 0);
  return evidence === undefined
    ? why
    : `${why} The evidence stands at characters ${evidence.start}–${evidence.end} of it.`;
};

const highlightsOf = (
  { event_mentions: reports, participants, participantsOf, claims, claimsOf }: Session["dataset"],
  report: number,
): readonly Highlight[] => {
  const highlight = (
    kind: Highlight["kind"],
    start: number | undefined,
    end: number | undefined,
  ): readonly Highlight[] =>
    start === undefined || end === undefined || start === absent ? [] : [{ kind, start, end }];
  return [
    ...highlight("evidence", reports.evidence_start[report], reports.evidence_end[report]),
    ...highlight("trigger", reports.start[report], reports.end[report]),
    ...highlight("place", reports.place_start[report], reports.place_end[report]),
    ...[...participantsOf.of(report)].flatMap((row) =>
      highlight("actor", participants.start[row], participants.end[row]),
    ),
    ...[...claimsOf.of(report)].flatMap((row) => highlight("claim", claims.start[row], claims.end[row])),
  ];
};

/** Brings the evidence into sight, a third down, without moving anything else that scrolls. */
const scrollToEvidence = (reader: HTMLElement, content: HTMLElement): void => {
  const evidence =
    content.querySelector<HTMLElement>("mark.trigger") ?? content.querySelector<HTMLElement>("mark.evidence");
  if (evidence === null) return;
  const frame = evidence.closest<HTMLElement>(".page-frame");
  const scroller = frame !== null && frame.scrollHeight > frame.clientHeight ? frame : reader;
  const below = evidence.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  if (below > scroller.clientHeight * 0.66) scroller.scrollTop += below - scroller.clientHeight / 3;
};
