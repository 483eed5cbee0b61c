/**
 * Cost of the exporters on 1,000,000 rows of 12 columns, beside the plainest writer of each format.
 *
 *     npx tsx --conditions=@readout/source bench/exporters.bench.ts [rows] [writer …]
 *
 * Each writer runs in a process of its own. CPU is user + system of that process less the start of node; rows are made
 * on the way, and what that costs stands in the line `rows`. The yardsticks check nothing; the exporters check each row
 * against its schema. The hash shows that two runs give the same bytes.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { toArrow, toCsv, toJsonl, toParquet } from "@readout/exporters";
import {
  Bool,
  type DataType,
  DateDay,
  Dictionary,
  Field,
  Float64,
  Int32,
  List,
  makeBuilder,
  makeData,
  RecordBatch,
  RecordBatchFileWriter,
  Schema,
  Struct,
  TimestampMillisecond,
  Utf8,
} from "apache-arrow";
import { ByteWriter, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import { z } from "zod";

const sources = Array.from({ length: 20 }, (_, i) => `source-${i}`);
const row = z.object({
  id: z.string(),
  source: z.enum(sources),
  category: z.string(),
  country: z.string().nullable(),
  text: z.string(),
  count: z.int32(),
  score: z.number(),
  day: z.iso.date(),
  at: z.iso.datetime(),
  value: z.number().nullable(),
  tags: z.array(z.string()),
  flag: z.boolean(),
});
type Row = z.infer<typeof row>;
const table = { name: "bench", title: "Rows made up", schema: row, key: ["id"] };

/** Bob Jenkins' small generator, seeded: the same rows every time. */
const random = (() => {
  let [a, b, c, d] = [0xf1ea5eed, 1, 1, 1];
  return () => {
    const e = (a - ((b << 27) | (b >>> 5))) | 0;
    a = b ^ ((c << 17) | (c >>> 15));
    b = (c + d) | 0;
    c = (d + e) | 0;
    d = (e + a) | 0;
    return (d >>> 0) / 2 ** 32;
  };
})();
const below = (limit: number): number => Math.floor(random() * limit);

const snippets = [
  "envoys met ",
  "said, “no” ",
  'he "agreed" ',
  "talks\nended ",
  "a\r\nb ",
  "\t",
  "😀 ",
  "停火 ",
  "هدنة ",
  "and then the parties went on ",
];
const texts = Array.from({ length: 4096 }, () => {
  let text = "";
  const length = below(300);
  while (text.length < length) text += snippets[below(snippets.length)];
  return text.slice(0, length).toString();
});
const pad = (value: number): string => String(value).padStart(2, "0");

function* makeRows(count: number): Generator<Row> {
  for (let i = 0; i < count; i += 1) {
    const day = `${1990 + below(30)}-${pad(1 + below(12))}-${pad(1 + below(28))}`;
    yield {
      id: `r${i}`,
      source: sources[below(20)] ?? "",
      category: `category ${below(200)}`,
      country: random() < 0.1 ? null : `C${below(50)}`,
      text: `${texts[below(4096)]}${i % 10}`,
      count: below(2 ** 31),
      score: random(),
      day,
      at: `${day}T${pad(below(24))}:${pad(below(60))}:00Z`,
      value: random() < 1 / 7 ? null : random() * 1000,
      tags: Array.from({ length: below(5) }, () => `tag${below(30)}`),
      flag: random() < 0.5,
    };
  }
}

const chunked = async function* (lines: Iterable<string>): AsyncGenerator<Uint8Array> {
  let text = "";
  for (const line of lines) {
    text += line;
    if (text.length > 1 << 18) {
      yield Buffer.from(text);
      text = "";
    }
  }
  yield Buffer.from(text);
};

const handCsv = function* (rows: Iterable<Row>): Generator<string> {
  const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  for (const r of rows) {
    yield `${[r.id, r.source, field(r.category), r.country ?? "", field(r.text), r.count, r.score, r.day, r.at, r.value ?? "", field(JSON.stringify(r.tags)), r.flag].join(",")}\n`;
  }
};

const handJsonl = function* (rows: Iterable<Row>): Generator<string> {
  for (const r of rows) yield `${JSON.stringify(r)}\n`;
};

/** apache-arrow's builders with batches of 65,536 rows and dictionaries: the fastest form of the note's table. */
const handArrow = async function* (rows: Iterable<Row>): AsyncGenerator<Uint8Array> {
  const fields = [
    new Field("id", new Utf8(), false),
    new Field("source", new Dictionary(new Utf8(), new Int32(), 1), false),
    new Field("category", new Utf8(), false),
    new Field("country", new Utf8(), true),
    new Field("text", new Utf8(), false),
    new Field("count", new Int32(), false),
    new Field("score", new Float64(), false),
    new Field("day", new DateDay(), false),
    new Field("at", new TimestampMillisecond("UTC"), false),
    new Field("value", new Float64(), true),
    new Field("tags", new List(new Field("item", new Utf8(), false)), false),
    new Field("flag", new Bool(), false),
  ];
  const schema = new Schema(fields);
  const builders = fields.map(({ type }) => makeBuilder<DataType, unknown>({ type, nullValues: [null] }));
  const writer = new RecordBatchFileWriter();
  let count = 0;
  const flush = (): void => {
    const children = builders.map((builder) => builder.flush());
    writer.write(
      new RecordBatch(schema, makeData({ type: new Struct(fields), length: count, nullCount: 0, children })),
    );
    count = 0;
  };
  const bytes = writer[Symbol.asyncIterator]();
  void (async () => {
    for (const r of rows) {
      const values = [
        r.id,
        r.source,
        r.category,
        r.country,
        r.text,
        r.count,
        r.score,
        new Date(r.day),
        Date.parse(r.at),
        r.value,
        r.tags,
        r.flag,
      ];
      values.forEach((value, i) => {
        builders[i]?.append(value);
      });
      count += 1;
      if (count === 1 << 16) {
        flush();
        await new Promise(setImmediate);
      }
    }
    flush();
    writer.finish();
  })();
  yield* bytes;
};

class Chunks extends ByteWriter {
  take(): Uint8Array {
    const bytes = this.getBytes().slice();
    this.index = 0;
    return bytes;
  }
}

/** hyparquet-writer fed 65,536 rows at a time. */
const handParquet = async function* (rows: Iterable<Row>): AsyncGenerator<Uint8Array> {
  const text = (name: string, optional = false): SchemaElement => ({
    name,
    repetition_type: optional ? "OPTIONAL" : "REQUIRED",
    type: "BYTE_ARRAY",
    converted_type: "UTF8",
  });
  const schema: SchemaElement[] = [
    { name: "root", num_children: 12 },
    text("id"),
    text("source"),
    text("category"),
    text("country", true),
    text("text"),
    { name: "count", repetition_type: "REQUIRED", type: "INT32" },
    { name: "score", repetition_type: "REQUIRED", type: "DOUBLE" },
    { name: "day", repetition_type: "REQUIRED", type: "INT32", converted_type: "DATE" },
    { name: "at", repetition_type: "REQUIRED", type: "INT64", converted_type: "TIMESTAMP_MILLIS" },
    { name: "value", repetition_type: "OPTIONAL", type: "DOUBLE" },
    { name: "tags", repetition_type: "REQUIRED", num_children: 1, converted_type: "LIST" },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    { ...text("element") },
    { name: "flag", repetition_type: "REQUIRED", type: "BOOLEAN" },
  ];
  const names = Object.keys(row.shape);
  const writer = new Chunks();
  const parquet = new ParquetWriter({ writer, schema });
  let columns = names.map((name): { name: string; data: unknown[] } => ({ name, data: [] }));
  const flush = (): void => {
    void parquet.write({ columnData: columns, rowGroupSize: 1 << 16 });
    columns = names.map((name) => ({ name, data: [] }));
  };
  for (const r of rows) {
    const values = [
      r.id,
      r.source,
      r.category,
      r.country,
      r.text,
      r.count,
      r.score,
      new Date(r.day),
      new Date(r.at),
      r.value,
      r.tags,
      r.flag,
    ];
    values.forEach((value, i) => {
      columns[i]?.data.push(value);
    });
    if (columns[0]?.data.length === 1 << 16) {
      flush();
      yield writer.take();
    }
  }
  flush();
  void parquet.finish();
  yield writer.take();
};

const onlyRows = async function* (rows: Iterable<Row>): AsyncGenerator<Uint8Array> {
  let length = 0;
  for (const { text } of rows) length += text.length;
  yield Buffer.from(String(length));
};

const writers: Readonly<Record<string, (rows: Iterable<Row>) => AsyncIterable<Uint8Array>>> = {
  rows: onlyRows,
  "hand csv": (rows) => chunked(handCsv(rows)),
  toCsv: (rows) => toCsv(rows, table),
  "hand jsonl": (rows) => chunked(handJsonl(rows)),
  toJsonl: (rows) => toJsonl(rows, table),
  "apache-arrow builders": handArrow,
  toArrow: (rows) => toArrow(rows, table),
  "hyparquet-writer": handParquet,
  toParquet: (rows) => toParquet(rows, table),
};

const [first, second, ...more] = process.argv.slice(2);

if (first === "--run" && second !== undefined) {
  const [count] = more;
  const start = process.cpuUsage();
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of writers[second]?.(makeRows(Number(count))) ?? []) {
    size += chunk.length;
    // Hashing costs more than some writers: the ends of a chunk tell two runs apart well enough.
    hash.update(chunk.subarray(0, 4096)).update(chunk.subarray(-4096)).update(String(chunk.length));
  }
  const { user, system } = process.cpuUsage(start);
  const rss = process.resourceUsage().maxRSS / 1024;
  console.log(
    JSON.stringify({ cpu: (user + system) / 1e6, rss, size, hash: hash.digest("hex").slice(0, 8) }),
  );
} else {
  const count = first ?? "1000000";
  const names = second === undefined ? Object.keys(writers) : [second, ...more];
  console.log(`${"writer".padEnd(24)}${"CPU s".padStart(8)}${"RSS MB".padStart(8)}${"MB".padStart(8)}  hash`);
  for (const name of names) {
    const child = spawnSync(
      process.execPath,
      [...process.execArgv, fileURLToPath(import.meta.url), "--run", name, count],
      {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    const figures = z
      .object({ cpu: z.number(), rss: z.number(), size: z.number(), hash: z.string() })
      .parse(JSON.parse(child.stdout));
    console.log(
      `${name.padEnd(24)}${figures.cpu.toFixed(2).padStart(8)}${figures.rss.toFixed(0).padStart(8)}${(figures.size / 1e6).toFixed(1).padStart(8)}  ${figures.hash}`,
    );
  }
}
