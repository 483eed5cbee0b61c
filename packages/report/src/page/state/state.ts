import type { Day } from "@readout/model";
import type { Status } from "../words/event-kinds.js";
import type { Family } from "../words/families.js";

export const views = { events: "Events", relations: "Who with whom", quotes: "Quotes", coverage: "Coverage" };
export type View = keyof typeof views;

/** What the reader has open: an event and which of its reports, or a document and the place in it (UTF-16 units). */
export type Opened =
  | Readonly<{ kind: "event"; event: number; report: number }>
  | Readonly<{ kind: "document"; document: number; start: number; end: number }>;

/** Everything that the page can be told to show; a link holds all of it. */
export type State = Readonly<{
  view: View;
  /** Beginnings of words that must all be there. */
  words: string;
  /** Days, inclusive; null = open. */
  from: Day | null;
  to: Day | null;
  /** Empty = all. */
  families: readonly Family[];
  statuses: readonly Status[];
  /** Entities and countries that must all take part. */
  who: readonly number[];
  countries: readonly string[];
  opened: Opened | null;
}>;

/** The filters alone, at rest. */
export const noFilter = {
  words: "",
  from: null,
  to: null,
  families: [],
  statuses: [],
  who: [],
  countries: [],
} as const satisfies Partial<State>;

export const initialState: State = { view: "events", ...noFilter, opened: null };
