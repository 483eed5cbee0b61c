import {
  type Annotations,
  createSentenceSplitter,
  createTokenizer,
  dayOf,
  diagnostic,
  nothingGiven,
  type ParsedDocument,
  tabulate,
  Vocabulary,
} from "@readout/model";
import { tables } from "@readout/model/rows";
import { describe, expect, it } from "vitest";
import { z } from "zod";

// The emoji are two UTF-16 units and one code point each: every offset after them must shift.
const text = "😀 Talks 😀 held\n\nAnn Lee said they met on June 18.";
const span = (surface: string) => ({
  start: text.indexOf(surface),
  end: text.indexOf(surface) + surface.length,
});
const blocks = [
  { role: "navigation" as const, ...span("😀 Talks 😀 held") },
  { role: "paragraph" as const, ...span("Ann Lee said they met on June 18.") },
];

const parsed: ParsedDocument = {
  source: {
    docId: "d00000000000000000001",
    source: "a.txt",
    sha256: "0".repeat(64),
    text,
    given: { ...nothingGiven, publisher: "The Harbour Courier" },
    head: null,
    diagnostics: [diagnostic("nul_replaced", { count: 2 })],
  },
  blocks,
  metadata: {
    title: null,
    subtitle: null,
    authors: [],
    publisher: { value: "Another Paper", span: null },
    published: null,
    dateline: null,
    language: "en",
  },
  diagnostics: [],
};

const annotate = (): Annotations => {
  const vocabulary = new Vocabulary();
  const tokenize = createTokenizer(vocabulary);
  const split = createSentenceSplitter(vocabulary);
  const body = blocks.filter((block) => block.role === "paragraph");
  const tokens = tokenize(text, body);
  const met = {
    ...span("met"),
    sentence: 0,
    type: "CONSULT" as const,
    mode: null,
    contexts: [],
    cameoRoot: 4,
    quadClass: 1,
    status: "actual" as const,
    earliest: dayOf(2012, 6, 18),
    latest: dayOf(2012, 6, 18),
    dateBasis: "explicit" as const,
    time: 0,
    place: null,
    evidence: span("they met on June 18"),
    participants: [
      {
        role: "actor" as const,
        span: span("they"),
        mention: null,
        entity: null,
        name: "they",
        country: null,
        sector: null,
        implied: false,
      },
    ],
    claims: [{ level: 0, stance: "asserts" as const, span: span("Ann Lee"), entity: 0, quote: null }],
    rule: "events/meet",
  };
  return {
    published: { day: null, at: null, earliest: dayOf(2012, 6, 18), latest: null, basis: "inferred" },
    tokens,
    sentences: split(tokens, body),
    entities: [
      {
        id: "x1",
        qid: null,
        name: "Ann Lee",
        type: "PERSON",
        country: null,
        lat: null,
        lon: null,
        sector: null,
      },
    ],
    mentions: [
      {
        ...span("Ann Lee"),
        sentence: 0,
        type: "PERSON",
        form: "name",
        roleTitle: null,
        entity: 0,
        basis: "document",
        score: 0.9,
      },
    ],
    times: [
      {
        ...span("June 18"),
        sentence: 0,
        type: "DATE",
        value: "2012-06-18",
        mod: null,
        quant: null,
        freq: null,
        earliest: dayOf(2012, 6, 18),
        latest: dayOf(2012, 6, 18),
        granularity: "day",
        anchor: "published",
        anchorTime: null,
        basis: "relative",
        rule: "times/month-day",
      },
    ],
    quotes: [],
    quantities: [],
    events: [met, met],
    diagnostics: [],
  };
};

describe("tabulate", () => {
  const rows = tabulate(parsed, annotate(), { text: "full" });
  const points = [...text];
  const slice = (row: { start_char: number; end_char: number }) =>
    points.slice(row.start_char, row.end_char).join("");

  it("gives offsets in code points that slice to the words", () => {
    for (const row of [
      ...rows.blocks,
      ...rows.sentences,
      ...rows.mentions,
      ...rows.times,
      ...rows.event_mentions,
    ]) {
      expect(slice(row)).toBe(row.text);
    }
    expect(rows.mentions[0]?.start_char).toBe(16);
    expect(rows.documents[0].characters).toBe(points.length);
  });

  it("names the block of a sentence among all blocks, not among the annotated", () => {
    expect(rows.sentences.map((row) => row.block)).toEqual([1]);
  });

  it("lets what was given win over what the text states", () => {
    expect(rows.documents[0].publisher).toBe("The Harbour Courier");
  });

  it("tells two event mentions on one trigger apart", () => {
    const [first, second] = rows.event_mentions.map((row) => row.event_mention_id);
    expect(first).toBe(`d00000000000000000001-${rows.event_mentions[0]?.start_char}-CONSULT`);
    expect(second).toBe(`${first}-2`);
    expect(rows.participants.map((row) => row.event_mention_id)).toEqual([first, second]);
  });

  it("fills every column in the order of the schema, and validates", () => {
    const check = (name: keyof typeof tables, found: readonly object[], without: readonly string[] = []) => {
      const columns = Object.keys(tables[name].shape).filter((column) => !without.includes(column));
      expect(found.length).toBeGreaterThan(0);
      for (const row of found) {
        expect(Object.keys(row)).toEqual(columns);
        z.object(tables[name].shape).partial().strict().parse(row);
      }
    };
    check("documents", rows.documents);
    check("blocks", rows.blocks);
    check("sentences", rows.sentences);
    check("mentions", rows.mentions);
    check("times", rows.times);
    check("event_mentions", rows.event_mentions, ["event_id"]);
    check("participants", rows.participants);
    check("claims", rows.claims);
    check("diagnostics", rows.diagnostics);
  });

  it("leaves words out and keeps places with text none", () => {
    const bare = tabulate(parsed, annotate(), { text: "none" });
    expect(JSON.stringify(bare)).not.toMatch(/they met|held/);
    expect(bare.mentions[0]?.start_char).toBe(rows.mentions[0]?.start_char);
  });

  it("counts words of the body and of all", () => {
    expect(rows.documents[0].words).toBe(10);
    expect(rows.documents[0].body_words).toBe(8);
  });
});
