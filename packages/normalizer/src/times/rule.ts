import type { Match } from "./candidate.js";
import type { Lead } from "./read-lead.js";
import type { TimeReader } from "./time-reader.js";

/**
 * One kind of time expression. It runs where the token after the lead ("late last …") has a class of `heads`, and gives the
 * tokens it takes (the lead's among them) and what they say, or null.
 */
export type TimeRule = Readonly<{
  id: string;
  heads: number;
  /** Runs also where no head follows a lead: "in the past". */
  leadAlone?: true;
  match: (reader: TimeReader, lead: Lead) => Match | null;
}>;
