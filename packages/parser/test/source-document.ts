import { nothingGiven, type SourceDocument } from "@readout/model";

/** A document of which nothing but its text is known. */
export const sourceDocument = (text: string): SourceDocument => ({
  docId: "d",
  source: "s",
  sha256: "",
  text,
  given: nothingGiven,
  head: null,
  diagnostics: [],
});
