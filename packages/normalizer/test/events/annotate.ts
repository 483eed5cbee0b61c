import type { Annotations } from "@readout/model";
import { bareDocument } from "../../scripts/events/bare-document.js";
import { createAnnotator } from "../../src/normalize.js";

let annotate: ReturnType<typeof createAnnotator> | undefined;

/** The annotations of a bare text, one paragraph, published on a given day or undated. */
export const annotateText = (text: string, published: string | null = null): Annotations => {
  annotate ??= createAnnotator();
  return annotate(bareDocument("d0", text, published));
};
