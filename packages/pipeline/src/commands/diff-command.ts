import type { Command } from "commander";
import type { Difference } from "../diff/diff-datasets.js";
import { counted, printable } from "./terminal-text.js";

/** `readout diff DIR DIR`: rows added, removed, changed. */
export const addDiffCommand = (program: Command): void => {
  program
    .command("diff")
    .summary("rows added, removed and changed between two datasets")
    .argument("<before>", "folder of a dataset with JSON lines")
    .argument("<after>", "another")
    .action(async (before: string, after: string) => {
      const { diffDatasets } = await import("../diff/diff-datasets.js");
      const counts = { added: 0, removed: 0, changed: 0 };
      for (const difference of diffDatasets(before, after)) {
        counts[difference.kind]++;
        process.stdout.write(`${printable(lineOf(difference))}\n`);
      }
      process.stderr.write(
        `${counted(counts.added, "row")} added, ${counts.removed} removed, ${counts.changed} changed\n`,
      );
    });
};

const signs = { added: "+", removed: "-", changed: "~" } as const;

const lineOf = (difference: Difference): string => {
  const row = `${signs[difference.kind]} ${difference.table} ${difference.key}`;
  if (difference.kind !== "changed") return row;
  return `${row}: ${difference.columns.map(({ column, before, after }) => `${column} ${shown(before)} → ${shown(after)}`).join(", ")}`;
};

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};
