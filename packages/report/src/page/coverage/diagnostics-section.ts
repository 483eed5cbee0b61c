import { absent } from "../../bundle/bundle-tables.js";
import { element } from "../parts/element.js";
import { toLink } from "../state/link.js";
import type { Session } from "../state/session.js";
import { count } from "../words/count.js";
import { tally } from "./tally.js";

/** Of one code so many are listed. */
const most = 100;

/** What was dropped, doubted or used, by code; each opens to its pages. */
export const diagnosticsSection = (session: Session): HTMLElement => {
  const { diagnostics } = session.dataset;
  const rows = Array.from({ length: diagnostics.rows }, (_, row) => row);
  const codes = tally(rows.map((row) => diagnostics.code.at(row) ?? ""));
  return element(
    "section",
    { class: "coverage-part" },
    element("h3", {}, "What was dropped, doubted or used"),
    codes.length === 0 ? element("p", { class: "note" }, "Nothing.") : null,
    ...codes.map(([code, n]) => {
      const own = rows.filter((row) => diagnostics.code.at(row) === code);
      const severity = diagnostics.severity.at(own[0] ?? 0) ?? "info";
      return element(
        "details",
        { class: `diagnostic ${severity}` },
        element(
          "summary",
          {},
          element("span", { class: "severity" }, severity),
          element("code", {}, code),
          element("span", { class: "lane-count" }, String(n)),
        ),
        element("ul", {}, ...own.slice(0, most).map((row) => diagnosticItem(session, row))),
        n > most ? element("p", { class: "note" }, `and ${count(n - most, "more", "more")}`) : null,
      );
    }),
  );
};

const diagnosticItem = ({ dataset, store }: Session, row: number): HTMLElement => {
  const { diagnostics } = dataset;
  const document = diagnostics.document[row] ?? absent;
  const source = diagnostics.source.at(row) ?? "";
  return element(
    "li",
    {},
    document === absent
      ? source
      : element(
          "a",
          {
            href: toLink(dataset, {
              ...store.state(),
              opened: { kind: "document", document, start: 0, end: 0 },
            }),
          },
          source,
        ),
    `: ${diagnostics.message.at(row) ?? ""}`,
  );
};
