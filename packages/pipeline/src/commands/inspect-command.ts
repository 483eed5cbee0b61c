import { type Command, Option } from "commander";
import { z } from "zod";
import type { InspectedDocument } from "../inspect/inspect-document.js";
import { daysText, oneLine, printable } from "./terminal-text.js";

const options = z.object({ layout: z.enum(["page", "plain"]) });

/** `readout inspect <file>`: annotated text in the terminal. */
export const addInspectCommand = (program: Command): void => {
  program
    .command("inspect")
    .summary("what Readout finds in a page, block by block")
    .argument("<file>", "a page, or a container of pages")
    .addOption(
      new Option("--layout <kind>", "saved pages with furniture, or clean text")
        .choices(["page", "plain"])
        .default("page"),
    )
    .action(async (file: string, given: unknown) => {
      const { layout } = options.parse(given);
      const { findInputs } = await import("../inputs/find-inputs.js");
      const { readInputs } = await import("../inputs/read-inputs.js");
      const { findSources, readSources } = await import("../inputs/sources.js");
      const { inspectDocument } = await import("../inspect/inspect-document.js");
      const inputs = findInputs([file], { except: [] });
      const sources = readSources(findSources([file]), inputs.files);
      const { createRecordAnnotator } = await import("../worker/annotate-record.js");
      const annotate = await createRecordAnnotator({ layout, text: "full" });
      for await (const item of readInputs(inputs, sources)) {
        if (item.kind === "diagnostic") continue;
        const { payload, ...head } = item.record;
        const inspected = inspectDocument(annotate({ ...head, depth: "full" }, payload));
        process.stdout.write(`${printable(describe(inspected).join("\n"))}\n`);
      }
    });
};

const describe = ({ document, blocks, diagnostics }: InspectedDocument): readonly string[] => [
  `${document.source}  ${document.doc_id}`,
  `  title      ${document.title ?? "none"}`,
  `  authors    ${document.authors.join(", ") || "none"}`,
  `  publisher  ${document.publisher ?? "unknown"}`,
  `  published  ${daysText(document.published_earliest, document.published_latest)} (${document.published_basis})`,
  ...diagnostics.map(({ severity, message }) => `  ${severity.padEnd(10)} ${message}`),
  ...blocks.flatMap(({ block, findings }) => [
    "",
    `[${block.role}] ${block.text ?? ""}`,
    ...findings.map(
      ({ start, end, kind, text, meaning }) =>
        `    ${kind.padEnd(8)} ${`${start}–${end}`.padEnd(12)} ${shortened(text)}  → ${meaning}`,
    ),
  ]),
  "",
];

const shortened = (text: string): string => {
  const flat = oneLine(text);
  return flat.length > 60 ? `${flat.slice(0, 60)}…` : flat;
};
