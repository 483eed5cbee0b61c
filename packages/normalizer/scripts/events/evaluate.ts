/**
 * Codes the sentences of a gold suite and writes what the event scorer reads, one line a sentence.
 *
 *     npx tsx -C @readout/source packages/normalizer/scripts/events/evaluate.ts gold.jsonl pred.jsonl [part]
 *
 * `part` is `dev` (record number not 4 modulo 5) or `kept` (the rest); default all. Beside pred.jsonl the gold of that part is
 * written as pred.jsonl.gold, so that scorer and prediction speak of the same sentences.
 */
import { readFileSync, writeFileSync } from "node:fs";
import type { EventMention } from "@readout/model";
import { createAnnotator } from "../../src/normalize.js";
import { bareDocument } from "./bare-document.js";

type Gold = Readonly<{ id: string; text: string; date?: string }>;

const [goldFile, predFile, part = "all"] = process.argv.slice(2);
if (goldFile === undefined || predFile === undefined)
  throw new Error("usage: evaluate.ts gold.jsonl pred.jsonl [dev|kept]");

const number = (id: string): number => Number(/(\d+)$/.exec(id)?.[1] ?? 0);
const records = readFileSync(goldFile, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => ({ line, gold: JSON.parse(line) as Gold }))
  .filter(({ gold }) => part === "all" || (number(gold.id) % 5 === 4) === (part === "kept"));

const modality = {
  actual: "asserted",
  planned: "future",
  hypothetical: "hypothetical",
  negated: "denied",
  disputed: "claimed",
};
/** PLOVER codes an announced one of these as AGREE. */
const announced: ReadonlySet<string> = new Set(["CONSULT", "SUPPORT", "COOPERATE", "AID"]);

const coded = (text: string, event: EventMention) => {
  const side = (role: string) =>
    event.participants
      .filter((one) => one.role === role)
      .map((one) => ({
        text: one.span === null ? (one.name ?? "") : text.slice(one.span.start, one.span.end),
        code: (one.country ?? "") + (one.sector ?? ""),
      }));
  const actor = side("actor");
  const recipient = side("recipient");
  return {
    type: event.status === "planned" && announced.has(event.type) ? "AGREE" : event.type,
    quad: event.quadClass,
    cameo: String(event.cameoRoot),
    modality: modality[event.status],
    negated: event.status === "negated",
    actor,
    recipient: recipient.length > 0 ? recipient : actor.slice(1),
    rule: event.rule,
  };
};

const annotate = createAnnotator();
const lines = records.map(({ gold }) => {
  const { events } = annotate(bareDocument(gold.id, gold.text, gold.date));
  return JSON.stringify({ id: gold.id, events: events.map((event) => coded(gold.text, event)) });
});
writeFileSync(predFile, `${lines.join("\n")}\n`);
writeFileSync(`${predFile}.gold`, `${records.map(({ line }) => line).join("\n")}\n`);
