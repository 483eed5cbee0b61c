import type { Row } from "@readout/model/rows";
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

/** Where words stand in a text, in code points as exported rows count. */
export const spanOf = (text: string, words: string): Readonly<{ start_char: number; end_char: number }> => {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`"${words}" is not in the text`);
  const start_char = [...text.slice(0, at)].length;
  return { start_char, end_char: start_char + [...words].length };
};

const firstCall = "President Ana Torvald telephoned Prime Minister Idris Vale on Monday.";
const claim = "Nordmark said that Calder had sent 600 soldiers over the river.";
const secondCall = "Torvald and Vale spoke by telephone on Sunday.";
const denial = "Calder denied that it had sent 6,000 soldiers over the river.";
const saying = "We will not move a single boat";

/** A character beyond the first plane stands before everything, so that code points and UTF-16 units differ. */
const firstText = `🛶 Menu\n\nTorvald calls Vale\n\n${firstCall} ${claim}`;
const secondText = `Vale answers\n\n${secondCall} ${denial} “${saying},” Vale said. They will meet in April.`;

const first = "d00000000000000000001";
const second = "d00000000000000000002";

/**
 * Two pages of our own about a call between two leaders, which the pages date differently, and about soldiers sent over a river, which one
 * side asserts and the other denies, with different figures.
 */
export const storyDataset = (): MadeTables => {
  const tables = noTables();
  tables.documents.push(
    documentRow({
      doc_id: first,
      text: firstText,
      title: "Torvald calls Vale",
      publisher: "The Quay Wire",
      published: "2014-03-04",
      url: "https://quay.example/1",
      source: "first.txt",
    }),
    documentRow({
      doc_id: second,
      text: secondText,
      title: "Vale answers",
      publisher: "Harbour Post",
      published: "2014-03-05",
      source: "second.txt",
    }),
  );
  const blocks: readonly (readonly [string, string, Row<"blocks">["role"], string])[] = [
    [first, firstText, "navigation", "🛶 Menu"],
    [first, firstText, "title", "Torvald calls Vale"],
    [first, firstText, "paragraph", `${firstCall} ${claim}`],
    [second, secondText, "title", "Vale answers"],
    [second, secondText, "paragraph", secondText.slice(secondText.indexOf("Torvald"))],
  ];
  blocks.forEach(([doc_id, text, role, words], block) => {
    tables.blocks.push({ doc_id, block, role, ...spanOf(text, words), text: words });
  });
  tables.entities.push(
    entityRow({ entity_id: "Q1", name: "Ana Torvald", country: "NMK", aliases: ["Torvald", "Ana Torvald"] }),
    entityRow({ entity_id: "Q2", name: "Idris Vale", country: "CLD", aliases: ["Vale", "Idris Vale"] }),
    entityRow({ entity_id: "Q3", name: "Nordmark", country: "NMK", type: "GPE" }),
    entityRow({ entity_id: "Q4", name: "Calder", country: "CLD", type: "GPE" }),
  );
  tables.times.push({
    doc_id: first,
    time: 0,
    sentence: 0,
    ...spanOf(firstText, "Monday"),
    text: "Monday",
    type: "DATE",
    value: "2014-03-03",
    mod: null,
    quant: null,
    freq: null,
    earliest: "2014-03-03",
    latest: "2014-03-03",
    granularity: "day",
    anchor: "published",
    anchor_time: null,
    basis: "relative",
    rule: "times/weekday",
  });
  addCall(tables);
  addSoldiers(tables);
  addMeeting(tables);
  tables.quotes.push(
    quoteRow({
      doc_id: second,
      quote: 0,
      ...spanOf(secondText, saying),
      text: saying,
      speaker: "Vale",
      speaker_entity_id: "Q2",
      speaker_name: "Idris Vale",
      cue: "said",
    }),
  );
  tables.mentions.push({
    doc_id: first,
    mention: 0,
    sentence: 0,
    ...spanOf(firstText, "Ana Torvald"),
    text: "Ana Torvald",
    type: "PERSON",
    form: "name",
    role_title: "President",
    entity_id: "Q1",
    basis: "knowledge",
    score: 0.97,
  });
  tables.diagnostics.push({
    source: "first.txt",
    doc_id: first,
    code: "published_stated",
    severity: "info",
    start_char: null,
    end_char: null,
    message: "published 2014-03-04: stated in the text",
  });
  return tables;
};

type Spot = Readonly<{ id: string; doc: string; text: string; sentence: string; trigger: string }>;

const mentionOf = (
  { id, doc, text, sentence, trigger }: Spot,
  row: Pick<Row<"event_mentions">, "event_id" | "type"> & Partial<Row<"event_mentions">>,
): Row<"event_mentions"> => {
  const evidence = spanOf(text, sentence);
  const words = spanOf(sentence, trigger);
  return eventMentionRow({
    event_mention_id: id,
    doc_id: doc,
    start_char: evidence.start_char + words.start_char,
    end_char: evidence.start_char + words.end_char,
    evidence_start: evidence.start_char,
    evidence_end: evidence.end_char,
    evidence: sentence,
    ...row,
  });
};

const addCall = (tables: MadeTables): void => {
  const spots: readonly Spot[] = [
    { id: `${first}-1-CONSULT`, doc: first, text: firstText, sentence: firstCall, trigger: "telephoned" },
    { id: `${second}-1-CONSULT`, doc: second, text: secondText, sentence: secondCall, trigger: "telephone" },
  ];
  spots.forEach((spot, i) => {
    const day = i === 0 ? "2014-03-03" : "2014-03-02";
    tables.event_mentions.push(
      mentionOf(spot, {
        event_id: "ecall",
        type: "CONSULT",
        mode: "phone",
        earliest: day,
        latest: day,
        date_basis: "relative",
        time: i === 0 ? 0 : null,
        rule: "consult/verb/phone",
      }),
    );
    tables.participants.push(
      participantRow({
        doc_id: spot.doc,
        event_mention_id: spot.id,
        participant: 0,
        role: "actor",
        name: "Ana Torvald",
        country: "NMK",
        entity_id: "Q1",
        ...spanOf(spot.text, i === 0 ? "President Ana Torvald" : "Torvald"),
      }),
      participantRow({
        doc_id: spot.doc,
        event_mention_id: spot.id,
        participant: 1,
        role: "actor",
        name: "Idris Vale",
        country: "CLD",
        entity_id: "Q2",
      }),
    );
  });
  tables.events.push(
    eventRow({
      event_id: "ecall",
      first_mention: `${first}-1-CONSULT`,
      type: "CONSULT",
      mode: "phone",
      earliest: "2014-03-02",
      latest: "2014-03-03",
      date_conflict: true,
      actors: ["Q1", "Q2"],
      n_mentions: 2,
      n_documents: 2,
      n_publishers: 2,
      n_independent: 2,
      evidence: firstCall,
      first_published: "2014-03-04",
    }),
  );
};

const addSoldiers = (tables: MadeTables): void => {
  const spots: readonly Spot[] = [
    { id: `${first}-2-MOBILIZE`, doc: first, text: firstText, sentence: claim, trigger: "sent" },
    { id: `${second}-2-MOBILIZE`, doc: second, text: secondText, sentence: denial, trigger: "sent" },
  ];
  spots.forEach((spot, i) => {
    tables.event_mentions.push(
      mentionOf(spot, {
        event_id: "esoldiers",
        type: "MOBILIZE",
        mode: "troops",
        status: "disputed",
        quad_class: 4,
      }),
    );
    tables.participants.push(
      participantRow({
        doc_id: spot.doc,
        event_mention_id: spot.id,
        role: "actor",
        name: "Calder",
        country: "CLD",
        entity_id: "Q4",
      }),
    );
    const who = i === 0 ? "Nordmark" : "Calder";
    tables.claims.push({
      doc_id: spot.doc,
      event_mention_id: spot.id,
      claim: 0,
      level: 0,
      stance: i === 0 ? "asserts" : "denies",
      ...spanOf(spot.text, who),
      text: who,
      entity_id: i === 0 ? "Q3" : "Q4",
      quote: null,
    });
    tables.quantities.push({
      doc_id: spot.doc,
      quantity: 0,
      sentence: 0,
      ...spanOf(spot.text, i === 0 ? "600 soldiers" : "6,000 soldiers"),
      text: null,
      value: i === 0 ? 600 : 6000,
      low: null,
      high: null,
      unit: "people",
      currency: null,
      counted: "soldiers",
      mod: null,
      event_mention_id: spot.id,
      rule: "count",
    });
  });
  tables.events.push(
    eventRow({
      event_id: "esoldiers",
      first_mention: `${first}-2-MOBILIZE`,
      type: "MOBILIZE",
      mode: "troops",
      status: "disputed",
      quad_class: 4,
      actors: ["Q4"],
      n_mentions: 2,
      n_documents: 2,
      n_publishers: 2,
      n_independent: 2,
      claimed_by: ["Q3"],
      denied_by: ["Q4"],
      evidence: claim,
      first_published: "2014-03-04",
    }),
  );
};

const addMeeting = (tables: MadeTables): void => {
  const sentence = "They will meet in April.";
  const id = `${second}-3-CONSULT`;
  tables.event_mentions.push(
    mentionOf(
      { id, doc: second, text: secondText, sentence, trigger: "meet" },
      {
        event_id: "emeeting",
        type: "CONSULT",
        status: "planned",
        earliest: "2014-04-01",
        latest: "2014-04-30",
      },
    ),
  );
  tables.events.push(
    eventRow({
      event_id: "emeeting",
      first_mention: id,
      type: "CONSULT",
      status: "planned",
      earliest: "2014-04-01",
      latest: "2014-04-30",
      evidence: sentence,
      first_published: "2014-03-05",
    }),
  );
};
