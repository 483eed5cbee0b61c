import { readIsoDay } from "@readout/model";
import type { Row } from "@readout/model/rows";
import type { DatasetRows } from "../dataset-rows.js";
import type { BundleRows } from "./bundle-tables.js";
import type { KeptDocument, Selection } from "./selection.js";

type Pages = Pick<BundleRows, "texts" | "blocks" | "mentions" | "times" | "quantities">;

/** The rows of the reader: texts, and what is marked in them. Of documents without a text, times and figures alone. */
export const gatherPages = (
  rows: DatasetRows,
  { documents, entities }: Selection,
  mentions: ReadonlyMap<string, number>,
): Pages => {
  const readable = (row: Readonly<{ doc_id: string }>): KeptDocument | null => {
    const document = documents.get(row.doc_id);
    return document?.readable === true ? document : null;
  };
  return {
    texts: [...documents.values()].flatMap((document) =>
      document.readable ? { document: document.number, text: document.row.text } : [],
    ),
    blocks: [...rows("blocks")].flatMap((row) => {
      const document = readable(row);
      return document === null ? [] : { ...place(document, row), role: row.role };
    }),
    mentions: [...rows("mentions")].flatMap((row) => {
      const document = readable(row);
      if (document === null) return [];
      return {
        ...place(document, row),
        type: row.type,
        form: row.form,
        entity: row.entity_id === null ? null : (entities.get(row.entity_id) ?? null),
        role_title: row.role_title,
        basis: row.basis,
        percent: Math.round(row.score * 100),
      };
    }),
    times: [...rows("times")].flatMap((row) => {
      const document = documents.get(row.doc_id);
      if (document === undefined) return [];
      return {
        ...place(document, row),
        time: row.time,
        type: row.type,
        value: row.value,
        earliest: row.earliest === null ? null : readIsoDay(row.earliest),
        latest: row.latest === null ? null : readIsoDay(row.latest),
        anchor: row.anchor,
        anchor_time: row.anchor_time,
        basis: row.basis,
        rule: row.rule,
      };
    }),
    quantities: [...rows("quantities")].flatMap((row) => {
      const document = documents.get(row.doc_id);
      if (document === undefined) return [];
      return {
        ...place(document, row),
        event_mention: row.event_mention_id === null ? null : (mentions.get(row.event_mention_id) ?? null),
        figure: figureOf(row),
        unit: row.currency ?? row.unit,
        counted: row.counted,
        rule: row.rule,
      };
    }),
  };
};

const place = (
  { number, offsets }: KeptDocument,
  { start_char, end_char }: Readonly<{ start_char: number; end_char: number }>,
): Readonly<{ document: number; start: number; end: number }> => ({
  document: number,
  start: offsets(start_char),
  end: offsets(end_char),
});

const bounds = {
  approx: "about ",
  at_least: "at least ",
  at_most: "at most ",
  more_than: "more than ",
  less_than: "less than ",
} as const;

/** "about 14,000", "200 to 300": how exact, and the figure. */
const figureOf = ({ value, low, high, mod }: Row<"quantities">): string => {
  const figure =
    value !== null
      ? grouped(value)
      : [low, high].flatMap((bound) => (bound === null ? [] : grouped(bound))).join(" to ");
  return `${mod === null ? "" : bounds[mod]}${figure}`;
};

/** With a comma between thousands, whatever the locale of the machine. */
const grouped = (value: number): string => {
  const [whole = "", fraction] = String(value).split(".");
  const thousands = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
};
