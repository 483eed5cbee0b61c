import { z } from "zod";
import {
  claimStances,
  dateBases,
  eventStatuses,
  eventTypes,
  participantRoles,
  placeBases,
  placePrecisions,
} from "../annotations.js";
import {
  day,
  docId,
  end,
  entity,
  flag,
  int,
  list,
  oneOf,
  optionalDay,
  optionalEnd,
  optionalNumber,
  optionalOneOf,
  optionalStart,
  optionalText,
  sentence,
  start,
  text,
} from "./columns.js";

const eventMention = z
  .string()
  .meta({ description: "The event mention", references: "event_mentions.event_mention_id" });

export const eventMentionRow = z.object({
  event_mention_id: z
    .string()
    .meta({ description: "`doc_id-start-TYPE`; further ones on the same trigger end in -2, -3", key: true }),
  doc_id: docId,
  sentence,
  start_char: start("the trigger"),
  end_char: end("the trigger"),
  text: optionalText("The trigger; null with --text none"),
  type: oneOf(eventTypes, "PLOVER type"),
  mode: optionalText("PLOVER mode"),
  contexts: list("PLOVER contexts"),
  cameo_root: int("CAMEO root code, 1 to 20"),
  quad_class: int("1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"),
  status: oneOf(eventStatuses, "Whether it happened, as the text has it"),
  earliest: optionalDay("First day on which it can have happened, inclusive; null = open"),
  latest: optionalDay("Last day on which it can have happened, inclusive; null = open"),
  date_basis: oneOf(dateBases, "What the dates rest on; the publication date is never copied in"),
  time: z.int32().nullable().meta({ description: "The time expression used", references: "times.time" }),
  place_entity_id: entity("Where it happened"),
  place_start: optionalStart("the place"),
  place_end: optionalEnd("the place"),
  place: optionalText("Name of the place"),
  place_precision: optionalOneOf(placePrecisions, "How exact the place is"),
  place_basis: optionalOneOf(placeBases, "What the place rests on"),
  evidence_start: start("the evidence"),
  evidence_end: end("the evidence"),
  evidence: optionalText("The words that say it; null with --text none"),
  rule: text("The rule that found it"),
  event_id: z.string().meta({ description: "The event across documents", references: "events.event_id" }),
});

export const participantRow = z.object({
  doc_id: docId,
  event_mention_id: eventMention,
  participant: z.int32().meta({ description: "Ordinal in the event mention, from 0", key: true }),
  role: oneOf(participantRoles, "actor or recipient; all sides of a reciprocal event are actors"),
  start_char: optionalStart("the phrase"),
  end_char: optionalEnd("the phrase"),
  text: optionalText("The whole phrase as written; null when implied or with --text none"),
  mention: z
    .int32()
    .nullable()
    .meta({ description: "The mention in the phrase", references: "mentions.mention" }),
  entity_id: entity("Who"),
  name: optionalText("Canonical name, or the phrase where there is no entity"),
  country: optionalText("ISO 3166 alpha-3"),
  sector: optionalText("PLOVER sector"),
  implied: flag("Not written in the clause"),
});

export const claimRow = z.object({
  doc_id: docId,
  event_mention_id: eventMention,
  claim: z.int32().meta({ description: "Ordinal in the event mention, from 0", key: true }),
  level: int("0 = outermost"),
  stance: oneOf(claimStances, "What the claimant says of the event"),
  start_char: start("who says so"),
  end_char: end("who says so"),
  text: optionalText("Who, as written; null with --text none"),
  entity_id: entity("Who"),
  quote: z.int32().nullable().meta({ description: "The quote it stands in", references: "quotes.quote" }),
});

export const eventRow = z.object({
  event_id: z.string().meta({ description: "`e` + hash of first_mention", key: true }),
  first_mention: z.string().meta({
    description: "Smallest published_earliest (null last), then doc_id, start_char",
    references: "event_mentions.event_mention_id",
  }),
  type: oneOf(eventTypes, "PLOVER type"),
  mode: optionalText("PLOVER mode"),
  status: oneOf(eventStatuses, "Whether it happened, over all mentions"),
  quad_class: int("1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"),
  earliest: optionalDay("First day on which it can have happened, inclusive; null = open"),
  latest: optionalDay("Last day on which it can have happened, inclusive; null = open"),
  date_conflict: flag("Its mentions state days that cannot all be right"),
  place_entity_id: entity("Where"),
  place: optionalText("Name of the place"),
  country: optionalText("ISO 3166 alpha-3 of the place"),
  lat: optionalNumber("Latitude", "degrees north"),
  lon: optionalNumber("Longitude", "degrees east"),
  actors: list("Entity ids"),
  recipients: list("Entity ids"),
  n_mentions: int("Mentions"),
  n_documents: int("Documents"),
  n_publishers: int("Publishers, as far as known"),
  n_independent: int("Independent reports: near-duplicates and one wire's copies count once"),
  claimed_by: list("Entity ids of those who assert it"),
  denied_by: list("Entity ids of those who deny it"),
  evidence: optionalText("The words of the first mention; null with --text none"),
  first_published: optionalDay("First known day of publication"),
  last_published: optionalDay("Last known day of publication"),
});

export const dyadRow = z.object({
  day: day("Day of the events").meta({ key: true, description: "Day of the events" }),
  actor_country: z.string().meta({ description: "ISO 3166 alpha-3", key: true }),
  recipient_country: z.string().meta({ description: "ISO 3166 alpha-3", key: true }),
  type: z.enum(eventTypes).meta({ description: "PLOVER type", key: true }),
  quad_class: int("1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"),
  n_events: int("Actual events of that day between the two"),
  n_independent: int("Independent reports of them"),
});
