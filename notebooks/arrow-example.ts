/**
 * A dataset in TypeScript with Apache Arrow: contacts by pair of countries, and one event's own words. The same lines run
 * in an Observable notebook, where `FileAttachment("events.arrow").arrow()` takes the place of `load`.
 *
 *     npx tsx notebooks/arrow-example.ts [DATASET_DIR]
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Table, tableFromIPC } from "apache-arrow";

const dataset =
  process.argv[2] ?? fileURLToPath(new URL("../datasets/syria-diplomacy/dist", import.meta.url));

const load = (name: string): Table => tableFromIPC(readFileSync(join(dataset, "arrow", `${name}.arrow`)));

const [documents, reports, participants] = ["documents", "event_mentions", "participants"].map(load);
if (documents === undefined || reports === undefined || participants === undefined)
  throw new Error("no tables");

/** A column as an array; enums come out as their words, days as milliseconds since 1970. */
const column = (table: Table, name: string): readonly unknown[] => [...(table.getChild(name) ?? [])];

// What a column means stands in the file.
for (const { name, metadata } of reports.schema.fields.slice(0, 3))
  console.log(`${name}: ${metadata.get("description")}`);

// Countries of the actors of each consultation that took place.
const [types, statuses] = [column(reports, "type"), column(reports, "status")];
const contacts = new Set(
  column(reports, "event_mention_id").filter((_, i) => types[i] === "CONSULT" && statuses[i] === "actual"),
);
const countries = new Map<unknown, Set<string>>();
const reported = column(participants, "event_mention_id");
column(participants, "country").forEach((country, i) => {
  if (typeof country !== "string" || !contacts.has(reported[i])) return;
  countries.set(reported[i], (countries.get(reported[i]) ?? new Set()).add(country));
});
const pairs = new Map<string, number>();
for (const set of countries.values()) {
  const sorted = [...set].sort();
  sorted.forEach((one, i) => {
    for (const other of sorted.slice(i + 1))
      pairs.set(`${one}–${other}`, (pairs.get(`${one}–${other}`) ?? 0) + 1);
  });
}
console.log("\nReported contacts by pair of countries");
for (const [pair, count] of [...pairs].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 8)) {
  console.log(`${pair.padEnd(10)}${count}`);
}

// Offsets count code points; JavaScript's own strings count UTF-16 units, so a text is spread before it is cut.
const texts = new Map(column(documents, "doc_id").map((id, i) => [id, column(documents, "text")[i]]));
const text = texts.get(column(reports, "doc_id")[0]);
const [start, end] = [column(reports, "evidence_start")[0], column(reports, "evidence_end")[0]];
if (typeof text === "string" && typeof start === "number" && typeof end === "number") {
  console.log(`\n${Array.from(text).slice(start, end).join("")}`);
}
