import type { Phrases } from "../grammar/phrases.js";
import type { Tables } from "./tables.js";
import type { Trigger } from "./trigger-table.js";
import type { Arguments } from "./verb-arguments.js";

/** A verb in its clause, read as one row of the triggers has it. */
export type VerbUse = Readonly<{
  phrases: Phrases;
  /** The verb group. */
  verb: number;
  trigger: Trigger;
  args: Arguments;
  tables: Tables;
}>;

/** Whether a verb, used so, does not mean what a row of its type or mode says. */
export type Misreading = (use: VerbUse) => boolean;
