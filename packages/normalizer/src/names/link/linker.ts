import type { DayInterval, DocumentEntity, Mention, Metadata, Vocabulary } from "@readout/model";
import { type Knowledge, loadKnowledge } from "../../knowledge/knowledge.js";
import type { KnownEntity } from "../../knowledge/known-entity.js";
import type { Passage } from "../../passage.js";
import { entityId } from "../entity-id.js";
import type { NameCandidate } from "../name-candidate.js";
import { createTitleFinder } from "../titles.js";
import { countryCues } from "./cues.js";
import type { Draft } from "./draft.js";
import { fineType } from "./fine-type.js";
import { linkPeople } from "./people.js";
import { linkThings } from "./things.js";
import { titleContext } from "./title-context.js";
import { groupUnknown } from "./unknown.js";
import { createWordReader } from "./words.js";

/** What linking may know besides the text. */
export type LinkContext = Readonly<{ published: DayInterval; metadata: Metadata | null }>;
export type LinkedNames = Readonly<{ entities: readonly DocumentEntity[]; mentions: readonly Mention[] }>;
export type NameLinker = (
  candidates: readonly NameCandidate[],
  passage: Passage,
  context: LinkContext,
) => LinkedNames;

/**
 * Links names to entities in steps, the first that decides wins: the document's own longer form, title and office at the date,
 * countries named around it, prior. What nothing decides stays an entity of the document alone.
 */
export const createNameLinker = (vocabulary: Vocabulary): NameLinker => {
  const knowledge = loadKnowledge(vocabulary);
  const titles = createTitleFinder(vocabulary);
  const wordsOf = createWordReader(vocabulary);
  return (candidates, passage, { published }) => {
    const { tokens, sentences } = passage;
    const drafts = candidates.map((name): Draft => {
      const bounds = { first: sentences.first[name.sentence] ?? 0, last: sentences.last[name.sentence] ?? 0 };
      const context =
        name.type === "PER"
          ? titleContext(knowledge, titles, wordsOf, tokens, name, bounds)
          : { title: null, of: null };
      return {
        name,
        words: wordsOf(tokens, name.first, name.last),
        title: context.title,
        titleOf: context.of,
        known: -1,
        same: -1,
        form: "name",
        certainty: 1,
      };
    });
    const cues = countryCues(knowledge, drafts);
    linkThings(knowledge, drafts, cues, passage);
    linkPeople(knowledge, drafts, cues, published);
    groupUnknown(passage, drafts);
    return gather(knowledge, passage, drafts, published);
  };
};

/** Makes entities and mentions of finished drafts. */
const gather = (
  knowledge: Knowledge,
  passage: Passage,
  drafts: readonly Draft[],
  published: DayInterval,
): LinkedNames => {
  const entities: DocumentEntity[] = [];
  const refs = new Map<string, number>();
  const mentions = drafts.map((draft): Mention => {
    const { name } = draft;
    const known = knowledge.entities[draft.known] ?? null;
    const type = draft.form === "demonym" ? "NORP" : fineType(name.type, known, null);
    const head = draft.same >= 0 ? (drafts[draft.same] ?? draft) : draft;
    const entity = known === null ? unknownEntity(passage, head) : knownEntity(knowledge, known, published);
    let ref = refs.get(entity.id);
    if (ref === undefined) {
      ref = entities.length;
      entities.push(entity);
      refs.set(entity.id, ref);
    }
    return {
      start: name.start,
      end: name.end,
      sentence: name.sentence,
      type,
      form: draft.form,
      roleTitle:
        draft.title === null || draft.title.title.kind === "description" ? null : draft.title.title.title,
      entity: ref,
      basis: known === null ? "document" : "knowledge",
      score: name.score * draft.certainty,
    };
  });
  return { entities, mentions };
};

const knownEntity = (knowledge: Knowledge, known: KnownEntity, published: DayInterval): DocumentEntity => ({
  id: known.qid ?? entityId(known.type, known.name, known.country),
  qid: known.qid,
  name: known.name,
  type: known.type,
  country: known.country,
  lat: known.lat,
  lon: known.lon,
  sector: known.sector ?? sectorOfPerson(knowledge, known, published),
});

const military = new Set(["MIL", "CJCS"]);
const international = new Set(["IGO", "ENVOY"]);

/** The sector of a person by the office held at the date, else by the last one: rebels, generals, envoys; else government. */
const sectorOfPerson = (knowledge: Knowledge, known: KnownEntity, published: DayInterval): string | null => {
  if (known.kind !== "person") return null;
  const terms = knowledge.termsOf(known.index);
  const now = terms.filter(
    (term) =>
      published.latest !== null &&
      term.from <= published.latest &&
      (term.to ?? Infinity) >= (published.earliest ?? published.latest),
  );
  const roles = (now[now.length - 1] ?? terms[terms.length - 1])?.roles ?? [];
  if (roles.some((role) => role === "ANSG")) return "REB";
  if (roles.some((role) => role === "OPP")) return "OPP";
  if (roles.some((role) => military.has(role))) return "MIL";
  if (roles.some((role) => international.has(role))) return "IGO";
  return "GOV";
};

const unknownEntity = (passage: Passage, head: Draft): DocumentEntity => {
  const name = passage.text.slice(head.name.start, head.name.end).replaceAll(/\s+/g, " ");
  const type = fineType(head.name.type, null, null);
  return {
    id: entityId(type, name, null),
    qid: null,
    name,
    type,
    country: null,
    lat: null,
    lon: null,
    sector: null,
  };
};
