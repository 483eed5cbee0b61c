import { absent } from "../../bundle/bundle-tables.js";
import type { Dataset } from "../data/dataset.js";
import { intervalText } from "../words/dates.js";
import { eventKind, isStatus, statusWords } from "../words/event-kinds.js";
import { type Family, familyOf } from "../words/families.js";
import type { Marked } from "./segments.js";

export const layers = { event: "Events", time: "Times", name: "Names", quote: "Quotes", figure: "Figures" };
export type Layer = keyof typeof layers;

/** A line of what is known of an annotation: "counted from", "the day of publication". */
export type Fact = readonly [label: string, value: string];

/** Something found in a page, with what it means, and the rule and the grounds it rests on. */
export type Annotation = Marked &
  Readonly<{
    layer: Layer;
    title: string;
    facts: () => readonly Fact[];
    /** For events: the row of its report, and its family. */
    report: number | null;
    family: Family | null;
  }>;

export const annotationsOf = (dataset: Dataset, document: number): readonly Annotation[] => [
  ...[...dataset.mentionsOfDocument.of(document)].map((row) => eventAnnotation(dataset, row)),
  ...[...dataset.timesOf.of(document)].map((row) => timeAnnotation(dataset, document, row)),
  ...[...dataset.namesOf.of(document)].map((row) => nameAnnotation(dataset, row)),
  ...[...dataset.quotesOf.of(document)].map((row) => quoteAnnotation(dataset, row)),
  ...[...dataset.quantitiesOf.of(document)].map((row) => figureAnnotation(dataset, row)),
];

const plain = { report: null, family: null };

const eventAnnotation = (
  { event_mentions: rows, participants, participantsOf }: Dataset,
  row: number,
): Annotation => ({
  layer: "event",
  start: rows.start[row] ?? 0,
  end: rows.end[row] ?? 0,
  title: eventKind(rows.type.at(row), rows.mode.at(row)),
  report: row,
  family: familyOf(rows.type.at(row)),
  facts: () => {
    const status = rows.status.at(row);
    const names = (role: string): string =>
      [...participantsOf.of(row)]
        .filter((one) => participants.role.at(one) === role)
        .map(
          (one) =>
            `${participants.name.at(one) ?? "?"}${participants.implied[one] === 1 ? " (implied)" : ""}`,
        )
        .join(", ");
    return facts(
      ["actor", names("actor")],
      ["recipient", names("recipient")],
      ["status", isStatus(status) ? statusWords[status] : null],
      ["when", intervalText(rows.earliest[row] ?? absent, rows.latest[row] ?? absent)],
      ["date rests on", dateBasisWords[rows.date_basis.at(row) ?? ""] ?? null],
      ["where", placeText(rows, row)],
      ["rule", rows.rule.at(row)],
    );
  },
});

/** What the days of an event rest on. */
export const dateBasisWords: Readonly<Record<string, string>> = {
  explicit: "a date in the text",
  relative: "a time in the text, counted from another",
  document: "other dates on the page",
  none: "nothing: the page states no day",
};

const placeText = (rows: Dataset["event_mentions"], row: number): string | null => {
  const place = rows.place.at(row);
  return place === null
    ? null
    : `${place} (${[rows.place_precision.at(row), placeBasisWords[rows.place_basis.at(row) ?? ""]].filter(Boolean).join(", ")})`;
};

const placeBasisWords: Readonly<Record<string, string>> = {
  argument: "said of the event",
  sentence: "from the sentence",
  dateline: "from the dateline",
};

const timeAnnotation = ({ times, timesOf }: Dataset, document: number, row: number): Annotation => ({
  ...plain,
  layer: "time",
  start: times.start[row] ?? 0,
  end: times.end[row] ?? 0,
  title: times.value.at(row) ?? "",
  facts: () => {
    const anchor = [...timesOf.of(document)].find((other) => times.time[other] === times.anchor_time[row]);
    return facts(
      ["days", intervalText(times.earliest[row] ?? absent, times.latest[row] ?? absent)],
      [
        "counted from",
        times.anchor.at(row) === "published"
          ? "the day of publication"
          : anchor === undefined
            ? null
            : `${times.value.at(anchor)}, another time on the page`,
      ],
      ["basis", times.basis.at(row)],
      ["kind", times.type.at(row)?.toLowerCase() ?? null],
      ["rule", times.rule.at(row)],
    );
  },
});

const nameAnnotation = ({ entities, mentions }: Dataset, row: number): Annotation => {
  const entity = mentions.entity[row] ?? absent;
  return {
    ...plain,
    layer: "name",
    start: mentions.start[row] ?? 0,
    end: mentions.end[row] ?? 0,
    title: (entity === absent ? null : entities.name.at(entity)) ?? "Not known who or what",
    facts: () =>
      facts(
        ["id", entity === absent ? null : entities.entity_id.at(entity)],
        ["title", mentions.role_title.at(row)],
        ["kind", `${mentions.type.at(row)}, ${mentions.form.at(row)}`],
        ["country", entity === absent ? null : entities.country.at(entity)],
        ["known from", linkBasisWords[mentions.basis.at(row) ?? ""] ?? null],
        ["likely right", `${mentions.percent[row]} %`],
      ),
  };
};

const linkBasisWords: Readonly<Record<string, string>> = {
  knowledge: "the files of facts",
  document: "this page",
  corpus: "the other pages",
};

const quoteAnnotation = ({ quotes }: Dataset, row: number): Annotation => ({
  ...plain,
  layer: "quote",
  start: quotes.start[row] ?? 0,
  end: quotes.end[row] ?? 0,
  title: quotes.speaker_name.at(row) ?? quotes.speaker.at(row) ?? "Speaker not known",
  facts: () =>
    facts(
      ["quoted", quoteKindWords[quotes.kind.at(row) ?? ""] ?? null],
      ["as written", quotes.speaker.at(row)],
      ["word of saying", quotes.cue.at(row)],
      ["rule", quotes.rule.at(row)],
    ),
});

export const quoteKindWords: Readonly<Record<string, string>> = {
  direct: "word for word",
  mixed: "partly word for word",
  indirect: "in other words",
};

const figureAnnotation = ({ quantities }: Dataset, row: number): Annotation => ({
  ...plain,
  layer: "figure",
  start: quantities.start[row] ?? 0,
  end: quantities.end[row] ?? 0,
  title: [quantities.figure.at(row), quantities.unit.at(row)].filter(Boolean).join(" "),
  facts: () => facts(["counted", quantities.counted.at(row)], ["rule", quantities.rule.at(row)]),
});

const facts = (...all: readonly (readonly [string, string | null])[]): readonly Fact[] =>
  all.flatMap(([label, value]) => (value === null || value === "" ? [] : [[label, value] as const]));
