import { absent } from "../../bundle/bundle-tables.js";
import { groupRows } from "../data/groups.js";
import { element } from "../parts/element.js";
import { createVirtualList } from "../parts/virtual-list.js";
import { whenIdle } from "../parts/when-idle.js";
import type { Session } from "../state/session.js";
import { whenShown } from "../state/when-shown.js";
import { basisWords, documentTitle, sourceText } from "../words/citation.js";
import { count, grouped } from "../words/count.js";
import { fold, termsOf } from "../words/fold.js";
import { barTable } from "./bar-table.js";
import { diagnosticsSection } from "./diagnostics-section.js";
import { documentRow } from "./document-row.js";
import { publishedChart } from "./published-chart.js";
import { tally } from "./tally.js";

/** What the dataset rests on: its pages, by outlet and day, and what one must know before counting with it. */
export const createCoverageView = (session: Session): HTMLElement => {
  const { dataset, store } = session;
  const { documents } = dataset;
  const copiesOf = groupRows(documents.duplicate_of, documents.rows);
  const heads = [...documents.published.keys()].filter(
    (row) => (documents.duplicate_of[row] ?? absent) === absent,
  );
  let shown: readonly number[] = [];
  const heading = element("h3", {});
  const list = createVirtualList({
    label: "Pages",
    row: (i) => documentRow(session, shown[i] ?? 0, copiesOf.of(shown[i] ?? -1).length),
  });
  const words: string[] = [];
  const wordsOf = (row: number): string => {
    words[row] ??= fold(
      `${sourceText(dataset, row)} ${documentTitle(dataset, row)} ${documents.authors.at(row)}`,
    );
    return words[row];
  };
  whenIdle(documents.rows, wordsOf);
  const show = (): void => {
    const terms = termsOf(store.state().words);
    const { from, to } = store.state();
    shown = heads.filter((row) => {
      const day = documents.published[row] ?? absent;
      if (from !== null && (day === absent || day < from)) return false;
      if (to !== null && (day === absent || day > to)) return false;
      return terms.every((term) => wordsOf(row).includes(term));
    });
    heading.replaceChildren(
      `${shown.length === heads.length ? "" : `${grouped(shown.length)} of `}${count(heads.length, "page")}, near copies folded`,
    );
    list.show(shown.length);
  };
  whenShown(session, "coverage", show, list.refresh);
  return element(
    "section",
    { class: "view scroller coverage", "aria-label": "Coverage" },
    element("h2", { class: "list-heading" }, "Coverage"),
    limits(session),
    publishedChart(dataset),
    element("div", { class: "tables" }, publishers(session), bases(session)),
    diagnosticsSection(session),
    element("section", { class: "coverage-part" }, heading, list.node),
  );
};

const publishers = ({ dataset: { documents } }: Session): HTMLElement =>
  barTable(
    "By publisher",
    "Publisher",
    tally(Array.from(documents.published, (_, row) => documents.publisher.at(row) ?? "not known")),
  );

const bases = ({ dataset: { documents } }: Session): HTMLElement =>
  barTable(
    "Where the day of publication comes from",
    "Basis",
    tally(
      Array.from(documents.published, (_, row) => basisWords[documents.published_basis.at(row) ?? ""] ?? ""),
    ),
  );

/** What the page cannot show and a reader must not conclude. */
const limits = ({ dataset, index }: Session): HTMLElement => {
  const { manifest, documents, events } = dataset;
  const copies = documents.duplicate_of.filter((row) => row !== absent).length;
  const undated = index.dated.filter((dated) => dated === 0).length;
  return element(
    "section",
    { class: "coverage-part limits" },
    element("h3", {}, "Limits"),
    element(
      "ul",
      {},
      ...manifest.leftOut.map(({ what, left, of, why }) =>
        element(
          "li",
          { class: "left-out" },
          `Left out of this page: ${grouped(left)} of ${grouped(of)} ${what}: ${why}. They are in the dataset.`,
        ),
      ),
      manifest.text === "none"
        ? element("li", {}, "The texts are left out; rows give the characters they stand at.")
        : null,
      element(
        "li",
        {},
        `${grouped(undated)} of ${count(events.rows, "event")} have no day: the pages state none. The day of publication is never taken for it.`,
      ),
      copies > 0
        ? element(
            "li",
            {},
            `${count(copies, "page is a near copy", "pages are near copies")} of another and ${copies === 1 ? "counts" : "count"} with it as one independent report.`,
          )
        : null,
      element(
        "li",
        {},
        "Events and quotes were found by rules, which miss some and misread some. Read the sentence before relying on a row.",
      ),
      element("li", {}, "That no page denies an event says nothing beyond these pages."),
    ),
  );
};
