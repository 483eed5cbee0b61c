import { bCubed } from "./b-cubed.js";
import type { Dataset, DocumentTables } from "./dataset.js";
import type { GoldDocument, GoldMention } from "./gold-document.js";
import type { Report } from "./report.js";
import { isSameAsAny, overlapsAny, spanOf } from "./spans.js";

type MentionRow = DocumentTables["mentions"][number];

/**
 * Names in body and captions; demonyms, nominal mentions and pronouns are left out. `mentions:span` wants the exact span,
 * `mentions:type` the type too, `mentions:qid` the right Wikidata item where gold has one. `mentions:same` is B-cubed over
 * which mentions of a page are one entity.
 */
export const scoreMentions = (
  gold: GoldDocument,
  tables: DocumentTables,
  dataset: Dataset,
  report: Report,
): void => {
  const rows = tables.mentions.filter((row) => isName(row) && gold.isScored(spanOf(row)));
  const pairs = new Map<GoldMention, MentionRow>();
  for (const mention of gold.mentions) {
    const row = rows.find((one) => isSameAsAny(mention.spans, spanOf(one)));
    if (row) pairs.set(mention, row);
    if (mention.entity.optional) continue;
    scoreOne(gold, mention, row, dataset, report);
  }
  const used = new Set(pairs.values());
  for (const row of rows) {
    if (used.has(row)) continue;
    if (gold.mentions.some((mention) => mention.entity.optional && overlapsAny(mention.spans, spanOf(row))))
      continue;
    report.add("mentions:span", 0, 1, 0);
    report.add("mentions:type", 0, 1, 0);
    report.miss(gold.page.page, "mentions", `not in gold: "${row.text}" ${row.type}`);
  }

  const clusters = [...pairs].map(([mention, row]) => ({
    gold: mention.entity.name,
    got: row.entity_id ?? `row ${row.mention}`,
  }));
  const { precision, recall } = bCubed(clusters);
  report.addShares("mentions:same", precision, clusters.length, recall, clusters.length);
};

const scoreOne = (
  gold: GoldDocument,
  mention: GoldMention,
  row: MentionRow | undefined,
  dataset: Dataset,
  report: Report,
): void => {
  const { entity } = mention;
  const typed = row !== undefined && entity.type.includes(row.type);
  report.add("mentions:span", row ? 1 : 0, 0, row ? 0 : 1);
  report.add("mentions:type", typed ? 1 : 0, row && !typed ? 1 : 0, typed ? 0 : 1);
  const got = row?.entity_id ? dataset.entities.get(row.entity_id) : undefined;
  if (entity.qid.length > 0) {
    const linked = got?.qid != null && entity.qid.includes(got.qid);
    report.add("mentions:qid", linked ? 1 : 0, got?.qid && !linked ? 1 : 0, linked ? 0 : 1);
    if (row && !linked)
      report.miss(
        gold.page.page,
        "mentions",
        `"${row.text}" is ${entity.name} ${entity.qid[0]}; got ${got?.name} ${got?.qid}`,
      );
  }
  if (!typed) {
    const found = row ? `${row.type}` : "nothing";
    report.miss(
      gold.page.page,
      "mentions",
      `${entity.name} at ${mention.spans[0]?.start} is ${entity.type.join(" or ")}; got ${found}`,
    );
  }
};

const isName = (row: MentionRow): boolean =>
  row.type !== "NORP" && (row.form === "name" || row.form === "acronym" || row.form === "metonym");
