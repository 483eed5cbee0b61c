import { element } from "../parts/element.js";
import type { Session } from "../state/session.js";
import { count } from "../words/count.js";
import { families, familyNames } from "../words/families.js";

/** What stands in the reader before anything is opened: what this page is, and how to read its signs. */
export const welcome = ({ dataset }: Session): HTMLElement => {
  const { rows, description } = dataset.manifest;
  return element(
    "div",
    { class: "welcome" },
    element("h2", {}, "Every row leads to its words"),
    description === null ? null : element("p", { class: "lede" }, description),
    element(
      "p",
      {},
      `${count(rows.events ?? 0, "event")} and ${count(rows.quotes ?? 0, "quote")} were read by rules from ${count(rows.documents ?? 0, "page")}. Choose an event or a quote: the page that reports it opens here, at the sentence that says it, with the rule and the grounds of each value.`,
    ),
    element("h3", {}, "How to read the timeline"),
    element(
      "ul",
      { class: "legend" },
      ...familyNames.map((family) =>
        element(
          "li",
          { "data-family": family },
          element("span", { class: "dot", "aria-hidden": "true" }),
          families[family].label,
        ),
      ),
    ),
    element(
      "ul",
      { class: "legend signs" },
      sign("actual", "reported as having happened; the larger, the more independent sources"),
      sign("planned", "planned; with a broken line: hypothetical"),
      sign("negated", "said not to have happened: struck through"),
      sign("disputed", "disputed or denied: half filled"),
      sign("interval", "some time in these days"),
      sign("undated", "no day stated: a tick on the day it was reported"),
    ),
  );
};

const sign = (kind: string, text: string): HTMLElement =>
  element("li", {}, element("span", { class: `sign ${kind}`, "aria-hidden": "true" }), text);
