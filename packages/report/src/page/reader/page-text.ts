import type { Dataset } from "../data/dataset.js";
import { element } from "../parts/element.js";
import type { Annotation, Layer } from "./annotations.js";
import type { Note } from "./note.js";
import { cutText, type Marked, type Segment } from "./segments.js";

/** Stretches that are pointed out: the sentence behind the row that led here, and what in it carries the claim. */
export type Highlight = Marked & Readonly<{ kind: "evidence" | "trigger" | "actor" | "place" | "claim" }>;

type Mark =
  | Readonly<{ of: "annotation"; annotation: Annotation; start: number; end: number }>
  | Readonly<{ of: "highlight"; highlight: Highlight; start: number; end: number }>;

/** Blocks that are the page's and not the article's. */
const furniture: ReadonlySet<string> = new Set(["navigation", "promotion", "related", "notice"]);
const tags: Readonly<Record<string, "h3" | "p">> = { title: "h3", subtitle: "p", heading: "h3" };

/** The page's text, block by block, with everything marked that was found in it. */
export const pageText = (
  dataset: Dataset,
  document: number,
  text: string,
  annotations: readonly Annotation[],
  highlights: readonly Highlight[],
  note: Note,
): HTMLElement => {
  const marks: readonly Mark[] = [
    ...annotations.map(
      (annotation) =>
        ({ of: "annotation", annotation, start: annotation.start, end: annotation.end }) as const,
    ),
    ...highlights.map(
      (highlight) => ({ of: "highlight", highlight, start: highlight.start, end: highlight.end }) as const,
    ),
  ];
  const { start, end, role } = dataset.blocks;
  const blocks = [...dataset.blocksOf.of(document)].map((row) => {
    const span = { start: start[row] ?? 0, end: end[row] ?? 0 };
    const named = role.at(row) ?? "paragraph";
    const inside = marks.filter((mark) => mark.start < span.end && mark.end > span.start);
    const node = element(
      tags[named] ?? "p",
      {
        class: furniture.has(named) ? "block furniture" : `block ${named}`,
        "data-role": named.replace("_", " "),
      },
      ...cutText(span, inside).map((segment) => segmentNode(text, segment)),
    );
    return node;
  });
  const node = element(
    "div",
    { class: "page-text", role: "group", "aria-label": "Text of the page" },
    ...blocks,
  );
  explainOnFocus(node, annotationsBySegment, note);
  return node;
};

/** What a marked stretch stands for, for the note. */
const annotationsBySegment = new WeakMap<Element, readonly Annotation[]>();

const segmentNode = (text: string, { start, end, marks }: Segment<Mark>): Node => {
  const words = text.slice(start, end);
  if (marks.length === 0) return document.createTextNode(words);
  const annotations = marks.flatMap((mark) => (mark.of === "annotation" ? [mark.annotation] : []));
  const kinds = marks.flatMap((mark) => (mark.of === "highlight" ? [mark.highlight.kind] : []));
  const found = new Set<Layer>(annotations.map(({ layer }) => layer));
  const family = annotations.find((one) => one.family !== null)?.family ?? null;
  const node = element(
    kinds.length > 0 ? "mark" : "span",
    { class: [...kinds, ...[...found].map((layer) => `found-${layer}`)].join(" "), "data-family": family },
    words,
  );
  if (annotations.length === 0 || words.trim() === "") return node;
  annotationsBySegment.set(node, annotations);
  node.dataset.found = "";
  // A stretch that only a quote covers is no stop for the keyboard: every sentence would be one.
  if (annotations.some(({ layer }) => layer !== "quote") || annotations.some((one) => one.start === start)) {
    node.tabIndex = -1;
    node.dataset.stop = "";
  }
  return node;
};

/** Notes appear at the pointer and at the keyboard's focus. The marks are one stop of the tabulator; arrows go along them. */
const explainOnFocus = (
  node: HTMLElement,
  meaning: WeakMap<Element, readonly Annotation[]>,
  note: Note,
): void => {
  const stops = (): readonly HTMLElement[] => [...node.querySelectorAll<HTMLElement>("[data-stop]")];
  const explain = (at: EventTarget | null): void => {
    const marked = at instanceof Element ? at.closest<HTMLElement>("[data-found]") : null;
    const about = marked === null ? undefined : meaning.get(marked);
    if (marked === null || about === undefined) note.hide();
    else note.show(marked, about);
  };
  const [firstStop] = stops();
  if (firstStop !== undefined) firstStop.tabIndex = 0;
  node.addEventListener("pointerover", (event) => explain(event.target));
  node.addEventListener("pointerleave", note.hide);
  node.addEventListener("click", (event) => explain(event.target));
  node.addEventListener("focusin", (event) => explain(event.target));
  node.addEventListener("focusout", note.hide);
  node.addEventListener("keydown", (event) => {
    if (event.key === "Escape") note.hide();
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const all = stops();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = all[at + step];
    if (to === undefined) return;
    event.preventDefault();
    for (const one of all) one.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  });
};
