import { gatherOverview } from "./bundle/gather-overview.js";
import { gatherPages } from "./bundle/gather-pages.js";
import type { Manifest } from "./bundle/manifest.js";
import { numbered, type Selection, selectRows } from "./bundle/selection.js";
import { toBundle } from "./bundle/to-bundle.js";
import type { DatasetRows } from "./dataset-rows.js";
import { fillPage } from "./fill-page.js";
import { defaultLimits, type Limits } from "./limits.js";

export type ReportOptions = Readonly<{
  /** Heading of the page. */
  title: string;
  description?: string | null;
  /** `none` leaves out every word of the pages and keeps what was read from them. Default `full`. */
  text?: "full" | "none";
  limits?: Partial<Limits>;
}>;

/**
 * The offline page of a dataset, as HTML: self-contained, with the data inside. Equal rows give an equal page. Offsets of the rows are
 * code points, as in every exported table. Throws where the page was not built (`npm run build`), and where a table cannot
 * be read.
 */
export const renderReport = (
  rows: DatasetRows,
  { title, description = null, text = "full", limits: given = {} }: ReportOptions,
): string => {
  const limits = { ...defaultLimits, ...given };
  const selection = selectRows(rows, text, limits);
  const mentions = numbered(keptMentions(rows, selection));
  const overview = gatherOverview(rows, selection, mentions, { text, limits });
  const manifest: Manifest = {
    title,
    description,
    text,
    rows: Object.fromEntries(counted.map((table) => [table, count(rows(table))])),
    leftOut: [...selection.leftOut, ...overview.leftOut],
  };
  return fillPage(manifest, toBundle({ ...overview.tables, ...gatherPages(rows, selection, mentions) }));
};

const counted = ["documents", "events", "event_mentions", "quotes", "entities", "dyads"] as const;

function* keptMentions(rows: DatasetRows, { events, documents }: Selection): Generator<string> {
  for (const { event_id, event_mention_id, doc_id } of rows("event_mentions"))
    if (events.has(event_id) && documents.has(doc_id)) yield event_mention_id;
}

const count = (rows: Iterable<unknown>): number => {
  let n = 0;
  for (const _ of rows) n += 1;
  return n;
};
