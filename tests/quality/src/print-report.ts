import type { Report } from "./report.js";
import type { Dating } from "./score-times.js";

/** The figures of both builds as a table for people. */
export const printFigures = (reports: ReadonlyMap<Dating, Report>): string => {
  const lines = [
    `${"figure".padEnd(26)}${"P".padStart(8)}${"R".padStart(8)}${"score".padStart(8)}${"found".padStart(8)}${"wanted".padStart(8)}`,
  ];
  for (const [dating, report] of reports) {
    for (const [task, figure] of report.figures) {
      const numbers = [figure.precision, figure.recall, figure.score]
        .map((share) => share.toFixed(3).padStart(8))
        .join("");
      lines.push(
        `${`${dating} ${task}`.padEnd(26)}${numbers}${`${figure.found}`.padStart(8)}${`${figure.wanted}`.padStart(8)}`,
      );
    }
  }
  return lines.join("\n");
};

/** Every miss of one build, page by page. */
export const printMisses = (report: Report): string =>
  [...new Set(report.misses.map((miss) => miss.page))]
    .flatMap((page) => [
      "",
      page,
      ...report.misses.filter((miss) => miss.page === page).map((miss) => `  ${miss.task}: ${miss.message}`),
    ])
    .join("\n");
