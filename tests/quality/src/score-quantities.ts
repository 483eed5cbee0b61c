import type { DocumentTables } from "./dataset.js";
import type { GoldDocument } from "./gold-document.js";
import type { Report } from "./report.js";
import { overlapsAny, spanOf } from "./spans.js";

/**
 * `quantities:value`: the value, found anywhere on the figure. `quantities:bound`: the bound that the words set
 * ("at least"), `quantities:unit`: unit or currency, each of those found. Gold names the figures that matter, not
 * every number of a page, so that there is no precision.
 */
export const scoreQuantities = (gold: GoldDocument, tables: DocumentTables, report: Report): void => {
  for (const quantity of gold.quantities) {
    const near = tables.quantities.filter((row) => overlapsAny(quantity.spans, spanOf(row)));
    const row = near.find((one) => [one.value, one.low, one.high].includes(quantity.value));
    if (!quantity.optional) report.addFound("quantities:value", row !== undefined);
    if (!row) {
      report.miss(
        gold.page.page,
        "quantities",
        `"${quantity.text[0]}" is ${quantity.value}; got ${near.map((one) => `"${one.text}" ${one.value}`).join(", ") || "nothing"}`,
      );
      continue;
    }
    if (quantity.mod) {
      const right = row.mod === quantity.mod;
      report.addFound("quantities:bound", right);
      if (!right)
        report.miss(gold.page.page, "quantities", `"${quantity.text[0]}" is ${quantity.mod}; got ${row.mod}`);
    }
    const unit = quantity.currency ? [quantity.currency] : quantity.unit;
    if (unit) {
      const got = quantity.currency ? row.currency : row.unit;
      const right = got !== null && unit.includes(got);
      report.addFound("quantities:unit", right);
      if (!right)
        report.miss(gold.page.page, "quantities", `"${quantity.text[0]}" is in ${unit[0]}; got ${got}`);
    }
  }
};
