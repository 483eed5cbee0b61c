import { absent } from "../../bundle/bundle-tables.js";
import { button, element } from "../parts/element.js";
import { changed, filterKeys, type Session } from "../state/session.js";
import { count } from "../words/count.js";
import { dayText, intervalText } from "../words/dates.js";
import { eventTitle } from "../words/event-title.js";
import { families } from "../words/families.js";
import { createBrush } from "./brush.js";
import { type Drawing, drawTimeline } from "./draw-timeline.js";
import { type Lane, type LaneName, laneNames, layLanes, type Mark, type Period } from "./lanes.js";
import { mainPeriod, wholePeriod } from "./period.js";
import { ticksOf } from "./ticks.js";

/** Events by day in a lane for each family. Dragging chooses days, and filters everything else; a click opens an event. */
export const createTimeline = (session: Session): HTMLElement => {
  const { dataset, index, store, selected } = session;
  const whole = wholePeriod(index);
  let period = mainPeriod(index);
  let drawing: Drawing | null = null;

  const canvas = element("canvas", { role: "img" });
  const tip = element("div", { class: "timeline-tip", "aria-hidden": "true", hidden: true });
  const labels = element("ul", { class: "lane-labels", "aria-hidden": "true" });
  const surface = element("div", { class: "timeline-surface" }, canvas, tip);
  const brush = createBrush(surface, {
    change: (days) => store.change(days),
    click: (x, y) => {
      const mark = markAt(drawing, x, y);
      if (mark !== null) store.change({ opened: { kind: "event", event: mark.event, report: 0 } });
      else store.change({ from: null, to: null });
    },
  });
  surface.append(brush.node);

  const zoomTo = (to: Period): void => {
    period = to;
    draw();
  };
  const closer = button("Zoom to these days", { class: "quiet" }, () => {
    const { from, to } = store.state();
    zoomTo({ from: from ?? period.from, to: to ?? period.to });
  });
  const wider = button("Show all days", { class: "quiet" }, () => zoomTo(whole));
  const note = element("p", { class: "timeline-note" });

  const paint = (what: Drawing): void => {
    const context = canvas.getContext("2d");
    context?.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    if (context !== null) drawTimeline(context, session, what);
  };
  const draw = (): void => {
    const width = surface.clientWidth;
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    if (width === 0) return;
    const heights = laneHeights(rem, width < 40 * rem);
    const tops = topsOf(heights);
    const height = laneNames.reduce((sum, name) => sum + heights[name], 0) + rem * 1.35;
    const events = selected().anyDay;
    const lanes = layLanes(events, index, dataset.events.n_independent, period, {
      width,
      heights,
      unit: rem / 16,
    });
    drawing = {
      lanes,
      tops,
      heights,
      unit: rem / 16,
      ticks: ticksOf(period, width, 3.4 * rem),
      period,
      width,
      height,
      opened: openedEvent(session),
    };
    fit(canvas, width, height);
    paint(drawing);
    surface.style.height = `${height}px`;
    canvas.setAttribute("aria-label", summary(lanes, period));
    labels.replaceChildren(...lanes.map((lane) => laneLabel(lane, heights[lane.name])));
    const { from, to } = store.state();
    brush.show({ from, to }, period, width);
    closer.hidden = from === null && to === null;
    wider.hidden = period.from === whole.from && period.to === whole.to;
    note.replaceChildren(noteText(lanes, events, period, index.first));
  };
  store.watch((state, before) => {
    if (drawing !== null && !changed(state, before, ...filterKeys)) {
      drawing = { ...drawing, opened: openedEvent(session) };
      paint(drawing);
    } else draw();
  });
  new ResizeObserver(draw).observe(surface);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  addEventListener("beforeprint", draw);
  addEventListener("afterprint", draw);

  surface.addEventListener("pointermove", (event) => {
    const box = surface.getBoundingClientRect();
    const mark = markAt(drawing, event.clientX - box.left, event.clientY - box.top);
    tip.hidden = mark === null || event.buttons !== 0;
    if (mark === null || tip.hidden) return;
    tip.replaceChildren(
      element("strong", {}, eventTitle(dataset, mark.event)),
      element("span", {}, whenText(session, mark.event)),
    );
    tip.style.left = `${Math.max(0, Math.min(event.clientX - box.left + 12, box.width - tip.offsetWidth))}px`;
    tip.style.top = `${event.clientY - box.top + 14}px`;
  });
  surface.addEventListener("pointerleave", () => {
    tip.hidden = true;
  });
  return element(
    "section",
    { class: "timeline", "aria-label": "Timeline" },
    labels,
    surface,
    element("div", { class: "timeline-foot" }, note, closer, wider),
  );
};

const laneHeights = (rem: number, narrow: boolean): Readonly<Record<LaneName, number>> => {
  const lane = rem * (narrow ? 1.5 : 1.75);
  return {
    contact: lane * 1.5,
    accord: lane,
    help: lane,
    dispute: lane * 1.2,
    force: lane * 1.2,
    undated: rem * 1.25,
  };
};

const topsOf = (heights: Readonly<Record<LaneName, number>>): Readonly<Record<LaneName, number>> => {
  let top = 0;
  const tops = { ...heights };
  for (const name of laneNames) {
    tops[name] = top;
    top += heights[name];
  }
  return tops;
};

const fit = (canvas: HTMLCanvasElement, width: number, height: number): void => {
  canvas.width = Math.round(width * devicePixelRatio);
  canvas.height = Math.round(height * devicePixelRatio);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
};

const laneLabel = ({ name, events }: Lane, height: number): HTMLElement => {
  const label = element(
    "li",
    { "data-family": name },
    element("span", { class: "lane-name" }, name === "undated" ? "No day stated" : families[name].short),
    element("span", { class: "lane-count" }, String(events)),
  );
  label.style.height = `${height}px`;
  return label;
};

const summary = (lanes: readonly Lane[], period: Period): string =>
  `Timeline, ${dayText(period.from)} to ${dayText(period.to)}: ${lanes
    .map(({ name, events }) => `${name === "undated" ? "no day stated" : families[name].label} ${events}`)
    .join(", ")}. The list below has the same events.`;

const noteText = (lanes: readonly Lane[], events: Int32Array, period: Period, first: Int32Array): string => {
  const outside = events.filter((event) => {
    const day = first[event] ?? absent;
    return day !== absent && (day < period.from || day > period.to);
  }).length;
  return [
    `${dayText(period.from)} – ${dayText(period.to)}.`,
    outside > 0 ? `${count(outside, "event")} before or after.` : "",
    lanes.some(({ columns }) => columns !== null) ? "Bars count events." : "",
    "Drag to choose days.",
  ]
    .filter(Boolean)
    .join(" ");
};

const whenText = ({ dataset: { events }, index }: Session, event: number): string => {
  const stated = intervalText(events.earliest[event] ?? absent, events.latest[event] ?? absent);
  return stated ?? `no day stated; reported ${dayText(index.first[event] ?? 0)}`;
};

const openedEvent = ({ store }: Session): number | null => {
  const { opened } = store.state();
  return opened?.kind === "event" ? opened.event : null;
};

/** How near the pointer must be to an event, in pixels. */
const near = 5;

const markAt = (drawing: Drawing | null, x: number, y: number): Mark | null => {
  if (drawing === null) return null;
  const { lanes, tops, heights } = drawing;
  const lane = lanes.find(({ name }) => y >= tops[name] && y < tops[name] + heights[name]);
  if (lane === undefined || lane.columns !== null) return null;
  const tall = lane.name === "undated";
  let best: Mark | null = null;
  let distance = near;
  for (const mark of lane.marks) {
    const across = Math.max(mark.x - mark.radius - x, x - mark.end - mark.radius, 0);
    const down = tall ? 0 : Math.max(0, Math.abs(y - tops[lane.name] - mark.y) - mark.radius);
    const away = Math.hypot(across, down);
    if (away < distance) {
      best = mark;
      distance = away;
    }
  }
  return best;
};
