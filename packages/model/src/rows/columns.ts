import { z } from "zod";

/** Column kinds of the row schemas. `.meta()` says what a column means; exporters read types and meaning from here. */
export const text = (description: string) => z.string().meta({ description });
export const optionalText = (description: string) => z.string().nullable().meta({ description });
export const int = (description: string) => z.int32().meta({ description });
export const number = (description: string, unit?: string) =>
  z.number().meta({ description, ...(unit ? { unit } : {}) });
export const optionalNumber = (description: string, unit?: string) =>
  z
    .number()
    .nullable()
    .meta({ description, ...(unit ? { unit } : {}) });
export const flag = (description: string) => z.boolean().meta({ description });
export const day = (description: string) => z.iso.date().meta({ description });
export const optionalDay = (description: string) => z.iso.date().nullable().meta({ description });
export const list = (description: string) => z.array(z.string()).meta({ description });
export const oneOf = <const V extends readonly [string, ...string[]]>(values: V, description: string) =>
  z.enum(values).meta({ description });
export const optionalOneOf = <const V extends readonly [string, ...string[]]>(
  values: V,
  description: string,
) => z.enum(values).nullable().meta({ description });

/** Offsets of every exported table: Unicode code points, half-open, into documents.text. */
export const start = (of: string) =>
  z
    .int32()
    .min(0)
    .meta({ description: `First character of ${of}`, unit: "code points into documents.text" });
export const end = (of: string) =>
  z
    .int32()
    .min(0)
    .meta({ description: `Character after the last of ${of}`, unit: "code points into documents.text" });
export const optionalStart = (of: string) =>
  z
    .int32()
    .min(0)
    .nullable()
    .meta({ description: `First character of ${of}`, unit: "code points into documents.text" });
export const optionalEnd = (of: string) =>
  z
    .int32()
    .min(0)
    .nullable()
    .meta({ description: `Character after the last of ${of}`, unit: "code points into documents.text" });
export const docId = z.string().meta({ description: "The document", references: "documents.doc_id" });
export const sentence = z
  .int32()
  .nullable()
  .meta({ description: "The sentence it stands in", references: "sentences.sentence" });
export const entity = (description: string) =>
  z.string().nullable().meta({ description, references: "entities.entity_id" });
