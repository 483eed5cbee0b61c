import { absent } from "../../bundle/bundle-tables.js";
import { element } from "../parts/element.js";
import type { Session } from "../state/session.js";
import { intervalText } from "../words/dates.js";

/** What different sources have: a value, and those who have it. */
type Version = Readonly<{ value: string; sources: ReadonlySet<string> }>;

/** Days and figures on which the reports of an event differ, next to each other; null where they do not. */
export const disagreements = (session: Session, reports: readonly number[]): HTMLElement | null => {
  const rows = [["Day", dayVersions(session, reports)] as const, ...figureVersions(session, reports)].filter(
    ([, versions]) => versions.length > 1,
  );
  if (rows.length === 0) return null;
  return element(
    "section",
    { class: "disagreements", "aria-label": "Where the sources differ" },
    element("h3", {}, "Where the sources differ"),
    element(
      "dl",
      {},
      ...rows.flatMap(([label, versions]) => [
        element("dt", {}, label),
        ...versions.map(({ value, sources }) =>
          element(
            "dd",
            {},
            element("strong", {}, value),
            element("span", { class: "source" }, [...sources].join(", ")),
          ),
        ),
      ]),
    ),
  );
};

const dayVersions = ({ dataset }: Session, reports: readonly number[]): readonly Version[] =>
  versionsOf(
    reports.flatMap((report) => {
      const { earliest, latest } = dataset.event_mentions;
      const day = intervalText(earliest[report] ?? absent, latest[report] ?? absent);
      return day === null ? [] : [[day, sourceOf(dataset, report)] as const];
    }),
  );

/** By what is counted: only figures of the same thing can differ. */
const figureVersions = (
  { dataset }: Session,
  reports: readonly number[],
): readonly (readonly [string, readonly Version[]])[] => {
  const { quantities, quantitiesOfMention } = dataset;
  const byThing = new Map<string, (readonly [string, string])[]>();
  for (const report of reports) {
    for (const row of quantitiesOfMention.of(report)) {
      const thing = quantities.counted.at(row) ?? quantities.unit.at(row) ?? "Figure";
      const said = byThing.get(thing) ?? [];
      byThing.set(thing, said);
      said.push([quantities.figure.at(row) ?? "", sourceOf(dataset, report)]);
    }
  }
  return [...byThing].map(([thing, said]) => [thing, versionsOf(said)]);
};

const versionsOf = (said: readonly (readonly [string, string])[]): readonly Version[] => {
  const versions = new Map<string, Set<string>>();
  for (const [value, source] of said) versions.set(value, (versions.get(value) ?? new Set()).add(source));
  return [...versions].map(([value, sources]) => ({ value, sources }));
};

const sourceOf = ({ documents, event_mentions }: Session["dataset"], report: number): string => {
  const document = event_mentions.document[report] ?? 0;
  return documents.publisher.at(document) ?? documents.source.at(document) ?? "";
};
