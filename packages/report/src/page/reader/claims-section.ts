import { absent } from "../../bundle/bundle-tables.js";
import { button, element } from "../parts/element.js";
import type { Session } from "../state/session.js";
import { publishedText } from "../words/citation.js";

/** Who says that it happened beside who says that it did not; null where the reports name nobody. */
export const claimsSection = (
  session: Session,
  event: number,
  reports: readonly number[],
): HTMLElement | null => {
  const { claims, claimsOf } = session.dataset;
  const all = reports.flatMap((report, i) => [...claimsOf.of(report)].map((claim) => ({ claim, report, i })));
  if (all.length === 0) return null;
  const column = (heading: string, nobody: string, stances: readonly string[]): HTMLElement => {
    const items = all.filter(({ claim }) => stances.includes(claims.stance.at(claim) ?? ""));
    return element(
      "div",
      { class: `stance ${stances[0]}` },
      element("h3", {}, heading),
      items.length === 0
        ? element("p", { class: "nobody" }, nobody)
        : element("ul", {}, ...items.map((item) => claimItem(session, event, item))),
    );
  };
  return element(
    "section",
    { class: "claims", "aria-label": "Who says so and who denies it" },
    column("Says so", "Nobody is named", ["asserts"]),
    column("Denies or corrects it", "Nobody in these pages", ["denies", "corrects"]),
  );
};

const claimItem = (
  { dataset, store }: Session,
  event: number,
  { claim, report, i }: Readonly<{ claim: number; report: number; i: number }>,
): HTMLElement => {
  const { claims, entities, event_mentions, documents } = dataset;
  const entity = claims.entity[claim] ?? absent;
  const written = claims.text.at(claim);
  const name = entity === absent ? null : entities.name.at(entity);
  const document = event_mentions.document[report] ?? 0;
  return element(
    "li",
    {},
    button(name ?? written ?? "Not named", { class: "claimant" }, () =>
      store.change({ opened: { kind: "event", event, report: i } }),
    ),
    claims.stance.at(claim) === "corrects" ? " (corrects it)" : null,
    element(
      "span",
      { class: "source" },
      [
        written !== null && name !== null && written !== name ? `“${written}”` : null,
        `in ${documents.publisher.at(document) ?? documents.source.at(document)}`,
        publishedText(dataset, document),
      ]
        .filter((part) => part !== null)
        .join(", "),
    ),
  );
};
