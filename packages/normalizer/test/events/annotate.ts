import { type Annotations, nothingGiven, type ParsedDocument, readIsoDay } from "@readout/model";
import { createAnnotator } from "../../src/normalize.js";

let annotate: ReturnType<typeof createAnnotator> | undefined;

/** A bare text, one paragraph, published on a given day or undated. */
export const paragraphOf = (text: string, published: string | null = null): ParsedDocument => ({
  source: {
    docId: "d0",
    source: "case",
    sha256: "",
    text,
    given: { ...nothingGiven, published: published === null ? null : readIsoDay(published) },
    head: null,
    diagnostics: [],
  },
  blocks: [{ start: 0, end: text.length, role: "paragraph" }],
  metadata: {
    title: null,
    subtitle: null,
    authors: [],
    publisher: null,
    published: null,
    dateline: null,
    language: "en",
  },
  diagnostics: [],
});

/** The annotations of a bare text, one paragraph, published on a given day or undated. */
export const annotateText = (text: string, published: string | null = null): Annotations => {
  annotate ??= createAnnotator();
  return annotate(paragraphOf(text, published));
};
