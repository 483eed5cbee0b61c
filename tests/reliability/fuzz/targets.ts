import { gzipSync } from "node:zlib";
import {
  createSentenceSplitter,
  createTokenizer,
  nothingGiven,
  type ParsedDocument,
  Vocabulary,
} from "@readout/model";
import { times } from "@readout/normalizer/times";
import { createParser, decode, readHtml } from "@readout/parser";
import { createRecordAnnotator } from "@readout/pipeline";
import fc from "fast-check";
import { hostileText } from "../../../packages/model/test/hostile-text.js";
import { decompress } from "../../../packages/pipeline/src/inputs/decompress.js";
import type { InputItem } from "../../../packages/pipeline/src/inputs/input-record.js";
import { readJsonl } from "../../../packages/pipeline/src/inputs/read-jsonl.js";
import { readWarc } from "../../../packages/pipeline/src/inputs/read-warc.js";
import { checkOffsets } from "../../../packages/pipeline/src/validate/check-offsets.js";
import type { DocumentGroup } from "../../../packages/pipeline/src/validate/document-group.js";
import { bytes, jsonLines, markup, mutatedPage, warc } from "./hostile-input.js";

/** A part of Readout, input for it, and what must hold of whatever comes out. */
export type Target = Readonly<{
  name: string;
  /** Inputs of a million. */
  share: number;
  property: fc.IRawProperty<[unknown]>;
}>;

const target = <Input>(
  name: string,
  share: number,
  input: fc.Arbitrary<Input>,
  holds: (input: Input) => boolean,
): Target => ({ name, share, property: fc.property(input, holds) as unknown as Target["property"] });

const asyncTarget = <Input>(
  name: string,
  share: number,
  input: fc.Arbitrary<Input>,
  holds: (input: Input) => Promise<boolean>,
): Target => ({ name, share, property: fc.asyncProperty(input, holds) as unknown as Target["property"] });

/** Loads what is fuzzed, once. */
export const createTargets = async (): Promise<readonly Target[]> => {
  const vocabulary = new Vocabulary();
  const tokenize = createTokenizer(vocabulary);
  const split = createSentenceSplitter(vocabulary);
  const { parse } = await createParser();
  const annotate = await createRecordAnnotator({ layout: "page", text: "full" });
  const text = fc.oneof(hostileText(), mutatedPage(160));
  return [
    target("tokens and sentences", 500_000, text, (input) => {
      const tokens = tokenize(input);
      let at = 0;
      for (let i = 0; i < tokens.length; i++) {
        const [start = -1, end = -1] = [tokens.start[i], tokens.end[i]];
        if (start < at || end <= start || !isSpace(input.slice(at, start))) return false;
        at = end;
      }
      const sentences = split(tokens, [{ start: 0, end: input.length }]);
      let last = 0;
      for (let i = 0; i < sentences.length; i++) {
        if ((sentences.start[i] ?? -1) < last) return false;
        last = sentences.end[i] ?? 0;
      }
      return isSpace(input.slice(at)) && last <= input.length;
    }),
    target("decode", 200_000, bytes, (input) => {
      const { text: decoded } = decode(input);
      return decoded.isWellFormed() && !/[\u0000\r]/.test(decoded);
    }),
    target("HTML to text", 120_000, markup, (input) => {
      const { text: visible } = readHtml(input);
      return visible.isWellFormed() && !/[\u0000\r]/.test(visible);
    }),
    target("times", 100_000, text, (input) =>
      times(input, { published: "2015-07-15" }).times.every(
        ({ start, end }) => start >= 0 && start < end && end <= input.length,
      ),
    ),
    target("blocks", 20_000, fc.oneof(hostileText(), mutatedPage(500)), (input) => {
      const source = decode(Buffer.from(input, "utf8")).text;
      return isCovered(
        parse(
          {
            docId: "d",
            source: "s",
            sha256: "",
            text: source,
            given: nothingGiven,
            head: null,
            diagnostics: [],
          },
          { layout: "page" },
        ),
      );
    }),
    asyncTarget("JSONL", 40_000, jsonLines, async (input) => {
      const items = await collect(readJsonl({ source: "a.jsonl", name: "a.jsonl", chunks: once(input) }));
      return items.every(isSound) && !("polluted" in {});
    }),
    asyncTarget("WARC, plain and gzipped", 20_000, warc, async (input) => {
      const read = async (chunks: AsyncIterable<Uint8Array>): Promise<void> => {
        // What a file does that is no WARC at all is told by the reader of files as a diagnostic.
        const items = await collect(readWarc({ source: "a.warc", name: "a.warc", chunks })).catch(
          errorsAlone,
        );
        if (!items.every(isSound)) throw new Error("an unsound record");
      };
      await read(once(input));
      await read(decompress(once(gzipSync(input)), "gzip"));
      return true;
    }),
    target(
      "whole documents, every table",
      20_000,
      fc.oneof(hostileText(), mutatedPage(400), markup),
      (input) => {
        const payload = Buffer.from(input, "utf8");
        const head = { ...recordHead, format: input.startsWith("<") ? "html" : "text" } as const;
        const { lines } = annotate(head, payload);
        const group = groupOf(lines);
        return [...checkOffsets(group)].length === 0 && again(annotate(head, payload).lines, lines);
      },
    ),
  ];
};

const recordHead = {
  docId: `d${"0".repeat(20)}`,
  source: "page",
  sha256: "0".repeat(64),
  encoding: "utf-8",
  given: nothingGiven,
  diagnostics: [],
  depth: "full",
} as const;

type Lines = Readonly<Record<string, Readonly<{ bytes: Uint8Array }>>>;

const groupOf = (lines: Lines): DocumentGroup => {
  const rows = Object.fromEntries(
    Object.entries(lines).map(([table, { bytes: written }]) => [
      table,
      Buffer.from(written)
        .toString("utf8")
        .split("\n")
        .filter(Boolean)
        .map((line): unknown => JSON.parse(line)),
    ]),
  );
  const [document] = rows.documents ?? [];
  return { ...rows, document } as unknown as DocumentGroup;
};

const again = (one: Lines, other: Lines): boolean =>
  Object.entries(one).every(([table, { bytes: written }]) =>
    Buffer.from(written).equals(other[table]?.bytes ?? Buffer.alloc(0)),
  );

const isCovered = ({ source, blocks }: ParsedDocument): boolean => {
  let at = 0;
  for (const { start, end } of blocks) {
    if (start < at || end <= start || !isSpace(source.text.slice(at, start))) return false;
    at = end;
  }
  return isSpace(source.text.slice(at));
};

/** White space of Unicode, to which U+0085 belongs and JavaScript's `\s` does not count it. */
const isSpace = (text: string): boolean => /^[\s\u0085]*$/.test(text);

const isSound = (item: InputItem): boolean =>
  item.kind === "diagnostic" || /^d[0-9a-f]{20}$/.test(item.record.docId);

const errorsAlone = (error: unknown): readonly InputItem[] => {
  if (error instanceof TypeError || error instanceof RangeError) throw error;
  return [];
};

const collect = async (items: AsyncIterable<InputItem>): Promise<readonly InputItem[]> => {
  const found: InputItem[] = [];
  for await (const item of items) found.push(item);
  return found;
};

async function* once(input: Uint8Array): AsyncGenerator<Uint8Array> {
  yield input;
}
