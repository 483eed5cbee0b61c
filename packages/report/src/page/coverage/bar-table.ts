import { element } from "../parts/element.js";
import { grouped } from "../words/count.js";

/** Counts as a table with a bar beside each number. */
export const barTable = (
  caption: string,
  head: string,
  rows: readonly (readonly [label: string, count: number])[],
): HTMLElement => {
  const most = Math.max(1, ...rows.map(([, count]) => count));
  return element(
    "table",
    { class: "bars" },
    element("caption", {}, caption),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        element("th", { scope: "col" }, head),
        element("th", { scope: "col", class: "number" }, "Pages"),
        element("td", {}),
      ),
    ),
    element(
      "tbody",
      {},
      ...rows.map(([label, count]) => {
        const bar = element("span", { class: "bar" });
        bar.style.width = `${(100 * count) / most}%`;
        return element(
          "tr",
          {},
          element("th", { scope: "row" }, label),
          element("td", { class: "number" }, grouped(count)),
          element("td", { class: "bar-cell", "aria-hidden": "true" }, bar),
        );
      }),
    ),
  );
};
