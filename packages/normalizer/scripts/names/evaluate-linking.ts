/**
 * Scores links to Wikidata, end to end on raw text, exact spans:
 *
 *     npx tsx --conditions=@readout/source packages/normalizer/scripts/names/evaluate-linking.ts CORPUS.jsonl [--misses]
 *
 * Each line of the corpus is `{ text, labels: [{ start, end, qid }] }`. "known" counts the labels and links whose QID a fact
 * table has; "all" counts every label with a QID.
 */
import { readFileSync } from "node:fs";
import { Vocabulary } from "@readout/model";
import { loadKnowledge } from "../../src/knowledge/knowledge.js";
import { names } from "../../src/names/index.js";

type Labelled = Readonly<{
  text: string;
  labels: readonly Readonly<{ start: number; end: number; qid?: string | null }>[];
}>;

const [path, misses] = process.argv.slice(2);
if (path === undefined) throw new Error("usage: evaluate-linking.ts CORPUS.jsonl [--misses]");
const known = new Set([...loadKnowledge(new Vocabulary()).entities].flatMap((entity) => entity.qid ?? []));
const documents = readFileSync(path, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line): Labelled => JSON.parse(line));

const counts = { known: { right: 0, wrong: 0, missed: 0 }, all: { right: 0, wrong: 0, missed: 0 } };
for (const { text, labels } of documents) {
  const { entities, mentions } = names(text);
  const got = new Map<string, string>();
  for (const { start, end, form, entity } of mentions) {
    const qid = entity === null ? null : (entities[entity]?.qid ?? null);
    if (form !== "nominal" && form !== "pronoun" && qid !== null) got.set(`${start} ${end}`, qid);
  }
  const gold = new Map<string, string>();
  for (const { start, end, qid } of labels) if (qid?.startsWith("Q")) gold.set(`${start} ${end}`, qid);
  for (const scope of ["known", "all"] as const) {
    const count = counts[scope];
    const inScope = (qid: string): boolean => scope === "all" || known.has(qid);
    for (const [span, qid] of gold) {
      if (!inScope(qid)) continue;
      if (got.get(span) === qid) count.right++;
      else {
        count.missed++;
        if (misses !== undefined && scope === "known")
          report("missed", text, span, `${qid} got ${got.get(span) ?? "nothing"}`);
      }
    }
    for (const [span, qid] of got)
      if (inScope(qid) && gold.get(span) !== qid) {
        count.wrong++;
        if (misses !== undefined && scope === "known")
          report("wrong", text, span, `${qid} gold ${gold.get(span) ?? "nothing"}`);
      }
  }
}
for (const [scope, { right, wrong, missed }] of Object.entries(counts)) {
  const precision = right / Math.max(1, right + wrong);
  const recall = right / Math.max(1, right + missed);
  const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
  console.log(
    `${scope}: P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)} (${right} right, ${wrong} wrong, ${missed} missed)`,
  );
}

function report(kind: string, text: string, span: string, what: string): void {
  const [start = 0, end = 0] = span.split(" ").map(Number);
  console.log(
    `${kind}: ${text.slice(Math.max(0, start - 30), start)}[${text.slice(start, end)}]${text.slice(end, end + 20)} ${what}`.replaceAll(
      "\n",
      "|",
    ),
  );
}
