import { createHash } from "node:crypto";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { isoDay, messageOf } from "@readout/model";
import { describe, expect, onTestFinished, test } from "vitest";
import { findInputs } from "../../src/inputs/find-inputs.js";
import type { InputItem, InputRecord } from "../../src/inputs/input-record.js";
import { readFile } from "../../src/inputs/read-file.js";
import { temporaryFolder } from "../temporary-folder.js";

const readAll = async (name: string, content: string | Uint8Array): Promise<readonly InputItem[]> => {
  const folder = temporaryFolder({ [name]: content });
  const items: InputItem[] = [];
  for (const file of findInputs([join(folder, name)], { except: [] }).files) {
    for await (const item of readFile(file)) items.push(item);
  }
  return items;
};

const recordsOf = (items: readonly InputItem[]): readonly InputRecord[] =>
  items.flatMap((item) => (item.kind === "record" ? [item.record] : []));
const textOf = ({ payload }: InputRecord): string => Buffer.from(payload).toString("utf8");
/** Diagnostics on inputs, as people read them. */
const messagesOf = (items: readonly InputItem[]): readonly string[] =>
  items.flatMap((item) =>
    item.kind === "diagnostic" ? [`${item.source}: ${messageOf(item.diagnostic)}`] : [],
  );

const lines = (...records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join("");

describe("text and HTML", () => {
  test("the id is a hash over name, NUL and bytes; the checksum one over the bytes", async () => {
    const [record] = recordsOf(await readAll("page.txt", "Talks began."));
    expect(record?.docId).toBe(
      `d${createHash("sha256").update("page.txt\0Talks began.").digest("hex").slice(0, 20)}`,
    );
    expect(record?.sha256).toBe(createHash("sha256").update("Talks began.").digest("hex"));
  });

  test("gzip is read to its last member, zeros behind it left alone", async () => {
    const bytes = Buffer.concat([gzipSync("Talks "), gzipSync("began."), Buffer.alloc(512)]);
    expect(recordsOf(await readAll("page.html.gz", bytes)).map(textOf)).toEqual(["Talks began."]);
  });

  test("a long gzip file is read without a warning of node's", async () => {
    const warnings: string[] = [];
    const hear = ({ message }: Error): void => void warnings.push(message);
    process.on("warning", hear);
    onTestFinished(() => void process.off("warning", hear));
    const noise = Array.from({ length: 40_000 }, (_, n) =>
      createHash("sha256").update(String(n)).digest("base64"),
    ).join(" ");
    expect(recordsOf(await readAll("page.txt.gz", gzipSync(noise))).map(textOf)).toEqual([noise]);
    expect(warnings).toEqual([]);
  });

  test("zstd", async () => {
    // `zstd --no-check` of "Talks began.": magic, frame header with the length, one raw block.
    const bytes = Buffer.concat([Buffer.from("28b52ffd200c610000", "hex"), Buffer.from("Talks began.")]);
    expect(recordsOf(await readAll("page.txt.zst", bytes)).map(textOf)).toEqual(["Talks began."]);
  });

  test("damaged gzip is a diagnostic", async () => {
    const messages = messagesOf(await readAll("page.txt.gz", gzipSync("Talks began.").subarray(0, 15)));
    expect(messages).toEqual(["page.txt.gz: cannot be read: unexpected end of file"]);
  });

  test.each([
    ["noise", "incorrect header check"],
    ["\0noise", "damaged after byte 26"],
  ])("bytes between members are not passed over: %j", async (noise, reason) => {
    const bytes = Buffer.concat([gzipSync("Talks "), Buffer.from(noise), gzipSync("began.")]);
    expect(messagesOf(await readAll("page.txt.gz", bytes))).toEqual([
      `page.txt.gz: cannot be read: ${reason}`,
    ]);
  });

  test("a bomb is not unpacked", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    expect(messagesOf(await readAll("bomb.txt.gz", bomb))).toEqual([
      "bomb.txt.gz: more than the 16777216 bytes that are read of a page",
    ]);
  });
});

describe("a name that does not tell", () => {
  test.each([
    ["text", "Talks began.", ["page"]],
    ["gzipped text", gzipSync("Talks began."), ["page"]],
    ["JSONL", '\uFEFF{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}', ["page#a", "page#b"]],
    ["gzipped JSONL", gzipSync('{"text":"One."}'), ["page#1"]],
    ["a brace in text", "{Talks} began.", ["page"]],
    ["nothing", "", ["page"]],
  ])("%s", async (_, content, sources) => {
    expect(recordsOf(await readAll("page", content)).map(({ source }) => source)).toEqual(sources);
  });
});

describe("JSONL", () => {
  test("records with and without an id", async () => {
    const items = await readAll(
      "news.jsonl",
      lines(
        { id: "a", text: "One.", publisher: "The Harbour Courier", published: "2013-09-14" },
        { text: "Two." },
        { id: 7, html: "<p>Three." },
      ),
    );
    expect(recordsOf(items).map(({ source, format, given }) => [source, format, given.publisher])).toEqual([
      ["news.jsonl#a", "text", "The Harbour Courier"],
      ["news.jsonl#2", "text", null],
      ["news.jsonl#7", "html", null],
    ]);
    const [first] = recordsOf(items);
    expect(isoDay(first?.given.published ?? 0)).toBe("2013-09-14");
    expect(first?.docId).toBe(`d${createHash("sha256").update("a\0One.").digest("hex").slice(0, 20)}`);
  });

  test("a bad line costs that line", async () => {
    const text = `${lines({ id: "a", text: "One." })}{"id": "b", "text"\n\n${lines({ id: "c" }, { id: "d", text: 4 }, ["e"])}{"id":"f","text":"Six."}`;
    const items = await readAll("news.jsonl", text);
    expect(recordsOf(items).map(({ source }) => source)).toEqual(["news.jsonl#a", "news.jsonl#f"]);
    expect(messagesOf(items).map((message) => message.replace(/not JSON:.*/, "not JSON"))).toEqual([
      "news.jsonl#2: record 2: not JSON",
      "news.jsonl#4: record 4: neither text nor html",
      "news.jsonl#5: record 5: text: Invalid input: expected string, received number",
      "news.jsonl#6: record 6: record: Invalid input: expected object, received array",
    ]);
  });

  test("a date that is none is said and left out", async () => {
    const [record] = recordsOf(
      await readAll("news.jsonl", lines({ text: "One.", title: "A title", published: "14 September" })),
    );
    expect(record?.given).toMatchObject({ published: null, title: "A title" });
    expect(record?.diagnostics.map(messageOf)).toEqual(["record 1: published is no ISO date: 14 September"]);
  });

  test("half a surrogate pair becomes U+FFFD and is counted", async () => {
    const [record] = recordsOf(await readAll("news.jsonl", '{"text":"a\\ud83d b \\ude00"}\n'));
    expect(record && textOf(record)).toBe("a\uFFFD b \uFFFD");
    expect(record?.diagnostics.map(messageOf)).toEqual(["2 lone surrogates replaced by U+FFFD"]);
  });

  test("nor is there half a pair in what is said of a document", async () => {
    const [record] = recordsOf(
      await readAll(
        "news.jsonl",
        '{"id":"a\\ud83d","title":"b \\ude00","publisher":"c\\ud83d\\ude00","text":"One."}\n',
      ),
    );
    expect(record?.source).toBe("news.jsonl#a\uFFFD");
    expect(record?.given).toMatchObject({ title: "b \uFFFD", publisher: "c\u{1f600}" });
    expect(record?.diagnostics.map(messageOf)).toEqual(["2 lone surrogates replaced by U+FFFD"]);
  });

  test("keys of Object.prototype are data", async () => {
    const [record] = recordsOf(
      await readAll(
        "news.jsonl",
        '{"id":"__proto__","text":"One.","__proto__":{"title":"x"},"constructor":1}\n',
      ),
    );
    expect(record?.source).toBe("news.jsonl#__proto__");
    expect(record?.given.title).toBeNull();
    expect(({} as { title?: string }).title).toBeUndefined();
  });

  test("ten thousand brackets deep", async () => {
    const deep = `{"text":"One.","x":${"[".repeat(10_000)}${"]".repeat(10_000)}}\n`;
    expect(recordsOf(await readAll("news.jsonl", deep)).map(textOf)).toEqual(["One."]);
  });
});

describe("WARC and WET", () => {
  const http = (status: string, type: string, body: string): string =>
    `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\n\r\n${body}`;
  const warc = (type: string, id: string, media: string, body: string): string =>
    [
      "WARC/1.0",
      `WARC-Type: ${type}`,
      `WARC-Record-ID: <urn:uuid:${id}>`,
      "WARC-Target-URI: https://courier.example/talks",
      "WARC-Date: 2016-10-02T03:04:05Z",
      `Content-Type: ${media}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      "",
      `${body}\r\n\r\n`,
    ].join("\r\n");
  const response = (id: string, status: string, type: string, body: string): string =>
    warc("response", id, "application/http; msgtype=response", http(status, type, body));

  test("pages come out, the rest is counted", async () => {
    const members = [
      warc("warcinfo", "0", "application/warc-fields", "software: none\r\n"),
      response("1", "200 OK", "text/html; charset=ISO-8859-1", "<p>Talks began."),
      response("2", "404 Not Found", "text/html", "<p>Gone."),
      response("3", "200 OK", "image/png", "x"),
      warc("conversion", "4", "text/plain", "Talks ended."),
    ];
    const items = await readAll("crawl.warc.gz", Buffer.concat(members.map((member) => gzipSync(member))));
    expect(
      recordsOf(items).map((record) => [
        record.source,
        record.format,
        record.encoding,
        textOf(record),
        record.given.url,
      ]),
    ).toEqual([
      ["crawl.warc.gz#urn:uuid:1", "html", "iso-8859-1", "<p>Talks began.", "https://courier.example/talks"],
      ["crawl.warc.gz#urn:uuid:4", "text", "utf-8", "Talks ended.", "https://courier.example/talks"],
    ]);
    expect(recordsOf(items).every(({ given }) => given.published === null)).toBe(true);
    expect(messagesOf(items)).toEqual([
      "crawl.warc.gz: 1 records skipped: status 404",
      "crawl.warc.gz: 1 records skipped: type image/png",
    ]);
  });

  const members = (count: number): readonly Buffer[] =>
    Array.from({ length: count }, (_, i) =>
      gzipSync(warc("conversion", String(i), "text/plain", `Talks ${i}. ${"x".repeat(i * 997)}`)),
    );

  test.each([
    ["a magic number", 0, 1, "not a gzip member"],
    ["the data", 30, 60, /./],
    ["the checksum", -8, -4, "incorrect data check"],
  ] as const)("damage to %s of a member costs that record", async (_, from, to, reason) => {
    const parts = members(9).map((member) => Buffer.from(member));
    const [before = 0, member = Buffer.alloc(0)] = [
      parts.slice(0, 4).reduce((sum, { length }) => sum + length, 0),
      parts[4],
    ];
    member.subarray(from < 0 ? member.length + from : from, to < 0 ? member.length + to : to).fill(0x55);
    const items = await readAll("crawl.wet.gz", Buffer.concat([...parts, Buffer.alloc(100)]));
    expect(recordsOf(items).map(({ source }) => Number(source.split(":")[2]))).toEqual([
      0, 1, 2, 3, 5, 6, 7, 8,
    ]);
    const damage = items.flatMap((item) => (item.kind === "diagnostic" ? [item.diagnostic] : []));
    expect(damage).toEqual([
      expect.objectContaining({
        code: "container_damaged",
        params: { from: before, to: before + member.length, reason: expect.stringMatching(reason) },
      }),
    ]);
  });

  test("a file cut short gives the records before the cut", async () => {
    const bytes = Buffer.concat(members(5));
    const items = await readAll("crawl.wet.gz", bytes.subarray(0, bytes.length - 30));
    expect(recordsOf(items)).toHaveLength(4);
    expect(messagesOf(items)[0]).toContain("unexpected end of file");
  });

  test("a plain file cut short within a record that is skipped ends", async () => {
    const bytes = "WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 30\r\n\r\nGET / HTTP/1.1\r\n\r\n";
    expect(messagesOf(await readAll("crawl.warc", Buffer.from(bytes)))).toEqual([
      "crawl.warc: cannot be read: unexpected end of file",
    ]);
  }, 5000);
});
