import { absent } from "../../bundle/bundle-tables.js";
import type { Dataset } from "../data/dataset.js";
import { isStatus } from "../words/event-kinds.js";
import { termsOf } from "../words/fold.js";
import type { EventIndex } from "./event-index.js";
import type { State } from "./state.js";

/** Events that pass the filters, by day: all but the filter of days, and that as well. */
export type Selected = Readonly<{ anyDay: Int32Array; events: Int32Array }>;

export const selectEvents = (dataset: Dataset, index: EventIndex, state: State): Selected => {
  const { events } = dataset;
  const terms = termsOf(state.words);
  const anyDay = index.order.filter((event) => {
    const family = index.family[event];
    if (state.families.length > 0 && (family === undefined || !state.families.includes(family))) return false;
    const status = events.status.at(event);
    if (state.statuses.length > 0 && !(isStatus(status) && state.statuses.includes(status))) return false;
    if (!state.who.every((entity) => index.entities[event]?.has(entity))) return false;
    if (!state.countries.every((country) => hasCountry(index, event, country))) return false;
    return terms.length === 0 || terms.every((term) => index.words(event).includes(term));
  });
  return { anyDay, events: anyDay.filter((event) => isWithin(index, event, state)) };
};

/** Whether an event can have happened on a day of the range; without a day, whether it was reported in it. */
export const isWithin = (
  index: EventIndex,
  event: number,
  { from, to }: Pick<State, "from" | "to">,
): boolean => {
  if (from === null && to === null) return true;
  const first = index.first[event] ?? absent;
  if (first === absent) return false;
  return (to === null || first <= to) && (from === null || (index.last[event] ?? first) >= from);
};

const hasCountry = (index: EventIndex, event: number, country: string): boolean =>
  index.actorCountries[event]?.includes(country) === true ||
  index.recipientCountries[event]?.includes(country) === true;
