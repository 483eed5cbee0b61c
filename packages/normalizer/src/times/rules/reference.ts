import type { Match, Reference } from "../candidate.js";
import type { Lead } from "../read-lead.js";
import type { TimeRule } from "../rule.js";
import type { TimeReader } from "../time-reader.js";
import { TimeClass } from "../time-words.js";

const { reference, relation } = TimeClass;

/**
 * Words that point at the past, the present or the future as such: "now", "currently", "recently", "the past", "the near future".
 * Not: "the past two months" (a duration), "past the gate", "of recent origin".
 */
export const referenceWord: TimeRule = {
  id: "times/reference",
  heads: reference | relation,
  match: (reader, lead) => adverb(reader, lead) ?? theFuture(reader, lead),
};

const found = (first: number, last: number, to: Reference): Match => ({
  first,
  last,
  meaning: { kind: "reference", reference: to },
});

const adverb = (reader: TimeReader, lead: Lead): Match | null => {
  if (lead.first !== lead.next || !reader.is(lead.next, reference)) return null;
  const to = reader.value(lead.next, "reference") as Reference;
  const more = reader.isWord(lead.next - 1, "more") && to === "PAST_REF";
  return found(more ? lead.next - 1 : lead.next, lead.next + 1, to);
};

const theFuture = (_reader: TimeReader, _lead: Lead): Match | null => null;
