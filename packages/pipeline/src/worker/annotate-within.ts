import { type Annotations, diagnostic, type ParsedDocument } from "@readout/model";
import type { Annotator } from "@readout/normalizer";

/**
 * Characters of a page that are annotated, in UTF-16 units. A hundred times the longest article of the development pages; at
 * the slowest speed measured it is 10 s of work, well within the patience of a driver.
 */
const budget = 2_000_000;

/** Annotates the blocks that end within the budget: a limit that is the same on every machine, before any clock. */
export const annotateWithin = (annotate: Annotator, parsed: ParsedDocument): Annotations => {
  const characters = parsed.source.text.length;
  if (characters <= budget) return annotate(parsed);
  const annotations = annotate({ ...parsed, blocks: parsed.blocks.filter(({ end }) => end <= budget) });
  const truncated = diagnostic("document_truncated", { limit: budget, characters });
  return { ...annotations, diagnostics: [...annotations.diagnostics, truncated] };
};
