import {
  type Diagnostic,
  type DocumentEntity,
  diagnostic,
  isoDay,
  type Mention,
  type ParsedDocument,
  type Published,
  type Time,
  type Vocabulary,
} from "@readout/model";
import type { Passage } from "../passage.js";
import { createCertainty } from "./certainty.js";
import { explain, hullOf, weigh } from "./evidence.js";
import { fromDates } from "./from-dates.js";
import { createSummitReader } from "./from-summits.js";
import { createTermReader } from "./from-terms.js";
import { fromWeekdays } from "./from-weekdays.js";

/** What a document is dated by: its structure, and what was found in it without knowing its date. */
export type Undated = Readonly<{
  parsed: ParsedDocument;
  passage: Passage;
  /** Resolved against an open interval. */
  times: readonly Time[];
  mentions: readonly Mention[];
  entities: readonly DocumentEntity[];
}>;

export type Dating = Readonly<{ published: Published; diagnostics: readonly Diagnostic[] }>;

export type DocumentDater = Readonly<{
  /** When a document was published of which {@link knownDate} knows nothing: the interval that its text allows. */
  inferDate: (undated: Undated) => Dating;
}>;

/** Makes a dater that enters its words into a vocabulary; call it before the vocabulary's first document. */
export const createDocumentDater = (vocabulary: Vocabulary): DocumentDater => {
  const certainty = createCertainty(vocabulary);
  const fromTerms = createTermReader(vocabulary);
  const fromSummits = createSummitReader(vocabulary);
  return {
    inferDate: (undated) => {
      const { passage, times } = undated;
      // The surest first: what contradicts the dates is left out, not they.
      const evidence = [
        ...fromDates(passage, times, certainty),
        ...fromSummits(passage, times),
        ...fromTerms(passage, undated, times),
      ];
      const bounds = hullOf(weigh(evidence).stretches);
      const verdict = weigh([...evidence, ...fromWeekdays(passage, times, certainty, bounds)]);
      const { earliest, latest } = hullOf(verdict.stretches);
      const none = earliest === null && latest === null;
      return {
        published: {
          day: earliest === latest ? earliest : null,
          at: null,
          earliest,
          latest,
          basis: none ? "none" : "inferred",
        },
        diagnostics: explain(verdict),
      };
    },
  };
};

/** A date that need not be inferred: as given from outside, else stated, else in the HTML head; null where there is none. */
export const knownDate = ({ source: { given }, metadata: { published } }: ParsedDocument): Dating | null => {
  if (given.published !== null)
    return { published: onDay(given.published, given.publishedAt, "given"), diagnostics: [] };
  if (published === null) return null;
  const basis = published.span === null ? "metadata" : "stated";
  return {
    published: onDay(published.day, published.at, basis),
    diagnostics:
      basis === "stated"
        ? [diagnostic("published_stated", { day: isoDay(published.day) ?? "" }, published.span)]
        : [],
  };
};

const onDay = (day: number, at: string | null, basis: Published["basis"]): Published => ({
  day,
  at,
  earliest: day,
  latest: day,
  basis,
});
