import type { EventMention, EventType } from "@readout/model";
import type { Phrases } from "../grammar/phrases.js";
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
  /** Whether its own "not" made a refusal of it and negates nothing more: "is not ready to support". */
  unwilling: boolean;
  /** Who asserts it by accusing: a noun phrase, or -1. */
  accuser: number;
};

/** Whether those whom a draft names can have done what its row says. */
export type Holds = (draft: Draft) => boolean;

/** Of the drafts that rows of one word make, the most specific first, the first that holds; where none does, the first. */
export const firstThatHolds = (drafts: readonly Draft[], holds: Holds): Draft | null =>
  (drafts.length > 1 ? drafts.find(holds) : undefined) ?? drafts[0] ?? null;

/** Acts of speech: "called to congratulate" has both the call and the congratulation. */
export const verbal: ReadonlySet<EventType> = new Set(["SUPPORT", "ACCUSE", "REQUEST", "CONCEDE"]);

/** Types that do harm: a promise of them is a threat. */
export const isConflict = (type: EventType): boolean =>
  type === "ASSAULT" ||
  type === "SANCTION" ||
  type === "COERCE" ||
  type === "PROTEST" ||
  type === "THREATEN" ||
  type === "MOBILIZE";

/** A draft of what a verb says by what hangs on it alone: "agreed to build". */
export const draftOfComplement = (
  { verbs }: Phrases,
  verb: number,
  type: EventType,
  actor: number,
  recipients: readonly number[],
  rule: string,
): Draft => {
  const head = verbs.head[verb] ?? 0;
  return {
    verb,
    noun: -1,
    sentence: verbs.sentence[verb] ?? 0,
    first: head,
    last: head + 1,
    type,
    mode: null,
    status: "actual",
    actors: [actor],
    recipients,
    impliedActor: false,
    place: -1,
    sides: null,
    trigger: null,
    rule,
    absorbed: false,
    unwilling: false,
    owner: null,
    accuser: -1,
  };
};
