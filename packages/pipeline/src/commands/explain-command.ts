import type { Command } from "commander";
import type { ExplainedEvent, ExplainedMention } from "../explain/explain-event.js";
import { counted, daysText, oneLine, printable } from "./terminal-text.js";

/** `readout explain DIR <event_id>`: the sentences, rules, dates and sources behind one row. */
export const addExplainCommand = (program: Command): void => {
  program
    .command("explain")
    .summary("the sentences, rules, dates and sources behind one event")
    .argument("<dir>", "folder of a dataset with JSON lines")
    .argument("<event_id>")
    .action(async (folder: string, eventId: string) => {
      const { explainEvent } = await import("../explain/explain-event.js");
      process.stdout.write(`${printable(explanation(explainEvent(folder, eventId)).join("\n"))}\n`);
    });
};

const explanation = ({ event, mentions }: ExplainedEvent): readonly string[] => [
  `${event.event_id}  ${kindOf(event)}  ${event.status}  ${daysText(event.earliest, event.latest)}${event.date_conflict ? "  (its reports disagree on the day)" : ""}`,
  `  ${counted(event.n_mentions, "mention")} in ${counted(event.n_documents, "document")}, ${event.n_independent} independent of each other`,
  ...mentions.flatMap(mentionLines),
];

const mentionLines = ({
  mention,
  document,
  sentence,
  time,
  participants,
  claims,
  merged,
}: ExplainedMention): readonly string[] => [
  "",
  `${mention.event_mention_id}  ${kindOf(mention)}  ${mention.status}  rule ${mention.rule}`,
  `  source     ${document.source}${document.publisher === null ? "" : `, ${document.publisher}`}, published ${daysText(document.published_earliest, document.published_latest)} (${document.published_basis})`,
  `  says       ${oneLine(mention.evidence ?? sentence?.text ?? `characters ${mention.evidence_start}–${mention.evidence_end}`)}`,
  `  trigger    ${oneLine(mention.text ?? "")} at ${mention.start_char}–${mention.end_char}`,
  `  when       ${daysText(mention.earliest, mention.latest)} (${mention.date_basis}${time === null ? "" : `: "${oneLine(time.text ?? time.value)}" is ${time.value}, rule ${time.rule}`})`,
  ...(mention.place === null
    ? []
    : [`  where      ${mention.place}, ${mention.place_precision} (${mention.place_basis})`]),
  ...participants.map(
    (one) =>
      `  ${one.role.padEnd(10)} ${oneLine(one.text ?? one.name ?? "")}${one.entity_id === null ? "" : ` = ${one.name} (${one.entity_id})`}${one.implied ? ", implied" : ""}`,
  ),
  ...claims.map(
    (one) =>
      `  ${one.stance.padEnd(10)} ${oneLine(one.text ?? "")}${one.entity_id === null ? "" : ` (${one.entity_id})`}`,
  ),
  ...(merged === null ? [] : [`  merged     with ${merged.with}: ${merged.because}`]),
];

const kindOf = ({ type, mode }: Readonly<{ type: string; mode: string | null }>): string =>
  mode === null ? type : `${type} ${mode}`;
