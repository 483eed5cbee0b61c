import { z } from "zod";
import type { Table } from "../src/index.js";

/** A table with a column of every kind, nullable and not. */
export const sampleRow = z.object({
  id: z.string().meta({ description: "Name of the row" }),
  label: z.string().nullable().meta({ description: "Any text | or none" }),
  mood: z.enum(["glad", "sad"]).meta({ description: "One of two" }),
  colour: z.enum(["red", "green"]).nullable(),
  count: z.int32().min(0).meta({ description: "How many", unit: "pieces" }),
  offset: z.int32().nullable(),
  weight: z.number().meta({ description: "How heavy", unit: "kg" }),
  share: z.number().nullable(),
  open: z.boolean(),
  shut: z.boolean().nullable(),
  day: z.iso.date().meta({ description: "The day" }),
  until: z.iso.date().nullable(),
  at: z.iso.datetime().nullable(),
  tags: z.array(z.string()).meta({ description: "Words" }),
  parent: z.string().nullable().meta({ description: "The row above", references: "sample.id" }),
  body: z
    .string()
    .nullable()
    .meta({ omit: ["csv"] }),
});
export type SampleRow = z.infer<typeof sampleRow>;

export const sampleTable: Table<typeof sampleRow> = {
  name: "sample",
  title: "Things of every kind",
  schema: sampleRow,
  key: ["id"],
};

export const sample = (changes: Partial<SampleRow> = {}): SampleRow => ({
  id: "s1",
  label: null,
  mood: "glad",
  colour: null,
  count: 0,
  offset: null,
  weight: 0.5,
  share: null,
  open: true,
  shut: null,
  day: "2013-09-14",
  until: null,
  at: null,
  tags: [],
  parent: null,
  body: null,
  ...changes,
});

/** What is known to break readers and writers, a row each. */
export const hostileRows: readonly SampleRow[] = [
  sample({ id: "007", label: "leading zeros of the id stay" }),
  sample({ id: "quotes", label: 'He said "no", twice: ""', tags: ['"', '""', ",", "[]"] }),
  sample({ id: "lines", label: "one\ntwo\r\nthree\rfour\n", body: "\n\n" }),
  sample({ id: "tabs", label: "\ta\t;b;c|d\\e", tags: ["\\", "\t", "a\nb"] }),
  sample({ id: "emoji", label: "👩‍👩‍👧‍👦 🇸🇾 e\u0301 ﬁ", body: "😀".repeat(9) }),
  sample({ id: "rtl", label: "\u202bهدنة\u202c في حلب", tags: ["حلب", "停火"] }),
  sample({ id: "empty", label: "", tags: [""], body: "" }),
  sample({ id: "null", label: "null", tags: ["null", "NA", "NaN"] }),
  sample({ id: "NA", label: "NA" }),
  sample({ id: "formula", label: "=1+1", tags: ["=1+1", "@x"] }),
  sample({ id: "-5", label: "-5", offset: -5, share: -0.25 }),
  sample({ id: "spaces", label: "  both ends  ", body: "\u00a0\u2028\u2029\u0085" }),
  sample({ id: "bom", label: "\ufeffmark first" }),
  sample({
    id: "extremes",
    count: 2 ** 31 - 1,
    offset: -(2 ** 31) + 1,
    weight: 5e-324,
    share: 1.7976931348623157e308,
  }),
  sample({ id: "digits", weight: 0.1 + 0.2, share: 1e21 }),
  sample({ id: "before 1970", day: "1962-10-22", until: "1969-12-31", at: "1905-01-22T14:30:00.123Z" }),
  sample({ id: "ends of the calendar", day: "0001-01-01", until: "9999-12-31" }),
  sample({ id: "leap", day: "2000-02-29", until: "2012-02-29", at: "2012-02-29T23:59:59Z" }),
  sample({ id: "flags", open: false, shut: false, mood: "sad", colour: "green" }),
  sample({ id: "more flags", open: true, shut: true, colour: "red" }),
  sample({ id: "many tags", tags: Array.from({ length: 300 }, (_, i) => `t${i}`) }),
  sample({ id: "child", parent: "007" }),
];

/** Those that JavaScript's readers read back equal: they take a byte order mark off the start of every text. */
export const readableRows = hostileRows.filter(({ label }) => label?.startsWith("\ufeff") !== true);
