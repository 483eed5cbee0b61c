import { element } from "../parts/element.js";
import type { Annotation, layers } from "./annotations.js";

export type Note = Readonly<{
  node: HTMLElement;
  show: (at: HTMLElement, about: readonly Annotation[]) => void;
  hide: () => void;
}>;

/** The note that tells what a marked stretch of text means and why; it stands under the stretch, inside the text's frame. */
export const createNote = (): Note => {
  const node = element("div", {
    class: "annotation-note",
    id: "annotation-note",
    role: "tooltip",
    hidden: true,
  });
  let shownAt: HTMLElement | null = null;
  const hide = (): void => {
    node.hidden = true;
    shownAt?.removeAttribute("aria-describedby");
    shownAt = null;
  };
  return {
    node,
    hide,
    show: (at, about) => {
      hide();
      shownAt = at;
      node.replaceChildren(
        ...about.map(({ layer, title, facts, family }) =>
          element(
            "section",
            { "data-layer": layer, "data-family": family },
            element(
              "p",
              { class: "note-title" },
              element("span", { class: "note-layer" }, layerName[layer]),
              title,
            ),
            element(
              "dl",
              {},
              ...facts().flatMap(([label, value]) => [element("dt", {}, label), element("dd", {}, value)]),
            ),
          ),
        ),
      );
      at.setAttribute("aria-describedby", node.id);
      node.hidden = false;
      place(node, at);
    },
  };
};

/** Singular of the layers' names. */
const layerName: Readonly<Record<keyof typeof layers, string>> = {
  event: "Event",
  time: "Time",
  name: "Name",
  quote: "Quote",
  figure: "Figure",
};

/** Under the last line of the stretch, as far left as it must be to fit. */
const place = (node: HTMLElement, at: HTMLElement): void => {
  const frame = node.parentElement?.getBoundingClientRect();
  const lines = at.getClientRects();
  const line = lines[lines.length - 1];
  if (frame === undefined || line === undefined) return;
  const left = Math.min(line.left - frame.left, frame.width - node.offsetWidth);
  node.style.left = `${Math.max(0, left)}px`;
  node.style.top = `${line.bottom - frame.top + 6}px`;
};
