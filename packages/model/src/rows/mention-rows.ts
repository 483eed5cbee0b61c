import { z } from "zod";
import {
  entityTypes,
  granularities,
  linkBases,
  mentionForms,
  quantityMods,
  quoteKinds,
  timeAnchors,
  timeBases,
  timeTypes,
} from "../annotations.js";
import {
  docId,
  end,
  entity,
  int,
  list,
  number,
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

const words = optionalText("The words; null with --text none");

export const mentionRow = z.object({
  doc_id: docId,
  mention: z.int32().meta({ description: "Ordinal in the document, from 0", key: true }),
  sentence,
  start_char: start("the mention"),
  end_char: end("the mention"),
  text: words,
  type: oneOf(entityTypes, "Kind of entity meant here"),
  form: oneOf(mentionForms, "How it is mentioned"),
  role_title: optionalText("Title or office beside the name, outside the span"),
  entity_id: entity("The entity meant; null where it is not known"),
  basis: oneOf(linkBases, "What the link rests on: knowledge files, this document, the corpus"),
  score: number("Estimated probability that span, type and entity are right", "0 to 1"),
});

export const entityRow = z.object({
  entity_id: z
    .string()
    .meta({ description: "Wikidata QID where known, else `x` + hash of type, name and country", key: true }),
  qid: optionalText("Wikidata QID"),
  name: text("Canonical name"),
  type: oneOf(entityTypes, "Kind, by vote of its mentions"),
  country: optionalText("ISO 3166 alpha-3"),
  aliases: list("Surfaces seen"),
  lat: optionalNumber("Latitude of places", "degrees north"),
  lon: optionalNumber("Longitude of places", "degrees east"),
  n_mentions: int("Mentions in the dataset"),
  n_documents: int("Documents that mention it"),
  first_published: optionalDay("First known day of publication of a document that mentions it"),
  last_published: optionalDay("Last known day of publication of a document that mentions it"),
});

export const timeRow = z.object({
  doc_id: docId,
  time: z.int32().meta({ description: "Ordinal in the document, from 0", key: true }),
  sentence,
  start_char: start("the expression"),
  end_char: end("the expression"),
  text: words,
  type: oneOf(timeTypes, "TIMEX3 type"),
  value: text("TIMEX3 value, underspecified where the text is: XXXX-06-25"),
  mod: optionalText("TIMEX3 mod: START, END, APPROX …"),
  quant: optionalText("TIMEX3 quant of a SET: EVERY"),
  freq: optionalText("TIMEX3 freq of a SET: 2X"),
  earliest: optionalDay("First day it can cover, inclusive; null = open"),
  latest: optionalDay("Last day it can cover, inclusive; null = open"),
  granularity: optionalOneOf(granularities, "Unit of the value"),
  anchor: oneOf(timeAnchors, "What a relative value counts from"),
  anchor_time: z
    .int32()
    .nullable()
    .meta({ description: "The time it counts from, where anchor is `time`", references: "times.time" }),
  basis: oneOf(timeBases, "stated in the words, relative to an anchor, or inferred"),
  rule: text("The rule that found it"),
});

export const quoteRow = z.object({
  doc_id: docId,
  quote: z.int32().meta({ description: "Ordinal in the document, from 0", key: true }),
  sentence,
  start_char: start("the quoted words without marks, or of the reported clause"),
  end_char: end("the quoted words without marks, or of the reported clause"),
  text: words,
  kind: oneOf(quoteKinds, "direct: all in marks; mixed: partly; indirect: not in marks"),
  content_start: start("the whole reported content"),
  content_end: end("the whole reported content"),
  continues: z
    .int32()
    .nullable()
    .meta({ description: "The quote that this one carries on", references: "quotes.quote" }),
  speaker: optionalText("Speaker as written"),
  speaker_start: optionalStart("the speaker"),
  speaker_end: optionalEnd("the speaker"),
  speaker_entity_id: entity("The speaker; null where unknown"),
  speaker_name: optionalText("Name of the speaker, resolved"),
  cue: optionalText("The word of saying"),
  cue_start: optionalStart("the cue"),
  cue_end: optionalEnd("the cue"),
  addressee_entity_id: entity("Who was told, where said"),
  rule: text("The rule that found it"),
});

export const quantityRow = z.object({
  doc_id: docId,
  quantity: z.int32().meta({ description: "Ordinal in the document, from 0", key: true }),
  sentence,
  start_char: start("the figure with its unit"),
  end_char: end("the figure with its unit"),
  text: words,
  value: optionalNumber("The figure; null where only bounds are said"),
  low: optionalNumber("Lower bound, inclusive"),
  high: optionalNumber("Upper bound, inclusive"),
  unit: optionalText("Unit: percent, km, person …"),
  currency: optionalText("ISO 4217 code"),
  counted: optionalText("What is counted: people killed, troops …"),
  mod: optionalOneOf(quantityMods, "How exact"),
  event_mention_id: z
    .string()
    .nullable()
    .meta({ description: "The event it belongs to", references: "event_mentions.event_mention_id" }),
  rule: text("The rule that found it"),
});
