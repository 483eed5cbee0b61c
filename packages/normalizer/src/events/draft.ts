import type { EventMention, EventType } from "@readout/model";
import type { Sides, Trigger } from "./trigger-table.js";

export type Status = EventMention["status"];

/** An event found at its trigger, with participants still as noun phrases of {@link Phrases}. */
export type Draft = {
  /** Verb group of the trigger, or -1 for a noun. */
  readonly verb: number;
  /** Noun phrase of the trigger, or -1 for a verb. */
  readonly noun: number;
  readonly sentence: number;
  /** Tokens of the trigger, half-open. */
  readonly first: number;
  readonly last: number;
  type: EventType;
  mode: string | null;
  status: Status;
  actors: readonly number[];
  recipients: readonly number[];
  /** Tokens of a name before an event noun ("Russian airstrikes", "a Taliban attack"), half-open, or null. */
  owner: Readonly<{ first: number; last: number }> | null;
  /** Whether somebody did it who is not named: "were killed", "after an airstrike". */
  impliedActor: boolean;
  /** Noun phrase of the place among the arguments, or -1. */
  place: number;
  /** Who must take part, where the trigger's row says so. */
  readonly sides: Sides | null;
  /** The row that its words stand in; null where only a complement makes it an event ("agreed to build"). */
  readonly trigger: Trigger | null;
  rule: string;
  /** Taken up by another draft: the thing urged, refused or promised is no event of its own. */
  absorbed: boolean;
  /** Who asserts it by accusing: a noun phrase, or -1. */
  accuser: number;
};

/** Whether those whom a draft names can have done what its row says. */
export type Holds = (draft: Draft) => boolean;

/** Of the drafts that rows of one word make, the most specific first, the first that holds; where none does, the first. */
export const firstThatHolds = (drafts: readonly Draft[], holds: Holds): Draft | null =>
  (drafts.length > 1 ? drafts.find(holds) : undefined) ?? drafts[0] ?? null;

/** Types that do harm: a promise of them is a threat. */
export const isConflict = (type: EventType): boolean =>
  type === "ASSAULT" ||
  type === "SANCTION" ||
  type === "COERCE" ||
  type === "PROTEST" ||
  type === "THREATEN" ||
  type === "MOBILIZE";
