import { eventTypes } from "@readout/model";
import {
  documentRow,
  entityRow,
  eventMentionRow,
  eventRow,
  type MadeTables,
  noTables,
  participantRow,
  quoteRow,
} from "./made-dataset.js";

/**
 * A dataset of any size, as dense as what real pages give (a page of 2,000 characters with 16 blocks, 30 names, 7 times,
 * 6 quotes and 3 figures; two events a page), of made-up words with the frequencies of English, so that it packs about as English
 * does. The same numbers always make the same dataset.
 */
export const largeDataset = (documents: number, events: number): MadeTables => {
  const tables = noTables();
  const random = generator(7);
  const word = wordSource(random);
  const entities = Math.max(40, Math.round(documents / 4));
  const countries = [
    "USA",
    "RUS",
    "SYR",
    "FRA",
    "GBR",
    "TUR",
    "IRN",
    "SAU",
    "CHN",
    "DEU",
    "ISR",
    "EGY",
    "QAT",
    "ITA",
  ];
  for (let i = 0; i < entities; i++) {
    const name = `${capital(word())} ${capital(word())}`;
    tables.entities.push(
      entityRow({
        entity_id: `Q${1000 + i}`,
        name,
        country: countries[i % countries.length] ?? null,
        aliases: [name],
      }),
    );
  }
  /** The frequent ones take part in most: a product of two draws. */
  const anEntity = (): number => Math.floor(random() * random() * entities);
  for (let i = 0; i < documents; i++) addDocument(tables, i, random, word, anEntity);
  for (let i = 0; i < events; i++) addEvent(tables, i, documents, random, anEntity);
  return tables;
};

const blocks = 16;
const names = 30;

const addDocument = (
  tables: MadeTables,
  i: number,
  random: () => number,
  word: () => string,
  anEntity: () => number,
): void => {
  const doc_id = docId(i);
  let text = "";
  for (let block = 0; block < blocks; block++) {
    if (block > 0) text += "\n\n";
    const start = text.length;
    while (text.length - start < (block === 0 ? 50 : 128))
      text += `${text.length === start ? "" : " "}${word()}`;
    text += ".";
    const furniture = block === 1 || block > 13;
    tables.blocks.push({
      doc_id,
      block,
      role: block === 0 ? "title" : furniture ? "navigation" : "paragraph",
      start_char: start,
      end_char: text.length,
      text: null,
    });
  }
  const place = (length: number): readonly [number, number] => {
    const start = Math.floor(random() * (text.length - length));
    return [start, start + length];
  };
  const published = isoDay(random);
  tables.documents.push(
    documentRow({
      doc_id,
      text,
      title: text.slice(0, text.indexOf("\n") - 1),
      publisher: `The ${["Harbour", "Quay", "Meridian", "Lantern", "Northgate"][i % 5]} ${["Post", "Wire"][i % 2]}`,
      published,
    }),
  );
  const spots = (count: number, length: number): readonly (readonly [number, number])[] =>
    Array.from({ length: count }, () => place(length)).sort(([a], [b]) => a - b);
  spots(names, 11).forEach(([start_char, end_char], mention) => {
    tables.mentions.push({
      doc_id,
      mention,
      sentence: 0,
      start_char,
      end_char,
      text: null,
      type: "PERSON",
      form: mention % 3 === 0 ? "demonym" : "name",
      role_title: null,
      entity_id: `Q${1000 + anEntity()}`,
      basis: mention % 4 === 0 ? "document" : "knowledge",
      score: 0.5 + random() / 2,
    });
  });
  spots(7, 6).forEach(([start_char, end_char], time) => {
    const day = isoDay(random);
    tables.times.push({
      doc_id,
      time,
      sentence: 0,
      start_char,
      end_char,
      text: null,
      type: "DATE",
      value: day,
      mod: null,
      quant: null,
      freq: null,
      earliest: day,
      latest: day,
      granularity: "day",
      anchor: "published",
      anchor_time: null,
      basis: "relative",
      rule: "times/weekday",
    });
  });
  spots(6, 60).forEach(([start_char, end_char], quote) => {
    const speaker = anEntity();
    tables.quotes.push(
      quoteRow({
        doc_id,
        quote,
        start_char,
        end_char,
        text: text.slice(start_char, end_char),
        kind: quote % 3 === 0 ? "direct" : "indirect",
        speaker_entity_id: `Q${1000 + speaker}`,
        speaker_name: tables.entities[speaker]?.name ?? null,
        cue: "said",
      }),
    );
  });
  spots(3, 10).forEach(([start_char, end_char], quantity) => {
    tables.quantities.push({
      doc_id,
      quantity,
      sentence: 0,
      start_char,
      end_char,
      text: null,
      value: Math.floor(random() * 5000),
      low: null,
      high: null,
      unit: "people",
      currency: null,
      counted: null,
      mod: null,
      event_mention_id: null,
      rule: "count",
    });
  });
};

const statuses = [
  "actual",
  "actual",
  "actual",
  "actual",
  "actual",
  "planned",
  "negated",
  "hypothetical",
] as const;

const addEvent = (
  tables: MadeTables,
  i: number,
  documents: number,
  random: () => number,
  anEntity: () => number,
): void => {
  const type =
    random() < 0.3 ? "CONSULT" : (eventTypes[Math.floor(random() * eventTypes.length)] ?? "CONSULT");
  const day = random() < 0.6 ? isoDay(random) : null;
  const event_id = `e${String(i).padStart(16, "0")}`;
  const actors = [`Q${1000 + anEntity()}`, `Q${1000 + anEntity()}`];
  const reports = random() < 0.1 ? 3 : 1;
  const status = statuses[Math.floor(random() * statuses.length)] ?? "actual";
  let first: Readonly<{ id: string; evidence: string | null; published: string | null }> | null = null;
  for (let report = 0; report < reports; report++) {
    const number = report === 0 ? i % documents : Math.floor(random() * documents);
    const document = tables.documents[number];
    if (document === undefined || document.text === null) continue;
    const evidence_start = 60 + Math.floor(random() * (document.text.length - 260));
    const start_char = evidence_start + 40;
    const id = `${document.doc_id}-${start_char}-${type}-${i}-${report}`;
    const evidence = document.text.slice(evidence_start, evidence_start + 120);
    first ??= { id, evidence, published: document.published };
    tables.event_mentions.push(
      eventMentionRow({
        event_mention_id: id,
        event_id,
        doc_id: document.doc_id,
        type,
        status,
        start_char,
        end_char: start_char + 7,
        evidence_start,
        evidence_end: evidence_start + 120,
        earliest: day,
        latest: day,
        date_basis: day === null ? "none" : "relative",
        rule: "consult/verb/meet",
      }),
    );
    actors.forEach((entity_id, participant) => {
      const entity = tables.entities[Number(entity_id.slice(1)) - 1000];
      tables.participants.push(
        participantRow({
          doc_id: document.doc_id,
          event_mention_id: id,
          participant,
          role: "actor",
          name: entity?.name ?? null,
          country: entity?.country ?? null,
          entity_id,
          start_char: evidence_start + 10 * participant,
          end_char: evidence_start + 10 * participant + 8,
        }),
      );
    });
  }
  if (first === null) return;
  tables.events.push(
    eventRow({
      event_id,
      first_mention: first.id,
      type,
      status,
      earliest: day,
      latest: day,
      actors: [...new Set(actors)],
      n_mentions: reports,
      n_documents: reports,
      n_independent: reports,
      evidence: first.evidence,
      first_published: first.published,
    }),
  );
};

const docId = (i: number): string => `d${String(i).padStart(20, "0")}`;

const isoDay = (random: () => number): string =>
  `${2011 + Math.floor(random() * 6)}-${two(1 + random() * 12)}-${two(1 + random() * 28)}`;
const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** Numbers in [0, 1) that only look like chance (mulberry32). */
const generator = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
};

const syllables =
  "a ba be co da de di en er fa ge in ka la le li ma me mo na ne no on or pa pe ra re ri ro sa se si ta te ti to un ve vi".split(
    " ",
  );

/** Twelve thousand words, the n-th with a share of about 1/n, as Zipf found; frequent words are short. */
const wordSource = (random: () => number): (() => string) => {
  const words: string[] = [];
  while (words.length < 12_000) {
    let word = "";
    const length = 1 + Math.floor(Math.log10(words.length + 10) * (0.6 + random() * 0.8));
    for (let i = 0; i < length; i++) word += syllables[Math.floor(random() * syllables.length)];
    words.push(word);
  }
  return () => words[Math.floor(words.length ** random()) - 1] ?? "a";
};
