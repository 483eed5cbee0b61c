import { button, element } from "../parts/element.js";
import { count } from "../words/count.js";
import { mainFamily, type Pair } from "./count-pairs.js";

/**
 * Pairs as a table: who does it in the rows, to whom in the columns; what has no direction stands above the diagonal only once.
 * A cell is a button with its number, the darker the more events.
 */
export const pairMatrix = <Party extends string | number>(
  pairs: readonly Pair<Party>[],
  parties: readonly Party[],
  name: (party: Party) => string,
  choose: (pair: Pair<Party>) => void,
): HTMLElement => {
  const shown = new Set(parties);
  const byCell = new Map(
    pairs
      .filter(({ from, to }) => shown.has(from) && shown.has(to))
      .map((pair) => [`${pair.from} ${pair.to}`, pair]),
  );
  const most = Math.max(1, ...[...byCell.values()].map(({ events }) => events));
  const cell = (from: Party, to: Party): HTMLElement => {
    const pair = byCell.get(`${from} ${to}`);
    if (pair === undefined) return element("td", { class: from === to ? "self" : null });
    const made = button(
      String(pair.events),
      {
        "aria-label": `${name(from)} and ${name(to)}: ${count(pair.events, "event")}`,
        "data-family": mainFamily(pair.byFamily),
      },
      () => choose(pair),
    );
    made.style.setProperty("--share", String(Math.round(12 + 68 * Math.sqrt(pair.events / most))));
    return element("td", {}, made);
  };
  return element(
    "div",
    { class: "matrix-frame", tabindex: 0, role: "region", "aria-label": "Matrix of pairs" },
    element(
      "table",
      { class: "matrix" },
      element(
        "caption",
        {},
        "Rows act, columns are acted on; meetings and talks stand once. The colour is the commonest kind.",
      ),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          element("td", {}),
          ...parties.map((party) => element("th", { scope: "col" }, element("span", {}, name(party)))),
        ),
      ),
      element(
        "tbody",
        {},
        ...parties.map((from) =>
          element(
            "tr",
            {},
            element("th", { scope: "row" }, name(from)),
            ...parties.map((to) => cell(from, to)),
          ),
        ),
      ),
    ),
  );
};
