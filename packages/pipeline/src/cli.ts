import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { addBuildCommand } from "./commands/build-command.js";
import { addDiffCommand } from "./commands/diff-command.js";
import { addExplainCommand } from "./commands/explain-command.js";
import { addInspectCommand } from "./commands/inspect-command.js";
import { Interrupted } from "./commands/interrupt.js";
import { addReportCommand } from "./commands/report-command.js";
import { addSchemaCommand } from "./commands/schema-command.js";
import { printable } from "./commands/terminal-text.js";
import { addValidateCommand } from "./commands/validate-command.js";
import { addWorkerCommand } from "./commands/worker-command.js";
import { BuildError, UsageError } from "./failure.js";

/** Runs the command; sets the exit code: 0 done, 1 failed, 2 bad usage, 130 interrupted. */
export const main = async (argv: readonly string[]): Promise<void> => {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough, as in `readout schema | head`, is no error.
    if (error.code === "EPIPE") process.exit(0);
    process.stderr.write(`readout: standard output: ${error.message}\n`);
    process.exit(1);
  });
  // Nobody reads the progress any more: the build goes on.
  process.stderr.on("error", () => undefined);
  const program = new Command("readout")
    .description("Raw English news pages in, tables an analyst can trust out.")
    .version(versionOf())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => process.stdout.write(text),
      writeErr: (text) => process.stderr.write(text),
    });
  addBuildCommand(program);
  addInspectCommand(program);
  addExplainCommand(program);
  addValidateCommand(program);
  addDiffCommand(program);
  addReportCommand(program);
  addSchemaCommand(program);
  addWorkerCommand(program);
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
};

/** As the package states it. */
const versionOf = (): string => {
  const manifest = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as Readonly<{ version: string }>).version;
};

const exitCodeOf = (error: unknown): number => {
  // commander has said it already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Interrupted) return error.exitCode;
  if (error instanceof UsageError || error instanceof BuildError) {
    // What failed may name a page.
    process.stderr.write(`readout: ${printable(error.message)}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`readout: ${printable(told)}\n`);
  return 1;
};
