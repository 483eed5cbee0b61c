import { createSentenceSplitter, createTokenizer, nothingGiven, Vocabulary } from "@readout/model";
import { names } from "@readout/normalizer/names";
import { times } from "@readout/normalizer/times";
import { createParser, decode, readHtml } from "@readout/parser";
import { createRecordAnnotator } from "@readout/pipeline";
import type { Subject } from "./subject.js";
import type { Page } from "./texts.js";

/** The day that relative dates are counted from, for Readout and for its peers. */
export const published = "2016-04-18";

const textOf = ({ bytes }: Page): string => bytes.toString("utf8");

/** Readout, from single steps to the whole way of a document. */
export const ours: Readonly<Record<string, Subject>> = {
  whole: {
    input: "page",
    create: async () => {
      const annotate = await createRecordAnnotator({ layout: "page", text: "full" });
      return ({ name, bytes }) => annotate(headOf(name), bytes).lines.sentences.rows;
    },
  },
  decode: {
    input: "page",
    create:
      async () =>
      ({ bytes }) =>
        decode(bytes).text.length,
  },
  parse: {
    input: "page",
    create: async () => {
      const { parse: structure } = await createParser();
      return (page) => {
        const source = { ...headOf(page.name), text: textOf(page), head: null };
        return structure(source, { layout: "page" }).blocks.length;
      };
    },
  },
  "tokens and sentences": {
    input: "body",
    create: async () => {
      const vocabulary = new Vocabulary();
      const [tokenize, split] = [createTokenizer(vocabulary), createSentenceSplitter(vocabulary)];
      return (page) => {
        const text = textOf(page);
        const ranges = [{ start: 0, end: text.length }];
        vocabulary.beginDocument();
        return split(tokenize(text, ranges), ranges).length;
      };
    },
  },
  times: { input: "body", create: async () => (page) => times(textOf(page), { published }).times.length },
  names: { input: "body", create: async () => (page) => names(textOf(page)).mentions.length },
  html: {
    input: "html",
    create:
      async () =>
      ({ bytes }) =>
        readHtml(bytes).text.length,
  },
};

const headOf = (source: string) =>
  ({
    docId: "d00000000000000000000",
    source,
    sha256: "",
    format: source.endsWith(".html") ? "html" : "text",
    encoding: null,
    given: nothingGiven,
    diagnostics: [],
    depth: "full",
  }) as const;
