import type { Command } from "commander";
import { BuildError } from "../failure.js";
import { counted, oneLine, printable } from "./terminal-text.js";

/** Problems that are printed; where there are more, the first ones tell what is wrong. */
const shownProblems = 100;

/** `readout validate DIR`: checksums, schemas, keys, offsets, counts. */
export const addValidateCommand = (program: Command): void => {
  program
    .command("validate")
    .summary("check a dataset: checksums, schemas, keys, offsets, counts")
    .argument("<dir>", "folder of a dataset")
    .action(async (folder: string) => {
      const { validateDataset } = await import("../validate/validate-dataset.js");
      let problems = 0;
      for (const { place, message } of validateDataset(folder)) {
        if (problems++ < shownProblems)
          process.stdout.write(`${printable(oneLine(`${place}: ${message}`))}\n`);
      }
      if (problems > 0) throw new BuildError(`${folder}: ${counted(problems, "problem")}`);
      process.stderr.write(`${folder}: sound\n`);
    });
};
