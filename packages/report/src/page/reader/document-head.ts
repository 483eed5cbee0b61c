import { absent } from "../../bundle/bundle-tables.js";
import { element } from "../parts/element.js";
import { toLink } from "../state/link.js";
import type { Session } from "../state/session.js";
import { basisWords, documentTitle, publishedText } from "../words/citation.js";
import { count } from "../words/count.js";

/** What page this is: outlet, day and its basis, address, copies. */
export const documentHead = ({ dataset, store }: Session, row: number): HTMLElement => {
  const { documents } = dataset;
  const published = publishedText(dataset, row);
  const basis = basisWords[documents.published_basis.at(row) ?? ""] ?? "";
  const original = documents.duplicate_of[row] ?? absent;
  const authors = documents.authors.at(row) ?? "";
  return element(
    "header",
    { class: "document-head" },
    element("p", { class: "outlet" }, documents.publisher.at(row) ?? "Publisher not known"),
    element("h2", { tabindex: -1 }, documentTitle(dataset, row)),
    element(
      "p",
      { class: "document-facts" },
      authors === "" ? null : `${authors} · `,
      published === null ? "Day of publication not known" : `${published}, ${basis}`,
      ` · ${count(documents.words[row] ?? 0, "word")} · `,
      address(documents.url.at(row)) ?? documents.source.at(row),
    ),
    original === absent
      ? null
      : element(
          "p",
          { class: "copy-of" },
          "Nearly the same as ",
          element(
            "a",
            {
              href: toLink(dataset, {
                ...store.state(),
                opened: { kind: "document", document: original, start: 0, end: 0 },
              }),
            },
            documentTitle(dataset, original),
          ),
          "; both count as one independent report.",
        ),
  );
};

/** A link for the web's own addresses alone: a page may claim any address as its own, `javascript:` too. */
const address = (url: string | null): HTMLElement | null =>
  url !== null && /^https?:\/\//i.test(url)
    ? element("a", { href: url, rel: "noopener noreferrer nofollow", target: "_blank" }, url)
    : null;
