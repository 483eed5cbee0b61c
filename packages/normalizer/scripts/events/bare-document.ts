import { nothingGiven, nothingStated, type ParsedDocument, readIsoDay } from "@readout/model";

/** A bare text as the document that scorers and miners code: one paragraph in English from end to end. */
export const bareDocument = (docId: string, text: string, date: string | null = null): ParsedDocument => ({
  source: {
    docId,
    source: docId,
    sha256: "",
    text,
    given: { ...nothingGiven, published: date === null ? null : readIsoDay(date) },
    head: null,
    diagnostics: [],
  },
  blocks: [{ start: 0, end: text.length, role: "paragraph" }],
  metadata: { ...nothingStated, language: "en" },
  diagnostics: [],
});
