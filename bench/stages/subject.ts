import type { Page } from "./texts.js";

/** Something to measure: made once, then given page after page; what it gives is added up, so that nothing is left out. */
export type Subject = Readonly<{
  /** What pages it is given: as saved, wrapped in HTML, or the body text that the parser finds. */
  input: "page" | "html" | "body";
  create: () => Promise<(page: Page) => number>;
}>;
