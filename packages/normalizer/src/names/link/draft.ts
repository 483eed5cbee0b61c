import type { mentionForms } from "@readout/model";
import type { NameCandidate } from "../name-candidate.js";
import type { CoarseType } from "../tagger/labels.js";
import type { FoundTitle } from "../titles.js";

/** A name on its way to an entity; the steps of linking fill in what they can tell. */
export type Draft = {
  readonly name: NameCandidate;
  /** Word ids without hyphens and marks: what names are compared by. */
  readonly words: readonly number[];
  /** Whether a hyphen makes an adjective of it: "London-based", "Russian-backed". */
  readonly adjectival: boolean;
  /** The title that stands right before it or as an apposition after it. */
  readonly title: FoundTitle | null;
  /** Country or organisation that the title is of, as far as the phrase says it. */
  readonly titleOf: string | null;
  /** The tagger's type, or what knowledge or the document says against it. */
  type: CoarseType;
  /** Index of the known entity, -1 while none is found. */
  known: number;
  /** The draft whose entity it shares (an earlier or longer form of the same name), -1 where it is its own. */
  same: number;
  form: (typeof mentionForms)[number];
  /** How sure the link is, 0 to 1; 1 where there was no choice. */
  certainty: number;
};
