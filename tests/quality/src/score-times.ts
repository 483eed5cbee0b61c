import type { DocumentTables } from "./dataset.js";
import type { GoldDocument, Placed } from "./gold-document.js";
import type { GoldTime } from "./gold-page.js";
import type { Report } from "./report.js";
import { isSameAsAny, overlapsAny, spanOf } from "./spans.js";

/** Whether the page was built with its date handed in, or had to find it. */
export type Dating = "given" | "alone";

/**
 * `times:span` wants the exact span, `times:value` the type and value as well. Without the page's date a value may be the
 * underspecified one of gold or the full one. What overlaps an optional time counts neither way.
 */
export const scoreTimes = (
  gold: GoldDocument,
  tables: DocumentTables,
  dating: Dating,
  report: Report,
): void => {
  const rows = tables.times.filter((row) => gold.isScored(spanOf(row)));
  const used = new Set<number>();
  for (const time of gold.times) {
    const row = rows.find((one) => !used.has(one.time) && isSameAsAny(time.spans, spanOf(one)));
    const values = valuesOf(time, dating);
    if (row) used.add(row.time);
    if (time.optional) continue;
    report.add("times:span", row ? 1 : 0, 0, row ? 0 : 1);
    if (!values) continue;
    const right = row !== undefined && time.type.includes(row.type) && values.includes(row.value);
    report.add("times:value", right ? 1 : 0, row && !right ? 1 : 0, right ? 0 : 1);
    if (!right) {
      const got = rows
        .filter((one) => overlapsAny(time.spans, spanOf(one)))
        .map((one) => `"${one.text}" ${one.type} ${one.value}`);
      report.miss(
        gold.page.page,
        "times",
        `"${time.text[0]}" is ${time.type.join(" or ")} ${values.join(" or ")}; got ${got.join(", ") || "nothing"}`,
      );
    }
  }
  for (const row of rows) {
    if (used.has(row.time)) continue;
    if (gold.times.some((time) => time.optional && overlapsAny(time.spans, spanOf(row)))) continue;
    report.add("times:span", 0, 1, 0);
    report.add("times:value", 0, 1, 0);
    if (!gold.times.some((time) => overlapsAny(time.spans, spanOf(row)))) {
      report.miss(
        gold.page.page,
        "times",
        `not in gold: "${row.text}" ${row.type} ${row.value} (${row.rule})`,
      );
    }
  }
};

/** The values that count as right; null = the value is not scored. */
const valuesOf = (time: Placed<GoldTime>, dating: Dating): readonly string[] | null => {
  if (time.value === null) return null;
  if (dating === "given" || time.without === undefined) return time.value;
  return time.without === null ? null : [...time.value, ...time.without];
};
