import {
  blockRoles,
  entityTypes,
  eventStatuses,
  eventTypes,
  quantityMods,
  quoteKinds,
  timeTypes,
} from "@readout/model";
import { z } from "zod";

/** The shape of a gold file; datasets/syria-diplomacy/gold/README.md says what each field means. Unknown fields are errors. */
const oneOrMore = <const S extends z.ZodType>(item: S) =>
  z
    .union([item, z.array(item).min(1)])
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<S>[]);

/** YAML reads `2014` as a number; a TIMEX3 value is a string all the same. */
const scalar = z.union([z.string(), z.number()]).transform(String);
const day = z.iso.date();
const optional = z.boolean().default(false);
const place = { nth: z.int().min(1).optional(), in: z.string().optional() };
const words = { text: oneOrMore(z.string()), ...place };

const block = z.strictObject({ ...words, role: oneOrMore(z.enum(blockRoles)) });

const time = z.strictObject({
  ...words,
  type: oneOrMore(z.enum(timeTypes)),
  value: oneOrMore(scalar).nullable(),
  without: oneOrMore(scalar).nullable().optional(),
  optional,
});

const entity = z.strictObject({
  name: z.string(),
  type: oneOrMore(z.enum(entityTypes)),
  qid: oneOrMore(z.string().regex(/^Q\d+$/)).default([]),
  mentions: z.array(z.union([z.string(), z.strictObject(words)])).min(1),
  optional,
});

const quote = z.strictObject({
  ...words,
  kind: z.enum(quoteKinds),
  speaker: z.string().nullable(),
  optional,
});

const quantity = z.strictObject({
  ...words,
  value: z.number(),
  unit: oneOrMore(z.string()).optional(),
  currency: z.string().optional(),
  counted: z.string().optional(),
  mod: z.enum(quantityMods).optional(),
  optional,
});

const event = z.strictObject({
  trigger: z.string(),
  ...place,
  type: oneOrMore(z.enum(eventTypes)),
  mode: oneOrMore(z.string()).optional(),
  status: oneOrMore(z.enum(eventStatuses)).default(["actual"]),
  actors: z.array(oneOrMore(z.string())).default([]),
  recipients: z.array(oneOrMore(z.string())).default([]),
  earliest: oneOrMore(day).optional(),
  latest: oneOrMore(day).optional(),
  dates: z.enum(["here", "elsewhere"]).default("here"),
  place: oneOrMore(z.string()).optional(),
  claimed_by: z.array(z.string()).default([]),
  denied_by: z.array(z.string()).default([]),
  event: z.string().optional(),
  optional,
});

export const goldPage = z.strictObject({
  page: z.string(),
  /** `structure`: only metadata and blocks are gold. */
  scope: z.enum(["page", "structure"]).default("page"),
  published: oneOrMore(day),
  given: day.optional(),
  shown: z.boolean(),
  title: z.string(),
  subtitle: z.string().nullable().optional(),
  authors: z.array(z.string()),
  publisher: oneOrMore(z.string()).nullable(),
  dateline: oneOrMore(z.string()).nullable().optional(),
  blocks: z.array(block),
  times: z.array(time).default([]),
  entities: z.array(entity).default([]),
  quotes: z.array(quote).default([]),
  quantities: z.array(quantity).default([]),
  events: z.array(event).default([]),
});

export type GoldPage = z.output<typeof goldPage>;
export type GoldBlock = GoldPage["blocks"][number];
export type GoldTime = GoldPage["times"][number];
export type GoldEntity = GoldPage["entities"][number];
export type GoldQuote = GoldPage["quotes"][number];
export type GoldQuantity = GoldPage["quantities"][number];
export type GoldEvent = GoldPage["events"][number];
