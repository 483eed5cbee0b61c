import { nothingGiven } from "@readout/model";
import { readHtml } from "@readout/parser";
import { createRecordAnnotator, type RecordAnnotator } from "@readout/pipeline";
import { beforeAll, describe, expect, test } from "vitest";

/**
 * Texts that make careless rules slow: one sentence without end, nothing but quotation marks, brackets, dates, marks that combine,
 * and strings on which backtracking expressions take time that grows with a power of their length.
 */
const shapes: Readonly<Record<string, string>> = {
  "one sentence": "and the minister met the envoy of the council ",
  "quotation marks": "“",
  "open and closed quotes": "“a” ‘b’ ",
  "said and said": 'said "yes" he said ',
  capitals: "United Nations Security Council General ",
  "glued capitals": "UnitedNations",
  brackets: "([{",
  dates: "on Monday June 18, 2012, ",
  "ambiguous dates": "1/2/3 4-5-6 ",
  "month after month": "May ",
  digits: "1234567890",
  "digits and commas": "1,1",
  amounts: "$1.5 million to 2 billion ",
  "full stops": "U.S.",
  dots: ".",
  hyphens: "a-",
  apostrophes: "'s ",
  spaces: " ",
  "non-breaking spaces": "\u00a0a",
  "line feeds": "\n",
  "short lines": "a\n",
  "combining marks": "\u0301",
  "a ligature of eighteen letters": "\ufdfa",
  "zero width": "a\u200b",
  "bidi controls": "\u202ea\u202c",
  emoji: "👩‍👩‍👧‍👦",
  "broken surrogates": "\ufffd",
  bylines: "By Ada Lind\n",
  captions: "FILE - In this May 3, 2015 file photo, ",
  "links of a menu": "Home World Sports\n",
  verbs: "met accused called attacked ",
  "kinds of people": "troops rebels forces militants ",
  "places in places": "in London, in Paris, in Rome, ",
  "nothing but who": "he she they it who which ",
  negation: "not never no nor neither ",
  "a mail address": "a@a.",
  "an address": "http://a.b/",
  markup: "<b>",
  "markup that closes": "</p>",
  entities: "&amp;",
};

/** CPU time of a call in milliseconds, which other work on the machine hardly changes: the least of two. */
const costOf = (run: () => void): number => {
  const costs = [0, 1].map(() => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...costs);
};

const sizes = { small: 4000, large: 16_000 };
/** Four times the text may cost so many times as much: 2.5 a doubling, and what compiling and collecting takes. */
const allowed = (small: number): number => small * 2.5 ** 2 + 100;

describe("cost grows with the length, not with its square", () => {
  let annotate: RecordAnnotator;
  beforeAll(async () => {
    annotate = await createRecordAnnotator({ layout: "page", text: "full" });
  });
  const textOf = (shape: string, length: number): string => shape.repeat(Math.ceil(length / shape.length));
  const head = {
    docId: `d${"0".repeat(20)}`,
    source: "page.txt",
    sha256: "",
    format: "text",
    encoding: "utf-8",
    given: nothingGiven,
    diagnostics: [],
    depth: "full",
  } as const;

  test.each(Object.entries(shapes))(
    "a page of %s",
    (_, shape) => {
      const run = (length: number) => () => {
        annotate(head, Buffer.from(`Talks began. ${textOf(shape, length)}`, "utf8"));
      };
      run(sizes.large)();
      const small = costOf(run(sizes.small));
      expect(costOf(run(sizes.large))).toBeLessThan(allowed(small));
    },
    60_000,
  );

  test.each(["<b>", "</p>", "<table><tr>", "<!--", "&amp;", '<a href="', "<p hidden>", "<select><option>"])(
    "a page of HTML of %s",
    (shape) => {
      const run = (length: number) => () => {
        readHtml(textOf(shape, length));
      };
      run(sizes.large)();
      const small = costOf(run(sizes.small));
      expect(costOf(run(sizes.large))).toBeLessThan(allowed(small));
    },
    60_000,
  );
});
