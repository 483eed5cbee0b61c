import { button, element } from "../parts/element.js";
import type { Session } from "../state/session.js";
import { whenShown } from "../state/when-shown.js";
import { countPairs, countriesOf, entitiesOf, type Pair, rankParties } from "./count-pairs.js";
import { pairMatrix } from "./matrix.js";
import { pairNetwork } from "./network.js";

/** How many parties are shown: more names cannot be read. */
const inMatrix = 14;
const inNetwork = 24;

/** Who with whom: countries, or people and organisations, as a matrix and as a network. */
export const createRelationsView = (session: Session): HTMLElement => {
  const content = element("div", { class: "relations" });
  let by: "countries" | "people" = "countries";
  const chooseBy = (which: "countries" | "people", label: string): HTMLButtonElement =>
    button(label, { class: "segment", "aria-pressed": String(which === by) }, () => {
      by = which;
      for (const one of choices)
        one.setAttribute("aria-pressed", String(one === choices[which === "countries" ? 0 : 1]));
      show();
    });
  const choices = [chooseBy("countries", "Countries"), chooseBy("people", "People and organisations")];

  const show = (): void => {
    content.replaceChildren(...(by === "countries" ? countryNodes(session) : entityNodes(session)));
  };
  whenShown(session, "relations", show);
  return element(
    "section",
    { class: "view scroller", "aria-label": "Who with whom" },
    element(
      "div",
      { class: "list-heading-line" },
      element("h2", { class: "list-heading" }, "Who with whom"),
      element("div", { class: "segments", role: "group", "aria-label": "Between" }, ...choices),
    ),
    content,
  );
};

const countryNodes = (session: Session): readonly Element[] => {
  const { index, selected, store } = session;
  const pairs = countPairs(selected().events, index, countriesOf(index));
  const toEvents = (countries: readonly string[]): void => store.change({ countries, view: "events" });
  return nodes(
    pairs,
    (code) => code,
    ({ from, to }) => toEvents([from, to]),
    (code) => toEvents([code]),
  );
};

const entityNodes = (session: Session): readonly Element[] => {
  const { dataset, index, selected, store } = session;
  const pairs = countPairs(selected().events, index, entitiesOf(dataset));
  const toEvents = (who: readonly number[]): void => store.change({ who, view: "events" });
  return nodes(
    pairs,
    (row) => dataset.entities.name.at(row) ?? "",
    ({ from, to }) => toEvents([from, to]),
    (row) => toEvents([row]),
  );
};

const nodes = <Party extends string | number>(
  pairs: readonly Pair<Party>[],
  name: (party: Party) => string,
  choosePair: (pair: Pair<Party>) => void,
  choose: (party: Party) => void,
): readonly Element[] => {
  if (pairs.length === 0)
    return [element("p", { class: "nothing" }, "No event that passes these filters has two parties.")];
  const parties = rankParties(pairs);
  const all = parties.length;
  return [
    pairMatrix(pairs, parties.slice(0, inMatrix), name, choosePair),
    pairNetwork(pairs, parties.slice(0, inNetwork), name, choose),
    ...(all > inMatrix
      ? [
          element(
            "p",
            { class: "note" },
            `The ${Math.min(inMatrix, all)} of ${all} with the most events are in the matrix, ${Math.min(inNetwork, all)} in the network. Filter to see others.`,
          ),
        ]
      : []),
  ];
};
