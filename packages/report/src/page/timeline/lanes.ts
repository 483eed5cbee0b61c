import { absent } from "../../bundle/bundle-tables.js";
import type { EventIndex } from "../state/event-index.js";
import { type Family, familyNames } from "../words/families.js";

/** First and last day that the timeline shows, inclusive. */
export type Period = Readonly<{ from: number; to: number }>;

/** A lane for each family, and one for what no text gives a day. */
export type LaneName = Family | "undated";
export const laneNames: readonly LaneName[] = [...familyNames, "undated"];

/** An event on the timeline: its lane, its centre and half-width or radius, in CSS pixels from the top left of the lane. */
export type Mark = Readonly<{ event: number; x: number; y: number; radius: number; end: number }>;
/** A lane with more events than fit is drawn as a histogram: events by column of so many pixels. */
export type Lane = Readonly<{
  name: LaneName;
  events: number;
  marks: readonly Mark[];
  columns: readonly number[] | null;
}>;

export const columnWidth = 6;

/** Left edge of a day. */
export const xOf = (day: number, { from, to }: Period, width: number): number =>
  ((day - from) / (to - from + 1)) * width;
export const dayAt = (x: number, { from, to }: Period, width: number): number =>
  Math.max(from, Math.min(to, from + Math.floor((x / width) * (to - from + 1))));

/** A lane's room; `unit` is how much larger than on a usual screen everything is. */
type Frame = Readonly<{ period: Period; width: number; height: number; unit: number }>;

/** Puts events on lanes: side by side where they fit, as a histogram where too many do not. */
export const layLanes = (
  events: Int32Array,
  index: EventIndex,
  independent: Int32Array,
  period: Period,
  {
    width,
    heights,
    unit,
  }: Readonly<{ width: number; heights: Readonly<Record<LaneName, number>>; unit: number }>,
): readonly Lane[] =>
  laneNames.map((name) => {
    const own = events.filter((event) => {
      const first = index.first[event] ?? absent;
      if (first === absent || first > period.to || (index.last[event] ?? first) < period.from) return false;
      return name === "undated"
        ? index.dated[event] === 0
        : index.dated[event] === 1 && index.family[event] === name;
    });
    const frame = { period, width, height: heights[name], unit };
    const bars = (): Lane => ({ name, events: own.length, marks: [], columns: histogram(own, index, frame) });
    if (own.length * leastWidth * unit > width * slotsIn(frame)) return bars();
    const { marks, crowded } = stack(own, index, independent, frame);
    return crowded ? bars() : { name, events: own.length, marks, columns: null };
  });

/** Share of a lane's events that may lie on others before the lane becomes a histogram: beyond a third it is a smear. */
const tolerated = 0.33;
const slotHeight = 9;
/** Width of the smallest mark: more than so many cannot lie beside each other. */
const leastWidth = 7.4;
const slotsIn = ({ height, unit }: Frame): number => Math.max(1, Math.floor(height / (slotHeight * unit)));

const stack = (
  events: Int32Array,
  index: EventIndex,
  independent: Int32Array,
  frame: Frame,
): Readonly<{ marks: readonly Mark[]; crowded: boolean }> => {
  const { period, width, height, unit } = frame;
  const slots = slotsFromTheMiddle(slotsIn(frame));
  /** Right edge of the last mark in each slot. */
  const edges = new Float64Array(slots.length).fill(-1e9);
  let overlapping = 0;
  const marks = [...events].map((event) => {
    const radius = unit * Math.min(3.2 + 1.6 * Math.sqrt((independent[event] ?? 1) - 1), 9);
    const first = index.first[event] ?? 0;
    const last = index.last[event] ?? first;
    const from = xOf(Math.max(first, period.from), period, width);
    const to = xOf(Math.min(last, period.to) + 1, period, width);
    const x = to - from > 2 * radius + 2 ? from : (from + to) / 2;
    const end = to - from > 2 * radius + 2 ? to : x;
    let slot = edges.findIndex((edge) => edge <= x - radius);
    if (slot < 0) {
      overlapping += 1;
      slot = edges.indexOf(Math.min(...edges));
    }
    edges[slot] = end + radius + 1;
    return { event, x, end, radius, y: height / 2 + (slots[slot] ?? 0) * slotHeight * unit };
  });
  return { marks, crowded: overlapping > events.length * tolerated && overlapping > 3 };
};

/** 0, −1, 1, −2 …: in the middle first. */
const slotsFromTheMiddle = (count: number): readonly number[] => {
  const shift = count % 2 === 0 ? 0.5 : 0;
  return Array.from({ length: count }, (_, i) => (i % 2 === 1 ? -1 : 1) * Math.ceil(i / 2) + shift);
};

const histogram = (
  events: Int32Array,
  index: EventIndex,
  { period, width, unit }: Frame,
): readonly number[] => {
  const column = columnWidth * unit;
  const columns = new Array<number>(Math.ceil(width / column)).fill(0);
  for (const event of events) {
    const first = Math.max(period.from, index.first[event] ?? 0);
    const at = Math.min(columns.length - 1, Math.floor((xOf(first, period, width) + 0.5) / column));
    columns[at] = (columns[at] ?? 0) + 1;
  }
  return columns;
};
