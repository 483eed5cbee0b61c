import type { Span } from "@readout/model";

/** A headline as an article would print it: on one line. */
export const titleValue = (text: string, { start, end }: Span): string =>
  text.slice(start, end).replace(/\s+/g, " ").trim();
