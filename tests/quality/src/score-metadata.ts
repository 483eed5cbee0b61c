import type { DocumentTables } from "./dataset.js";
import type { GoldDocument } from "./gold-document.js";
import type { Report } from "./report.js";
import { foldName } from "./spans.js";

/**
 * Title, authors, publisher, dateline (precision: what is given is right; recall: what the page has is given) and the
 * publication date. `published:day` counts days given without help; a day on a page that states none may be inferred, if it
 * is right. `published:interval` is right when the interval is bounded on a side and holds the true day.
 */
export const scoreMetadata = (gold: GoldDocument, tables: DocumentTables, report: Report): void => {
  const { page } = gold;
  const { document } = tables;
  const compare = (
    task: string,
    wanted: readonly string[],
    got: string | null,
    isRight: (want: string, got: string) => boolean,
  ): void => {
    const right = got !== null && wanted.some((one) => isRight(foldName(one), foldName(got)));
    report.add(task, right ? 1 : 0, got !== null && !right ? 1 : 0, wanted.length > 0 && !right ? 1 : 0);
    if (!right && (got !== null || wanted.length > 0))
      report.miss(page.page, task, `${wanted.join(" or ") || "none"}; got ${got}`);
  };
  const same = (want: string, got: string): boolean => want === got;
  compare("metadata:title", [page.title], document.title, same);
  compare("metadata:publisher", page.publisher ?? [], document.publisher, same);
  compare("metadata:dateline", page.dateline ?? [], document.dateline, (want, got) => got.startsWith(want));

  const wanted = new Set(page.authors.map(foldName));
  const got = new Set(document.authors.map(foldName));
  const right = [...got].filter((name) => wanted.has(name)).length;
  // An agency or a desk in the byline may be listed too: only people are in gold.
  const wrong = wanted.size === 0 ? 0 : Math.max(0, got.size - right - 1);
  report.add("metadata:authors", right, wrong, wanted.size - right);
  if (right < wanted.size)
    report.miss(
      page.page,
      "metadata:authors",
      `${page.authors.join(", ")}; got ${document.authors.join(", ")}`,
    );

  const day = document.published;
  const dayRight = day !== null && page.published.includes(day);
  report.add(
    "published:day",
    dayRight ? 1 : 0,
    day !== null && !dayRight ? 1 : 0,
    page.shown && !dayRight ? 1 : 0,
  );
  const earliest = document.published_earliest;
  const latest = document.published_latest;
  const bounded = earliest !== null || latest !== null;
  const holds = page.published.some((one) => (earliest ?? one) <= one && one <= (latest ?? one));
  report.add("published:interval", bounded && holds ? 1 : 0, holds ? 0 : 1, bounded && holds ? 0 : 1);
  if (!holds || (page.shown && !dayRight)) {
    report.miss(
      page.page,
      "published",
      `${page.published.join(" or ")}; got ${day} in ${earliest}..${latest} (${document.published_basis})`,
    );
  }
};
