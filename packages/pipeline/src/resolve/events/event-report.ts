import type { PendingEventMention } from "@readout/model";
import { readIsoDay } from "@readout/model";
import type { Row } from "@readout/model/rows";

/** What merging needs to know of a document. */
export type ReportingDocument = Readonly<{
  docId: string;
  /** ISO days; equal where the day is known, null = open. */
  publishedEarliest: string | null;
  publishedLatest: string | null;
  published: string | null;
  publisher: string | null;
  /** The agency it comes from ("Reuters"), where it says so: one wire's copies count once. */
  agency: string | null;
  /** Head of its near-duplicate cluster, null for the head itself. */
  duplicateOf: string | null;
}>;

/** One document's report of an event: its row, with participants, claims and days as numbers. */
export type EventReport = Readonly<{
  mention: PendingEventMention;
  document: ReportingDocument;
  participants: readonly Row<"participants">[];
  claims: readonly Row<"claims">[];
  earliest: number | null;
  latest: number | null;
  publishedEarliest: number | null;
  publishedLatest: number | null;
  /** Who takes part, as keys that can be compared over documents: see {@link participantKey}. */
  actors: readonly string[];
  recipients: readonly string[];
  /** The known ones with their countries, for whom a visit and a meeting share; they stay where participants are left out. */
  known: readonly Readonly<{ role: "actor" | "recipient"; entity: string; country: string | null }>[];
  /** The first recipient's words without article and case, and whether it is known; null where there is none. */
  recipient: Readonly<{ words: string; known: boolean }> | null;
}>;

const dayOf = (day: string | null): number | null => (day === null ? null : readIsoDay(day));

export const createEventReport = (
  mention: PendingEventMention,
  document: ReportingDocument,
  participants: readonly Row<"participants">[],
  claims: readonly Row<"claims">[],
): EventReport => ({
  mention,
  document,
  participants,
  claims,
  earliest: dayOf(mention.earliest),
  latest: dayOf(mention.latest),
  publishedEarliest: dayOf(document.publishedEarliest),
  publishedLatest: dayOf(document.publishedLatest),
  actors: keysOf(participants, "actor"),
  recipients: keysOf(participants, "recipient"),
  known: participants.flatMap(({ role, entity_id, country }) =>
    entity_id === null ? [] : [{ role, entity: entity_id, country }],
  ),
  recipient: recipientOf(participants),
});

const recipientOf = (participants: readonly Row<"participants">[]): EventReport["recipient"] => {
  const one = participants.find(({ role, implied }) => role === "recipient" && !implied);
  if (one === undefined) return null;
  const words = (one.name ?? "").toLowerCase().replace(/^(?:the|a|an|its|his|her|their) /, "");
  return { words, known: one.entity_id !== null };
};

const keysOf = (
  participants: readonly Row<"participants">[],
  role: "actor" | "recipient",
): readonly string[] => [
  ...new Set(
    participants.flatMap((one) => {
      const key = one.role === role ? participantKey(one) : null;
      return key === null ? [] : [key];
    }),
  ),
];

/**
 * A participant as something to compare: the entity where it is known, else country and sector ("Syrian rebels" SYR REB), else
 * the words, which hold within one document only. Null for implied ones and for words that name nobody (pronouns).
 */
export const participantKey = (one: Row<"participants">): string | null => {
  if (one.implied) return null;
  if (one.entity_id !== null) return one.entity_id;
  if (one.country !== null) return `${one.country} ${one.sector ?? ""}`.trim();
  return one.name === null ? null : `${one.doc_id} ${one.name.toLowerCase()}`;
};
