import { type Annotations, nothingStated, type ParsedDocument, type SourceDocument } from "@readout/model";

/** A document whose annotation failed: its text, and nothing read into it. */
export const unparsed = (source: SourceDocument): ParsedDocument => ({
  source,
  blocks: [],
  metadata: nothingStated,
  diagnostics: [],
});

/** Nothing found; the publication date that came from outside is kept. */
export const unannotated = ({ text, given }: SourceDocument): Annotations => ({
  published: {
    day: given.published,
    at: given.publishedAt,
    earliest: given.published,
    latest: given.published,
    basis: given.published === null ? "none" : "given",
  },
  tokens: {
    text,
    length: 0,
    start: new Int32Array(0),
    end: new Int32Array(0),
    word: new Int32Array(0),
    shape: new Uint16Array(0),
  },
  sentences: {
    length: 0,
    start: new Int32Array(0),
    end: new Int32Array(0),
    first: new Int32Array(0),
    last: new Int32Array(0),
    block: new Int32Array(0),
  },
  entities: [],
  mentions: [],
  times: [],
  quotes: [],
  quantities: [],
  events: [],
  diagnostics: [],
});
