import type { Span } from "@readout/model";

/** The index of the first of some spans, sorted by their starts, that starts at an offset or after it; their number where none does. */
export const firstFrom = (spans: readonly Readonly<Span>[], start: number): number => {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.start ?? 0) >= start) high = middle;
    else low = middle + 1;
  }
  return low;
};
