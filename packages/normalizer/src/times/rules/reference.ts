import { Shape } from "@readout/model";
import type { Match, Reference } from "../candidate.js";
import type { Lead } from "../read-lead.js";
import type { TimeRule } from "../rule.js";
import type { TimeReader } from "../time-reader.js";
import { TimeClass } from "../time-words.js";

const { reference, loose, unit } = TimeClass;

/**
 * Words that point at the past, the present or the future as such: "now", "currently", "recently", "the past", "the near future".
 * Not: "the past two months" (a duration), "past the gate", "of recent origin".
 */
export const referenceWord: TimeRule = {
  id: "times/reference",
  heads: reference | loose | unit,
  leadAlone: true,
  match: (reader, lead) =>
    adverb(reader, lead) ?? current(reader, lead) ?? pastOrFuture(reader, lead) ?? thesePresent(reader, lead),
};

const found = (first: number, last: number, to: Reference): Match => ({
  first,
  last,
  meaning: { kind: "reference", reference: to },
});

const adverb = (reader: TimeReader, lead: Lead): Match | null => {
  const at = lead.next;
  if (lead.first !== at || !reader.is(at, reference) || reader.isWord(at, "future")) return null;
  const to = reader.value(at, "reference") as Reference;
  const more = reader.isWord(at - 1, "more") && to === "PAST_REF";
  return found(more ? at - 1 : at, at + 1, to);
};

/** "the current four flights", "current conditions": the adjective alone, where no period follows that it points at. */
const current = (reader: TimeReader, lead: Lead): Match | null => {
  const at = lead.next - 1;
  if (lead.relation !== "this" || !reader.isWord(at, "current") || reader.is(lead.next, periods)) return null;
  return (reader.shape(lead.next) & (Shape.letter | Shape.digit)) === 0
    ? null
    : found(at, at + 1, "PRESENT_REF");
};

const periods =
  TimeClass.unit | TimeClass.season | TimeClass.part | TimeClass.fiscal | TimeClass.month | TimeClass.loose;

/** the future, the near future, future quarters; the past, the recent past; the near term */
const pastOrFuture = (reader: TimeReader, lead: Lead): Match | null => {
  const at = lead.next;
  if (lead.the && lead.relation === "past" && !reader.is(at, follows)) {
    if (reader.is(lead.first - 1, TimeClass.relation) || !isBare(reader, at)) return null;
    return found(lead.first, at, "PAST_REF");
  }
  if (!lead.the || lead.relation !== null) return null;
  const adjective = ["near", "foreseeable", "short"].includes(reader.surface(at).toLowerCase());
  const head = adjective ? at + 1 : at;
  if (reader.isWord(head, "future") && (adjective || isBare(reader, head + 1)))
    return found(lead.first, head + 1, "FUTURE_REF");
  if (adjective && reader.isWord(head, "term") && !reader.isJoint(head - 1))
    return found(lead.first, head + 1, "FUTURE_REF");
  return null;
};

const follows =
  TimeClass.unit |
  TimeClass.season |
  TimeClass.vague |
  TimeClass.digits |
  TimeClass.cardinal |
  TimeClass.part |
  TimeClass.month |
  TimeClass.weekday;

/** No noun follows that "past" or "future" would describe. */
const isBare = (reader: TimeReader, at: number): boolean =>
  (reader.shape(at) & Shape.letter) === 0 || closers.has(reader.surface(at).toLowerCase());

const closers = new Set([
  "that",
  "and",
  "or",
  "but",
  "if",
  "is",
  "was",
  "as",
  "when",
  "he",
  "she",
  "it",
  "they",
  "we",
  "have",
  "has",
  "had",
  "to",
  "by",
  "with",
  "the",
  "for",
]);

/** these days, this time of the present: "at the moment", "at present" */
const thesePresent = (reader: TimeReader, lead: Lead): Match | null => {
  const at = lead.next;
  if (lead.demonstrative === "this" && reader.isWord(at - 1, "these") && reader.isWord(at, "days"))
    return found(lead.first, at + 1, "PRESENT_REF");
  return null;
};
