import { element } from "../parts/element.js";
import { toLink } from "../state/link.js";
import type { Session } from "../state/session.js";
import { documentTitle, publishedText } from "../words/citation.js";
import { count } from "../words/count.js";

/** One page in the list of pages, with how many nearly equal copies stand behind it. */
export const documentRow = ({ dataset, store }: Session, document: number, copies: number): HTMLElement => {
  const { documents, mentionsOfDocument } = dataset;
  const { opened } = store.state();
  return element(
    "div",
    { class: "row document-row" },
    element(
      "a",
      {
        href: toLink(dataset, { ...store.state(), opened: { kind: "document", document, start: 0, end: 0 } }),
        "aria-current": opened?.kind === "document" && opened.document === document ? "true" : null,
      },
      element("span", { class: "when" }, publishedText(dataset, document) ?? "Day not known"),
      element("span", { class: "title" }, documentTitle(dataset, document)),
      element(
        "span",
        { class: "source" },
        [
          documents.publisher.at(document) ?? documents.source.at(document),
          count(mentionsOfDocument.of(document).length, "event"),
          copies > 0 ? `${count(copies, "near copy", "near copies")}` : null,
        ]
          .filter(Boolean)
          .join(" · "),
      ),
    ),
  );
};
