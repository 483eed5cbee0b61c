import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { hostileText } from "../../../packages/model/test/hostile-text.js";

/** Pages of our own datasets, to be mutated: text as people saved it. */
export const ownPages: readonly string[] = ["harbour-briefs", "syria-diplomacy"].flatMap((name) => {
  const folder = fileURLToPath(new URL(`../../../datasets/${name}/raw`, import.meta.url));
  return readdirSync(folder)
    .filter((file) => /\.(?:txt|html)$/.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8"));
});

type Edit = Readonly<{
  kind: "insert" | "delete" | "repeat" | "move";
  at: number;
  size: number;
  text: string;
}>;

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom("insert", "delete", "repeat", "move"),
  at: fc.nat(100_000),
  size: fc.nat(40),
  text: fc.oneof(
    fc.string({ unit: "binary", maxLength: 4 }),
    fc.constantFrom(..."\n“”\"'-–—,.:;()[]{}<>&%$€0123456789 \u00a0\u200b\u202e\u2028\ufeff\u0000\ud800"),
    fc.constantFrom(
      "\n\n",
      "said",
      "Monday",
      "Mr.",
      "U.S.",
      "Syria's",
      "30 February",
      "</p>",
      "=1+1",
      "1,400",
    ),
  ),
});

const apply = (text: string, { kind, at, size, text: piece }: Edit): string => {
  const place = text.length === 0 ? 0 : at % text.length;
  const cut = text.slice(place, place + size);
  const [before, after] = [text.slice(0, place), text.slice(place + size)];
  switch (kind) {
    case "insert":
      return before + piece + cut + after;
    case "delete":
      return before + after;
    case "repeat":
      return before + cut + piece + cut + after;
    case "move":
      return before + after + cut;
  }
};

/** A stretch of one of our pages, edited without understanding. */
export const mutatedPage = (length: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...ownPages), fc.nat(20_000), fc.array(edit, { minLength: 1, maxLength: 8 }))
    .map(([page, from, edits]) => {
      const start = from % Math.max(1, page.length - length);
      return edits.reduce(apply, page.slice(start, start + length));
    });

const tags =
  "html head title meta body div p span a h1 li table td script style template svg b nav article br pre".split(
    " ",
  );
const attribute = fc.oneof(
  fc.constantFrom(
    "hidden",
    'class="x"',
    'style="display:none"',
    'content="2015-07-15"',
    'name="author"',
    "=",
    '"',
    "onerror=x",
  ),
  fc.string({ unit: "binary", maxLength: 4 }),
);

/** HTML made by a grammar that opens, closes and cuts tags, comments and entities wherever it likes. */
export const markup: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.tuple(fc.constantFrom(...tags), attribute).map(([tag, rest]) => `<${tag} ${rest}>`),
      },
      { weight: 4, arbitrary: fc.constantFrom(...tags).map((tag) => `</${tag}>`) },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          "Talks began.",
          "By Ada Lind",
          "May 3, 2015",
          "Obama met Putin",
          " ",
          "\n",
        ),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          "&amp;",
          "&#0;",
          "&#xD800;",
          "&#x110000;",
          "&nbsp",
          "&",
          "<!--",
          "-->",
          "<![CDATA[",
          "]]>",
          "<!doctype html>",
          "<",
          ">",
          "</",
          "<?x",
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

/** Text in any encoding, damaged or not, or bytes that were never text. */
export const bytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc
    .tuple(
      hostileText(),
      fc.constantFrom("utf8", "utf16le", "latin1"),
      fc.constantFrom("", "efbbbf", "fffe", "feff", "0000feff"),
    )
    .map(([text, encoding, mark]) => Buffer.concat([Buffer.from(mark, "hex"), Buffer.from(text, encoding)])),
  fc
    .tuple(mutatedPage(200), fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 5 }))
    .map(([text, changes]) => {
      const encoded = Buffer.from(text, "utf8");
      for (const [at, byte] of changes) if (at < encoded.length) encoded[at] = byte;
      return encoded;
    }),
);

/** Lines that may be records. */
export const jsonLines: fc.Arbitrary<Uint8Array> = fc
  .array(
    fc.oneof(
      fc
        .record({
          id: fc.oneof(hostileText(), fc.integer(), fc.constantFrom("__proto__", "../../x", "constructor")),
          text: hostileText(),
        })
        .map((record) => JSON.stringify(record)),
      fc
        .dictionary(
          fc.constantFrom("id", "text", "html", "published", "__proto__", "url", "toString"),
          fc.jsonValue(),
          { noNullPrototype: true },
        )
        .map((record) => JSON.stringify(record)),
      fc.json({ maxDepth: 5 }),
      fc.constantFrom(
        '{"text":"\\ud83d"}',
        '{"text":"a","published":"2015-02-30"}',
        "[".repeat(300),
        '{"text":',
        '{"__proto__":{"polluted":1},"text":"x"}',
        "\ufeff{}",
      ),
      fc.string({ unit: "binary", maxLength: 30 }),
    ),
    { maxLength: 6 },
  )
  .map((lines) => Buffer.from(lines.join("\n"), "utf8"));

const warcRecord = fc
  .record({
    version: fc.constantFrom("WARC/1.0", "WARC/1.1", "WARC/0.18", "HTTP/1.1", ""),
    type: fc.constantFrom("response", "resource", "conversion", "warcinfo", "request", "x"),
    id: fc.constantFrom("<urn:uuid:1>", "../../etc/passwd", "\u0000", "__proto__"),
    media: fc.constantFrom(
      "text/html",
      "text/plain; charset=utf-8",
      "text/plain; charset=x-none",
      "image/png",
      "application/http; msgtype=response",
    ),
    http: fc.constantFrom(
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\nzz\r\n",
      "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: text/html\r\n\r\n",
      "HTTP/1.1 404 X\r\n\r\n",
      "",
    ),
    body: hostileText(),
    slip: fc.integer({ min: -20, max: 20 }),
    end: fc.constantFrom("\r\n\r\n", "\n\n", "", "\r\n"),
  })
  .map(({ version, type, id, media, http, body, slip, end }) => {
    const content = Buffer.from(http + body, "utf8");
    const length = Math.max(0, content.length + (Math.abs(slip) > 15 ? slip : 0));
    const head = `${version}\r\nWARC-Type: ${type}\r\nWARC-Record-ID: ${id}\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: ${media}\r\nContent-Length: ${length}\r\n\r\n`;
    return Buffer.concat([Buffer.from(head, "latin1"), content, Buffer.from(end)]);
  });

/** WARC files whose records lie about their lengths, types and encodings. */
export const warc: fc.Arbitrary<Uint8Array> = fc
  .array(warcRecord, { minLength: 1, maxLength: 4 })
  .map((records) => Buffer.concat(records));
