import type { Dataset } from "./dataset.js";
import type { Report } from "./report.js";

/** `duplicates:pairs`: pairs of pages that are near-copies of one another, over all pages of the dataset. */
export const scoreDuplicates = (
  clusters: readonly (readonly string[])[],
  dataset: Dataset,
  report: Report,
): void => {
  const pages = [...dataset.pages];
  const wanted = new Map(clusters.flatMap((pages, at) => pages.map((page): [string, number] => [page, at])));
  const headOf = (page: (typeof pages)[number]): string =>
    page[1].document.duplicate_of ?? page[1].document.doc_id;
  pages.forEach((a, at) => {
    for (const b of pages.slice(at + 1)) {
      const same = wanted.has(a[0]) && wanted.get(a[0]) === wanted.get(b[0]);
      const got = headOf(a) === headOf(b);
      if (!same && !got) continue;
      report.add("duplicates:pairs", same && got ? 1 : 0, got && !same ? 1 : 0, same && !got ? 1 : 0);
      if (same !== got) report.miss(a[0], "duplicates", `${same ? "is" : "is not"} a near-copy of ${b[0]}`);
    }
  });
};
