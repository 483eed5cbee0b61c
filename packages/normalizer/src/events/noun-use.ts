import type { Phrases } from "../grammar/phrases.js";
import type { PrepositionalPhrase } from "./clause.js";
import type { Draft } from "./draft.js";
import type { NounSupport } from "./noun-support.js";
import type { Tables } from "./tables.js";
import type { Trigger } from "./trigger-table.js";

/** The events of a sentence that verbs tell, by their verb group. */
export type ToldByVerbs = ReadonlyMap<number, Draft>;

/** An event noun with what stands around it, read as one row of the triggers has it. */
export type NounUse = Readonly<{
  phrases: Phrases;
  /** The noun phrase. */
  phrase: number;
  trigger: Trigger;
  /** The prepositional phrases behind it, and behind the verb that carries it. */
  behind: readonly PrepositionalPhrase[];
  support: NounSupport | null;
  told: ToldByVerbs;
  tables: Tables;
}>;

/** Those whom an event noun names: who does it, and to whom. */
export type NounSides = Readonly<{ actors: readonly number[]; recipients: readonly number[] }>;
