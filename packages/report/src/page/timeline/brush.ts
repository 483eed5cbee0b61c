import { element } from "../parts/element.js";
import { dayAt, type Period, xOf } from "./lanes.js";

export type Days = Readonly<{ from: number | null; to: number | null }>;
export type Brush = Readonly<{
  node: HTMLElement;
  show: (days: Days, period: Period, width: number) => void;
}>;

/** How near an edge counts as the edge, and how far the pointer must go for a drag, in pixels. */
const edge = 7;
const dragged = 4;

/**
 * A range of days drawn over `surface` by dragging: anew, by an edge, or as a whole. A click that is no drag is given to `click`.
 * Those who use a keyboard set the same days in the two fields beside the timeline.
 */
export const createBrush = (
  surface: HTMLElement,
  on: Readonly<{ change: (days: Days) => void; click: (x: number, y: number) => void }>,
): Brush => {
  const node = element("div", { class: "brush", hidden: true });
  let shown: Readonly<{ days: Days; period: Period; width: number }> | null = null;
  let grip: Readonly<{
    kind: "new" | "from" | "to" | "all";
    x: number;
    y: number;
    from: number;
    to: number;
  }> | null = null;
  let moved = false;

  const edges = (): readonly [number, number] | null => {
    if (shown === null || (shown.days.from === null && shown.days.to === null)) return null;
    const { days, period, width } = shown;
    const from = xOf(Math.max(period.from, days.from ?? period.from), period, width);
    const to = xOf(Math.min(period.to, days.to ?? period.to) + 1, period, width);
    return [from, to];
  };
  const gripAt = (x: number): "new" | "from" | "to" | "all" => {
    const at = edges();
    if (at === null) return "new";
    if (Math.abs(x - at[0]) < edge) return "from";
    if (Math.abs(x - at[1]) < edge) return "to";
    return x > at[0] && x < at[1] ? "all" : "new";
  };
  const place = (event: PointerEvent): readonly [number, number] => {
    const box = surface.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  surface.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const [x, y] = place(event);
    const [from, to] = edges() ?? [x, x];
    grip = { kind: gripAt(x), x, y, from, to };
    moved = false;
    surface.setPointerCapture(event.pointerId);
  });
  surface.addEventListener("pointermove", (event) => {
    const [x] = place(event);
    if (grip === null || shown === null) {
      surface.dataset.grip = gripAt(x);
      return;
    }
    if (Math.abs(x - grip.x) >= dragged) moved = true;
    if (!moved) return;
    const { period, width } = shown;
    const shift = x - grip.x;
    const ends: Readonly<Record<typeof grip.kind, readonly [number, number]>> = {
      new: [Math.min(grip.x, x), Math.max(grip.x, x)],
      from: [Math.min(x, grip.to), Math.max(x, grip.to)],
      to: [Math.min(grip.from, x), Math.max(grip.from, x)],
      all: [grip.from + shift, grip.to + shift],
    };
    const [from, to] = ends[grip.kind];
    on.change({ from: dayAt(from, period, width), to: dayAt(to - 0.01, period, width) });
  });
  const release = (event: PointerEvent): void => {
    if (grip !== null && !moved && event.type === "pointerup") on.click(grip.x, grip.y);
    grip = null;
  };
  surface.addEventListener("pointerup", release);
  surface.addEventListener("pointercancel", release);
  return {
    node,
    show: (days, period, width) => {
      shown = { days, period, width };
      const at = edges();
      node.hidden = at === null;
      if (at === null) return;
      node.style.left = `${at[0]}px`;
      node.style.width = `${Math.max(1, at[1] - at[0])}px`;
    },
  };
};
