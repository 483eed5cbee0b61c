import {
  type Block,
  type BlockRole,
  dayOf,
  type Given,
  isoDay,
  type Metadata,
  messageOf,
  nothingGiven,
  nothingStated,
  type ParsedDocument,
  Vocabulary,
} from "@readout/model";
import { describe, expect, test } from "vitest";
import { createDocumentDater, knownDate } from "../../src/dating/date-document.js";
import { createNameRecognizer } from "../../src/names/name-recognizer.js";
import { createPassageReader } from "../../src/passage.js";
import { createTimeRecognizer } from "../../src/times/create-time-recognizer.js";

const vocabulary = new Vocabulary();
const times = createTimeRecognizer(vocabulary);
const names = createNameRecognizer(vocabulary);
const { inferDate } = createDocumentDater(vocabulary);
const passages = createPassageReader(vocabulary);
const open = { earliest: null, latest: null };

type Extras = Readonly<{ given?: Partial<Given>; published?: Metadata["published"] }>;

const parsedOf = (
  lines: readonly (readonly [BlockRole, string])[],
  { given, published }: Extras,
): ParsedDocument => {
  const blocks: Block[] = [];
  let text = "";
  for (const [role, line] of lines) {
    blocks.push({ role, start: text.length, end: text.length + line.length });
    text += `${line}\n`;
  }
  return {
    source: {
      docId: "d0",
      source: "a.txt",
      sha256: "",
      text,
      given: { ...nothingGiven, ...given },
      head: null,
      diagnostics: [],
    },
    blocks,
    metadata: { ...nothingStated, published: published ?? null, language: "en" },
    diagnostics: [],
  };
};

const date = (lines: readonly (readonly [BlockRole, string])[], extras: Extras = {}) => {
  const parsed = parsedOf(lines, extras);
  const passage = passages.ofDocument(parsed);
  const undated = times.resolve(times.recognize(passage), passage, open);
  const linked = names.link(names.recognize(passage), passage, {
    published: open,
    metadata: parsed.metadata,
  });
  const { published, diagnostics } =
    knownDate(parsed) ?? inferDate({ parsed, passage, times: undated.times, ...linked });
  const iso = (day: number | null) => (day === null ? null : isoDay(day));
  return {
    interval: [iso(published.earliest), iso(published.latest)],
    basis: published.basis,
    messages: diagnostics.map(messageOf),
  };
};

describe("a date that is known", () => {
  const page = [["paragraph", "He left on May 3, 2015."]] as const;
  const stated = { day: dayOf(2016, 4, 18), at: null, span: { start: 0, end: 2 } };

  test("given from outside wins over what the page states", () => {
    expect(date(page, { given: { published: dayOf(2016, 4, 20) }, published: stated })).toEqual({
      interval: ["2016-04-20", "2016-04-20"],
      basis: "given",
      messages: [],
    });
  });

  test("stated on the page, with a diagnostic", () => {
    expect(date(page, { published: stated })).toEqual({
      interval: ["2016-04-18", "2016-04-18"],
      basis: "stated",
      messages: ["published 2016-04-18: stated in the text"],
    });
  });

  test("said by the head of an HTML page", () => {
    expect(date(page, { published: { ...stated, span: null } })).toMatchObject({ basis: "metadata" });
  });
});

describe("an interval from dates", () => {
  test("a day in the past tense is not after the writing", () => {
    expect(date([["paragraph", "The bridge was opened on May 3, 2015."]])).toEqual({
      interval: ["2015-05-03", null],
      basis: "inferred",
      messages: ["published not before 2015-05-03: May 3, 2015 is past"],
    });
  });

  test("the latest of several counts", () => {
    const lines = [["paragraph", "It was begun on May 3, 2013, and it was opened on June 4, 2015."]] as const;
    expect(date(lines).interval).toEqual(["2015-06-04", null]);
  });

  test("every date of a caption is past", () => {
    expect(date([["caption", "Residents look for survivors, Oslo, April 16, 2016."]]).interval).toEqual([
      "2016-04-16",
      null,
    ]);
  });

  test.each([
    "The bridge will be opened on May 3, 2025.",
    "He said the bridge would be opened on May 3, 2025.",
    "The bridge was to be finished by May 3, 2025.",
    "The bridge is expected to be opened on May 3, 2025.",
    "He was told to report back in 2025.",
    "They were awarded the 2025 Games.",
    "Ten trends to watch in 2025.",
    "The offer expires on May 3, 2025.",
  ])("no bound from what may lie ahead: %s", (text) => {
    expect(date([["paragraph", text]])).toEqual({ interval: [null, null], basis: "none", messages: [] });
  });

  test("a title tells of what it likes", () => {
    expect(date([["title", "What was decided on May 3, 2025"]]).basis).toBe("none");
  });

  test("a year in the past tense", () => {
    expect(date([["paragraph", "He was elected in 2012."]]).interval).toEqual(["2012-01-01", null]);
  });
});

describe("an interval from offices", () => {
  test("two people in office at once", () => {
    const { interval } = date([
      [
        "paragraph",
        "U.S. President Barack Obama and French President Francois Hollande met in Paris, aides said.",
      ],
    ]);
    expect(interval[0]).toBe("2012-05-15");
    expect(interval[1]).toMatch(/^2017-0[1-3]/);
  });

  test("a former office has ended", () => {
    const { interval } = date([
      ["paragraph", "Ties were good under former President Dmitry Medvedev, he said."],
    ]);
    expect(interval).toEqual(["2012-05-07", null]);
  });

  test("a sentence with its own year tells history", () => {
    expect(
      date([["paragraph", "In 1987 U.S. President Ronald Reagan spoke in Berlin."]]).interval[1],
    ).toBeNull();
  });

  test("a bare surname may be another's", () => {
    expect(date([["paragraph", "U.S. President Bush spoke in Berlin."]]).interval).toEqual([null, null]);
  });
});

describe("an interval from a summit", () => {
  test("named with its place and a day without a year", () => {
    expect(
      date([["paragraph", "They met at the G20 summit in Los Cabos, Mexico, on June 18, aides said."]])
        .interval,
    ).toEqual(["2012-06-18", "2012-06-24"]);
  });

  test("a day with its year tells of an older one", () => {
    expect(
      date([["paragraph", "They met at the G20 summit in Los Cabos, Mexico, on June 18, 2012."]]).interval[1],
    ).toBeNull();
  });
});

test("evidence that contradicts the dates is left out and named", () => {
  const { interval, messages } = date([
    ["paragraph", "U.S. President Barack Obama spoke in Oslo."],
    ["caption", "The port, May 3, 2021."],
  ]);
  expect(interval[0]).toBe("2021-05-03");
  expect(messages.some((message) => message.startsWith("evidence on the publication date disagrees"))).toBe(
    true,
  );
});
