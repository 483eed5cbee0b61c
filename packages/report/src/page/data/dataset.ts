import type { Manifest } from "../../bundle/manifest.js";
import { type Groups, groupRows } from "./groups.js";
import { type Bundle, openBundle } from "./open-bundle.js";

/** What the page shows, with the ways from a row to those that belong to it. */
export type Dataset = Bundle &
  Readonly<{
    manifest: Manifest;
    mentionsOfEvent: Groups;
    mentionsOfDocument: Groups;
    participantsOf: Groups;
    claimsOf: Groups;
    quotesOf: Groups;
    blocksOf: Groups;
    namesOf: Groups;
    timesOf: Groups;
    quantitiesOf: Groups;
    quantitiesOfMention: Groups;
    /** Row numbers by id, for links into the page. */
    eventById: ReadonlyMap<string, number>;
    documentById: ReadonlyMap<string, number>;
    entityById: ReadonlyMap<string, number>;
    /** The text of a document; null where the page does not hold it. */
    textOf: (document: number) => string | null;
  }>;

export const openDataset = async (): Promise<Dataset> =>
  linkRows(await openBundle(), JSON.parse(document.getElementById("manifest")?.textContent ?? "{}"));

/** Finds the ways between the rows. */
export const linkRows = (bundle: Bundle, manifest: Manifest): Dataset => {
  const { documents, entities, events, event_mentions, participants, claims, quotes } = bundle;
  const { texts, blocks, mentions, times, quantities } = bundle;
  /** Decoded once: lists and searches ask for the same texts over and over. */
  const decoded: (string | null)[] = [];
  const textRow = new Map(Array.from(texts.document, (document, row) => [document, row]));
  return {
    ...bundle,
    manifest,
    mentionsOfEvent: groupRows(event_mentions.event, events.rows),
    mentionsOfDocument: groupRows(event_mentions.document, documents.rows),
    participantsOf: groupRows(participants.event_mention, event_mentions.rows),
    claimsOf: groupRows(claims.event_mention, event_mentions.rows),
    quotesOf: groupRows(quotes.document, documents.rows),
    blocksOf: groupRows(blocks.document, documents.rows),
    namesOf: groupRows(mentions.document, documents.rows),
    timesOf: groupRows(times.document, documents.rows),
    quantitiesOf: groupRows(quantities.document, documents.rows),
    quantitiesOfMention: groupRows(quantities.event_mention, event_mentions.rows),
    eventById: rowsById(events.event_id),
    documentById: rowsById(documents.doc_id),
    entityById: rowsById(entities.entity_id),
    textOf: (document) => {
      const row = textRow.get(document);
      if (row === undefined) return null;
      decoded[row] ??= texts.text.at(row);
      return decoded[row] ?? null;
    },
  };
};

const rowsById = (ids: Readonly<{ length: number; at: (row: number) => string | null }>) =>
  new Map(Array.from({ length: ids.length }, (_, row) => [ids.at(row) ?? "", row]));
