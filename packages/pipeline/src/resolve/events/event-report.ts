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

type Role = Row<"participants">["role"];

/** What decides whether two reports are of one event. Days count from 1970-01-01, both ends inclusive, null = open. */
export type Comparand = Readonly<{
  /** Of the event mention. */
  id: string;
  docId: string;
  type: PendingEventMention["type"];
  mode: string | null;
  status: PendingEventMention["status"];
  earliest: number | null;
  latest: number | null;
  publishedEarliest: number | null;
  publishedLatest: number | null;
  place: Readonly<{
    /** Null for words that name no known place. */
    entity: string | null;
    name: string | null;
    precision: string | null;
    basis: string | null;
  }>;
  /** Who takes part, as keys that can be compared over documents: see {@link participantKey}. */
  actors: readonly string[];
  recipients: readonly string[];
  /** Those of both roles, each once. */
  sides: readonly string[];
  /** The known ones with their countries, for whom a visit and a meeting share. */
  known: readonly Readonly<{ role: Role; entity: string; country: string | null }>[];
  /** The first recipient's words without article and case, and whether it is known; null where there is none. */
  recipient: Readonly<{ words: string; known: boolean }> | null;
}>;

/** What a report adds to the row of its event. */
export type Telling = Readonly<{
  start: number;
  quadClass: PendingEventMention["quad_class"];
  /** Null where texts are left out. */
  evidence: string | null;
  /** Countries of those in a role, each once: of participants that are no entity too ("Syrian rebels"). */
  actorCountries: readonly string[];
  recipientCountries: readonly string[];
  /** Entities that assert or correct it. */
  claimedBy: readonly string[];
  deniedBy: readonly string[];
  /** Somebody denies it, named or not. */
  denied: boolean;
}>;

/** One document's report of an event. */
export type EventReport = Comparand & Telling & Readonly<{ document: ReportingDocument }>;

/** An event mention with its own participants and claims, in their order. */
export type ReportedMention = Readonly<{
  mention: PendingEventMention;
  participants: readonly Row<"participants">[];
  claims: readonly Row<"claims">[];
}>;

export const createEventReport = (document: ReportingDocument, reported: ReportedMention): EventReport => ({
  ...comparandOf(document, reported),
  ...tellingOf(reported),
  document,
});

const dayOf = (day: string | null): number | null => (day === null ? null : readIsoDay(day));

export const comparandOf = (
  { publishedEarliest, publishedLatest }: Pick<ReportingDocument, "publishedEarliest" | "publishedLatest">,
  { mention, participants }: ReportedMention,
): Comparand => {
  const [actors, recipients] = [keysOf(participants, "actor"), keysOf(participants, "recipient")];
  return {
    id: mention.event_mention_id,
    docId: mention.doc_id,
    type: mention.type,
    mode: mention.mode,
    status: mention.status,
    earliest: dayOf(mention.earliest),
    latest: dayOf(mention.latest),
    publishedEarliest: dayOf(publishedEarliest),
    publishedLatest: dayOf(publishedLatest),
    place: {
      entity: mention.place_entity_id,
      name: mention.place,
      precision: mention.place_precision,
      basis: mention.place_basis,
    },
    actors,
    recipients,
    sides: distinct([...actors, ...recipients]),
    known: participants.flatMap(({ role, entity_id, country }) =>
      entity_id === null ? [] : [{ role, entity: entity_id, country }],
    ),
    recipient: recipientOf(participants),
  };
};

export const tellingOf = ({ mention, participants, claims }: ReportedMention): Telling => ({
  start: mention.start_char,
  quadClass: mention.quad_class,
  evidence: mention.evidence,
  actorCountries: countriesOf(participants, "actor"),
  recipientCountries: countriesOf(participants, "recipient"),
  claimedBy: claimants(claims, ["asserts", "corrects"]),
  deniedBy: claimants(claims, ["denies"]),
  denied: claims.some(({ stance }) => stance === "denies"),
});

const recipientOf = (participants: readonly Row<"participants">[]): Comparand["recipient"] => {
  const one = participants.find(({ role, implied }) => role === "recipient" && !implied);
  if (one === undefined) return null;
  const words = (one.name ?? "").toLowerCase().replace(/^(?:the|a|an|its|his|her|their) /, "");
  return { words, known: one.entity_id !== null };
};

const keysOf = (participants: readonly Row<"participants">[], role: Role): readonly string[] =>
  distinct(participants.map((one) => (one.role === role ? participantKey(one) : null)));

const countriesOf = (participants: readonly Row<"participants">[], role: Role): readonly string[] =>
  distinct(participants.map((one) => (one.role === role ? one.country : null)));

const claimants = (
  claims: readonly Row<"claims">[],
  stances: readonly Row<"claims">["stance"][],
): readonly string[] =>
  distinct(claims.map(({ entity_id, stance }) => (stances.includes(stance) ? entity_id : null)));

const distinct = (texts: readonly (string | null)[]): readonly string[] => [
  ...new Set(texts.filter((text) => text !== null)),
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
