import type { Day } from "./calendar/day.js";
import type { Diagnostic } from "./diagnostic.js";
import type { Published } from "./document.js";
import type { Sentences } from "./sentences/sentences.js";
import type { Span } from "./span.js";
import type { Tokens } from "./tokens/tokens.js";

/** Index into another list of the same document's {@link Annotations}. */
export type Ref = number;

export const timeTypes = ["DATE", "TIME", "DURATION", "SET"] as const;
export const granularities = [
  "second",
  "minute",
  "hour",
  "part_of_day",
  "day",
  "weekend",
  "week",
  "month",
  "season",
  "quarter",
  "half",
  "year",
  "decade",
  "century",
] as const;
export const timeAnchors = ["published", "time", "none"] as const;
export const timeBases = ["stated", "relative", "inferred"] as const;

/** A time expression with its TIMEX3 value and the days it can cover (inclusive; null = open or unknown). */
export type Time = Span &
  Readonly<{
    sentence: number;
    type: (typeof timeTypes)[number];
    value: string;
    mod: string | null;
    quant: string | null;
    freq: string | null;
    earliest: Day | null;
    latest: Day | null;
    granularity: (typeof granularities)[number] | null;
    anchor: (typeof timeAnchors)[number];
    /** The time that it counts from, where `anchor` is `time`. */
    anchorTime: Ref | null;
    basis: (typeof timeBases)[number];
    rule: string;
  }>;

export const entityTypes = ["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT"] as const;
export type EntityType = (typeof entityTypes)[number];
export const mentionForms = ["name", "acronym", "demonym", "metonym", "nominal", "pronoun"] as const;
export const linkBases = ["knowledge", "document", "corpus"] as const;

/** Who or what a document speaks of. `id` is the QID where known, else `x` + hash of type, canonical name and country. */
export type DocumentEntity = Readonly<{
  id: string;
  qid: string | null;
  name: string;
  type: EntityType;
  /** ISO 3166 alpha-3 of the state it is or belongs to. */
  country: string | null;
  lat: number | null;
  lon: number | null;
  /** PLOVER sector of an actor where knowledge has one (GOV, MIL, REB, IGO …). */
  sector: string | null;
}>;

/** A span that refers to an entity. */
export type Mention = Span &
  Readonly<{
    sentence: number;
    type: EntityType;
    form: (typeof mentionForms)[number];
    /** President, Secretary of State …: stands beside the span, outside it. */
    roleTitle: string | null;
    entity: Ref | null;
    basis: (typeof linkBases)[number];
    /** Estimated probability that span, type and entity are right, 0 to 1. */
    score: number;
  }>;

export const quoteKinds = ["direct", "mixed", "indirect"] as const;

/** Reported speech. For direct and mixed ones the span is the quoted words without their marks; else the reported clause. */
export type Quote = Span &
  Readonly<{
    sentence: number;
    kind: (typeof quoteKinds)[number];
    /** The whole reported content. */
    content: Span;
    /** The quote that this one carries on. */
    continues: Ref | null;
    /** The speaker as written. */
    speaker: Span | null;
    speakerEntity: Ref | null;
    speakerName: string | null;
    cue: Span | null;
    addresseeEntity: Ref | null;
    rule: string;
  }>;

export const quantityMods = ["approx", "at_least", "at_most", "more_than", "less_than"] as const;

/** A figure with its unit and what it counts; `low` and `high` bound it where a range or a bound is said. */
export type Quantity = Span &
  Readonly<{
    sentence: number;
    value: number | null;
    low: number | null;
    high: number | null;
    unit: string | null;
    currency: string | null;
    counted: string | null;
    mod: (typeof quantityMods)[number] | null;
    event: Ref | null;
    rule: string;
  }>;

export const eventTypes = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
] as const;
export type EventType = (typeof eventTypes)[number];
export const eventStatuses = ["actual", "planned", "hypothetical", "negated", "disputed"] as const;
export const dateBases = ["explicit", "relative", "document", "none"] as const;
export const placePrecisions = ["site", "city", "region", "country"] as const;
export const placeBases = ["argument", "sentence", "dateline"] as const;
export const participantRoles = ["actor", "recipient"] as const;
export const claimStances = ["asserts", "denies", "corrects"] as const;

export type Participant = Readonly<{
  role: (typeof participantRoles)[number];
  /** The whole phrase as written; null when implied. */
  span: Span | null;
  mention: Ref | null;
  entity: Ref | null;
  name: string | null;
  country: string | null;
  /** PLOVER sector code. */
  sector: string | null;
  implied: boolean;
}>;

export type Claim = Readonly<{
  /** 0 = outermost. */
  level: number;
  stance: (typeof claimStances)[number];
  span: Span;
  entity: Ref | null;
  quote: Ref | null;
}>;

export type EventPlace = Readonly<{
  entity: Ref | null;
  span: Span;
  name: string;
  precision: (typeof placePrecisions)[number];
  basis: (typeof placeBases)[number];
}>;

/** One report of an event; the span is its trigger. Dates are the event's own, never the publication date copied in. */
export type EventMention = Span &
  Readonly<{
    sentence: number;
    type: EventType;
    mode: string | null;
    contexts: readonly string[];
    /** 1–20. */
    cameoRoot: number;
    /** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
    quadClass: number;
    status: (typeof eventStatuses)[number];
    earliest: Day | null;
    latest: Day | null;
    dateBasis: (typeof dateBases)[number];
    time: Ref | null;
    place: EventPlace | null;
    evidence: Span;
    participants: readonly Participant[];
    claims: readonly Claim[];
    rule: string;
  }>;

/** Everything found in one document, each list in text order. */
export type Annotations = Readonly<{
  published: Published;
  tokens: Tokens;
  sentences: Sentences;
  entities: readonly DocumentEntity[];
  mentions: readonly Mention[];
  times: readonly Time[];
  quotes: readonly Quote[];
  quantities: readonly Quantity[];
  events: readonly EventMention[];
  diagnostics: readonly Diagnostic[];
}>;
