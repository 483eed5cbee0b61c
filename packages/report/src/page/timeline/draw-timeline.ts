import type { Dataset } from "../data/dataset.js";
import type { EventIndex } from "../state/event-index.js";
import { familyOf } from "../words/families.js";
import { columnWidth, type Lane, type LaneName, type Mark, type Period, xOf } from "./lanes.js";
import type { Tick } from "./ticks.js";

export type Drawing = Readonly<{
  lanes: readonly Lane[];
  tops: Readonly<Record<LaneName, number>>;
  heights: Readonly<Record<LaneName, number>>;
  ticks: readonly Tick[];
  period: Period;
  width: number;
  height: number;
  /** How much larger than on a usual screen everything is. */
  unit: number;
  /** Event that is open in the reader. */
  opened: number | null;
}>;

/** Draws the lanes on a canvas whose context counts in CSS pixels; colours come from the style sheet. */
export const drawTimeline = (
  context: CanvasRenderingContext2D,
  { dataset, index }: Readonly<{ dataset: Dataset; index: EventIndex }>,
  drawing: Drawing,
): void => {
  const { lanes, tops, heights, ticks, period, width, height, unit, opened } = drawing;
  const style = getComputedStyle(context.canvas);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  context.clearRect(0, 0, width, height);
  context.font = `${style.getPropertyValue("font-size")} ${style.getPropertyValue("font-family")}`;
  context.textBaseline = "bottom";

  for (const { day, label, major } of ticks) {
    const x = Math.round(xOf(day, period, width)) + 0.5;
    context.strokeStyle = colour(major ? "line-strong" : "line");
    context.beginPath();
    context.moveTo(x, 0);
    context.lineTo(x, height);
    context.stroke();
    context.fillStyle = colour(major ? "ink" : "muted");
    if (x + 4 + context.measureText(label).width < width) context.fillText(label, x + 4, height);
  }
  for (const lane of lanes) {
    const top = tops[lane.name];
    context.strokeStyle = colour("line");
    context.beginPath();
    context.moveTo(0, Math.round(top + heights[lane.name]) + 0.5);
    context.lineTo(width, Math.round(top + heights[lane.name]) + 0.5);
    context.stroke();
    context.save();
    context.translate(0, top);
    if (lane.columns !== null) {
      context.fillStyle = colour(lane.name === "undated" ? "muted" : `${lane.name}-mark`);
      drawColumns(context, lane.columns, heights[lane.name], columnWidth * unit);
    } else {
      for (const mark of lane.marks) {
        const family = familyOf(dataset.events.type.at(mark.event));
        context.strokeStyle = context.fillStyle = colour(`${family}-mark`);
        if (lane.name === "undated") drawTick(context, mark, heights.undated);
        else drawMark(context, mark, dataset.events.status.at(mark.event), colour("surface"));
      }
    }
    const open = lane.marks.find(({ event }) => event === opened);
    if (open !== undefined && index.first[open.event] !== undefined) ring(context, open, colour("ink"));
    context.restore();
  }
};

/** The square root keeps single events visible beside crowds. */
const drawColumns = (
  context: CanvasRenderingContext2D,
  columns: readonly number[],
  height: number,
  width: number,
): void => {
  const most = Math.max(1, ...columns);
  columns.forEach((events, i) => {
    if (events === 0) return;
    const tall = Math.max(2, Math.sqrt(events / most) * (height - 3));
    context.fillRect(i * width, height - tall, width - 1, tall);
  });
};

const drawTick = (context: CanvasRenderingContext2D, { x }: Mark, height: number): void => {
  context.globalAlpha = 0.75;
  context.fillRect(x - 1, 4, 2, height - 8);
  context.globalAlpha = 1;
};

/** Filled: said to have happened; hollow: planned or thought of; struck through: negated; half: disputed. */
const drawMark = (
  context: CanvasRenderingContext2D,
  { x, y, end, radius }: Mark,
  status: string | null,
  paper: string,
): void => {
  const outline = (): void => {
    context.beginPath();
    if (end > x) context.roundRect(x, y - radius * 0.8, end - x, radius * 1.6, radius * 0.8);
    else context.arc(x, y, radius, 0, 2 * Math.PI);
  };
  outline();
  context.lineWidth = 1.5;
  if (status === "actual") {
    context.globalAlpha = end > x ? 0.35 : 0.88;
    context.fill();
    context.globalAlpha = 1;
    if (end > x) {
      context.lineWidth = 1;
      context.stroke();
    }
    context.lineWidth = 1;
    return;
  }
  const ink = context.fillStyle;
  context.fillStyle = paper;
  context.fill();
  context.fillStyle = ink;
  if (status === "hypothetical") context.setLineDash([2, 2]);
  context.stroke();
  context.setLineDash([]);
  if (status === "negated") {
    context.beginPath();
    context.moveTo(x - radius - 2, y + radius + 2);
    context.lineTo((end > x ? end : x) + radius + 2, y - radius - 2);
    context.stroke();
  }
  if (status === "disputed") {
    context.save();
    outline();
    context.clip();
    context.fillRect(x - radius, y, end - x + 2 * radius, radius);
    context.restore();
  }
  context.lineWidth = 1;
};

const ring = (context: CanvasRenderingContext2D, { x, y, end, radius }: Mark, ink: string): void => {
  context.strokeStyle = ink;
  context.lineWidth = 2;
  context.beginPath();
  context.roundRect(x - radius - 3, y - radius - 3, end - x + 2 * radius + 6, 2 * radius + 6, radius + 3);
  context.stroke();
  context.lineWidth = 1;
};
