import { absent } from "../../bundle/bundle-tables.js";
import type { EventIndex } from "../state/event-index.js";
import type { Period } from "./lanes.js";

/** From the first day of any event to the last. */
export const wholePeriod = (index: EventIndex): Period => {
  const { from, to } = extent(index);
  return padded(from, to);
};

/**
 * The days that nearly all events lie in: pages mention wars and treaties of decades ago, and a timeline from these would press the story
 * into its last pixels. Cut where a fiftieth of the events would otherwise take more than a quarter of the width.
 */
export const mainPeriod = (index: EventIndex): Period => {
  const { from, to } = extent(index);
  const begin = index.first.filter((day) => day !== absent).sort();
  const end = index.last.filter((day) => day !== absent).sort();
  const few = Math.floor(begin.length / 50);
  const early = begin[few] ?? from;
  const late = end[end.length - 1 - few] ?? to;
  const quarter = (to - from) / 4;
  return padded(early - from > quarter ? early : from, to - late > quarter ? late : to);
};

const extent = ({ first, last }: EventIndex): Period => {
  const known = (day: number): boolean => day !== absent;
  const from = first.filter(known).reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
  const to = last.filter(known).reduce((greatest, day) => Math.max(greatest, day), from);
  return Number.isFinite(from) ? { from, to } : { from: 0, to: 0 };
};

/** A little room at both ends, so that no mark is cut. */
const padded = (from: number, to: number): Period => {
  const room = Math.max(2, Math.round((to - from) * 0.01));
  return { from: from - room, to: to + room };
};
