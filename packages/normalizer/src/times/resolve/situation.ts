import type { Day, timeAnchors } from "@readout/model";
import type { Unit } from "../candidate.js";
import { type Period, unknownPeriod } from "./periods.js";
import type { Tense } from "./tense-cue.js";

/** A base placed on the calendar. */
export type Located = Readonly<{
  period: Period;
  anchor: (typeof timeAnchors)[number];
}>;

/** What is known where an expression stands. */
export type Situation = Readonly<{
  /** The day of writing, if it is (or is taken to be) one day. */
  now: Day | null;
  tense: Tense | null;
  /** The period that the text last spoke of. */
  focus: Period | null;
  /** The year that the same paragraph last named, where the day of writing is not known. */
  year: number | null;
  /** First day of the quarter or longer period that figures of the document are about. */
  quarter: Day | null;
}>;

/** A period of which only the unit is known. */
export const unknown = (unit: Unit): Located => ({ period: unknownPeriod(unit), anchor: "none" });
