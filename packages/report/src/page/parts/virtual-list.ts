import { element } from "./element.js";

export type VirtualListOptions = Readonly<{
  label: string;
  /** A row; its first link or button is where the keyboard stops. All rows are as high as the style sheet says. */
  row: (index: number) => HTMLElement;
}>;

export type VirtualList = Readonly<{
  node: HTMLElement;
  /** Shows this many rows, from the first. */
  show: (count: number) => void;
  /** Draws the rows in sight again. */
  refresh: () => void;
  /** Brings a row into sight. */
  reveal: (index: number) => void;
}>;

/** Rows drawn above and below those in sight. */
const margin = 6;
/** Rows on paper: a printed list is no use beyond that, and the page says how many there are. */
const printed = 400;

/**
 * A list of any length of which only the rows in sight are in the page. Whatever scrolls, the list itself or the window, it draws
 * what is to be seen. One stop of the tabulator: the arrow keys, Home, End, Page Up and Page Down go from row to row.
 */
export const createVirtualList = ({ label, row }: VirtualListOptions): VirtualList => {
  const node = element("div", { role: "list", "aria-label": label, class: "virtual-list" });
  const drawn = new Map<number, HTMLElement>();
  let count = 0;
  let current = 0;
  let rowHeight = 0;
  let onPaper = false;

  const draw = (index: number): HTMLElement => {
    const known = drawn.get(index);
    if (known !== undefined) return known;
    const made = row(index);
    made.setAttribute("role", "listitem");
    made.setAttribute("aria-setsize", String(count));
    made.setAttribute("aria-posinset", String(index + 1));
    made.dataset.index = String(index);
    drawn.set(index, made);
    place(made, index);
    setStop(made, index === current);
    // In the order of the list, for those who read it in the order of the page.
    const next = [...node.children].find((one) => Number((one as HTMLElement).dataset.index) > index);
    node.insertBefore(made, next ?? null);
    return made;
  };
  const place = (made: HTMLElement, index: number): void => {
    made.style.transform = onPaper ? "" : `translateY(${index * rowHeight}px)`;
  };
  const measure = (): void => {
    if (count === 0) return;
    const height = draw(0).getBoundingClientRect().height;
    if (height === 0 || height === rowHeight) return;
    rowHeight = height;
    for (const [index, made] of drawn) place(made, index);
  };
  const update = (): void => {
    node.style.height = onPaper ? "auto" : `${count * rowHeight}px`;
    if (onPaper && count > printed) node.dataset.cut = `The first ${printed} of ${count} are printed.`;
    else delete node.dataset.cut;
    const [first, end] = onPaper ? [0, Math.min(count, printed)] : inSight();
    for (const [index, made] of drawn) {
      const kept =
        (index >= first && index < end) || (index === current && made.contains(document.activeElement));
      if (kept) continue;
      made.remove();
      drawn.delete(index);
    }
    for (let index = first; index < end; index++) draw(index);
  };
  const inSight = (): readonly [number, number] => {
    if (rowHeight === 0) return [0, 0];
    const { top } = node.getBoundingClientRect();
    const window = node.closest(".scroller")?.getBoundingClientRect();
    const from = Math.max(0, window?.top ?? 0) - top;
    const to = Math.min(innerHeight, window?.bottom ?? innerHeight) - top;
    if (to < 0) return [0, 0];
    return [
      Math.max(0, Math.floor(from / rowHeight) - margin),
      Math.min(count, Math.ceil(to / rowHeight) + margin),
    ];
  };
  const refresh = (): void => {
    for (const made of drawn.values()) made.remove();
    drawn.clear();
    measure();
    update();
  };
  const reveal = (index: number): void => {
    measure();
    draw(index).scrollIntoView({ block: "nearest" });
    update();
  };
  const moveTo = (index: number): void => {
    const before = drawn.get(current);
    if (before !== undefined) setStop(before, false);
    current = Math.max(0, Math.min(count - 1, index));
    reveal(current);
    const made = draw(current);
    setStop(made, true);
    stopOf(made)?.focus({ preventScroll: true });
  };
  node.addEventListener("keydown", (event) => {
    const page = Math.max(1, Math.floor(innerHeight / (rowHeight || 1) / 2));
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: count - 1,
    };
    const to = steps[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    moveTo(to);
  });
  node.addEventListener("focusin", (event) => {
    const index = Number(
      (event.target as Element).closest<HTMLElement>("[role=listitem]")?.dataset.index ?? current,
    );
    if (index === current) return;
    const before = drawn.get(current);
    if (before !== undefined) setStop(before, false);
    current = index;
    const made = drawn.get(index);
    if (made !== undefined) setStop(made, true);
  });
  document.addEventListener("scroll", update, { capture: true, passive: true });
  new ResizeObserver(() => {
    measure();
    update();
  }).observe(node);
  addEventListener("beforeprint", () => {
    onPaper = true;
    refresh();
  });
  addEventListener("afterprint", () => {
    onPaper = false;
    refresh();
  });
  return {
    node,
    show: (rows) => {
      count = rows;
      current = Math.min(current, Math.max(0, rows - 1));
      refresh();
    },
    refresh,
    reveal,
  };
};

const stopOf = (row: HTMLElement): HTMLElement | null => row.querySelector<HTMLElement>("a, button");

/** Only the row that the keyboard is on can be reached by the tabulator. */
const setStop = (row: HTMLElement, reachable: boolean): void => {
  for (const one of row.querySelectorAll<HTMLElement>("a, button")) one.tabIndex = reachable ? 0 : -1;
};
