import { blockKeys, sortDay } from "./events/cluster-reports.js";
import {
  type Comparand,
  comparandOf,
  type EventReport,
  type ReportedMention,
  type ReportingDocument,
  type Telling,
  tellingOf,
} from "./events/event-report.js";

/**
 * A document's event reports, a line each: `blocks | tab | order | tab | comparand, JSON | tab | telling, JSON`. The worker that made
 * the rows writes them; what is compared is read as often as there are blocks, what is told once.
 */
export const reportLines = (
  document: Pick<ReportingDocument, "publishedEarliest" | "publishedLatest">,
  reported: readonly ReportedMention[],
): string =>
  reported
    .map((one) => {
      const comparand = comparandOf(document, one);
      const blocks = blockKeys(comparand).join(" ");
      return `${blocks}\t${blockOrder(comparand)}\t${JSON.stringify(comparand)}\t${JSON.stringify(tellingOf(one))}\n`;
    })
    .join("");

/** Orders texts of reports as `compareReports` orders reports: by day in a fixed width, then by id. */
const blockOrder = (comparand: Comparand): string =>
  `${String(sortDay(comparand) + dayShift).padStart(17, "0")} ${comparand.id}`;

/** Makes days before 1970 positive numbers. */
const dayShift = 1_000_000_000;

/** What stands in a line of {@link reportLines}, JSON unread. */
export type ReportLine = Readonly<{
  blocks: readonly string[];
  /** Order within a block. */
  order: string;
  comparand: string;
  telling: string;
}>;

export const splitReport = (line: string): ReportLine => {
  const [blocks = "", order = "", comparand = "", telling = ""] = line.split("\t");
  return { blocks: blocks === "" ? [] : blocks.split(" "), order, comparand, telling };
};

export const parseReport = (
  { comparand, telling }: Pick<ReportLine, "comparand" | "telling">,
  document: ReportingDocument,
): EventReport => ({
  ...(JSON.parse(comparand) as Comparand),
  ...(JSON.parse(telling) as Telling),
  document,
});
