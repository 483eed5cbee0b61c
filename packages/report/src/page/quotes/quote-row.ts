import { copy } from "../parts/copy.js";
import { button, element } from "../parts/element.js";
import { quoteKindWords } from "../reader/annotations.js";
import { toLink } from "../state/link.js";
import type { Session } from "../state/session.js";
import { publishedText, quoteCitation } from "../words/citation.js";
import { quoteText } from "../words/quoted.js";

/** One quote in the list: the words, who says them, where; copied with its source by a button. */
export const quoteRow = (session: Session, quote: number): HTMLElement => {
  const { dataset, store, announce } = session;
  const { quotes, documents } = dataset;
  const document = quotes.document[quote] ?? 0;
  const [start, end] = [quotes.start[quote] ?? 0, quotes.end[quote] ?? 0];
  const { opened } = store.state();
  const isOpen = opened?.kind === "document" && opened.document === document && opened.start === start;
  const kind = quotes.kind.at(quote);
  const copyButton = button("Copy with source", { class: "quiet" }, async () => {
    const done = await copy(quoteCitation(dataset, quote));
    announce(done ? "Copied, with its source" : "The browser does not let this page copy");
    copyButton.textContent = done ? "Copied" : "Not copied";
  });
  return element(
    "div",
    { class: `row quote-row ${kind}` },
    element(
      "a",
      {
        href: toLink(dataset, { ...store.state(), opened: { kind: "document", document, start, end } }),
        "aria-current": isOpen ? "true" : null,
      },
      element("span", { class: "words" }, quoteText(dataset, quote) || `Characters ${start}–${end}`),
      element(
        "span",
        { class: "said-by" },
        element(
          "strong",
          {},
          quotes.speaker_name.at(quote) ?? quotes.speaker.at(quote) ?? "Speaker not known",
        ),
        ` · ${[documents.publisher.at(document) ?? documents.source.at(document), publishedText(dataset, document), quoteKindWords[kind ?? ""]].filter(Boolean).join(" · ")}`,
      ),
    ),
    copyButton,
  );
};
