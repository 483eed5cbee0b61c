import { compareSpans, type DayInterval, type DocumentEntity, type Mention } from "@readout/model";
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Passage } from "../../passage.js";
import type { Draft } from "./draft.js";
import { knownEntity, unknownEntity } from "./entities.js";
import { fineType } from "./fine-type.js";
import type { Reference } from "./reference.js";
import type { TypeWords } from "./type-words.js";

/** The names of a document and the entities they refer to; mentions in text order. */
export type LinkedNames = Readonly<{ entities: readonly DocumentEntity[]; mentions: readonly Mention[] }>;

/** Makes entities and mentions of finished drafts and references. Mentions are in text order, of two that begin together the longer first. */
export const gather = (
  knowledge: Knowledge,
  typeWords: TypeWords,
  passage: Passage,
  drafts: readonly Draft[],
  references: readonly Reference[],
  published: DayInterval,
): LinkedNames => {
  const entities: DocumentEntity[] = [];
  const refs = new Map<string, number>();
  const countries = titleCountries(drafts);
  const refOf = (entity: DocumentEntity): number => {
    const ref = refs.get(entity.id);
    if (ref !== undefined) return ref;
    refs.set(entity.id, entities.length);
    return entities.push(entity) - 1;
  };
  // Known entities by their index, others by the draft that stands for them: most mentions repeat an entity.
  const ofKnown = new Map<number, number>();
  const ofDraft = new Map<number, number>();
  const knownRef = (index: number): number | null => {
    const known = knowledge.entities.at(index);
    if (known === undefined) return null;
    const ref = ofKnown.get(index) ?? refOf(knownEntity(knowledge, known, published));
    ofKnown.set(index, ref);
    return ref;
  };
  const entityOf = (draft: Draft, i: number): number => {
    const known = knownRef(draft.known);
    if (known !== null) return known;
    const at = draft.same >= 0 ? draft.same : i;
    const ref =
      ofDraft.get(at) ??
      refOf(unknownEntity(knowledge, typeWords, passage, drafts[at] ?? draft, countries.get(at) ?? null));
    ofDraft.set(at, ref);
    return ref;
  };
  const mentions = drafts.map((draft, i): Mention => {
    const { name, known } = draft;
    return {
      start: name.start,
      end: name.end,
      sentence: name.sentence,
      type:
        draft.form === "demonym"
          ? "NORP"
          : fineType(draft.type, knowledge.entities.at(known) ?? null, typeWords.typeOf(draft.words)),
      form: draft.form,
      roleTitle:
        draft.title === null || draft.title.title.kind === "description" ? null : draft.title.title.title,
      entity: entityOf(draft, i),
      basis: known < 0 ? "document" : "knowledge",
      score: name.score * draft.certainty,
    };
  });
  for (const { start, end, sentence, form, draft, known, roleTitle, score } of references) {
    const head = drafts[draft];
    const entity = head !== undefined ? entityOf(head, draft) : knownRef(known);
    if (entity === null) continue;
    mentions.push({
      start,
      end,
      sentence,
      type: "PERSON",
      form,
      roleTitle,
      entity,
      basis: head !== undefined ? "document" : "knowledge",
      score,
    });
  }
  return { entities, mentions: mentions.sort(compareSpans) };
};

/** The country that the first title of each person names, by the draft that stands for the person. */
const titleCountries = (drafts: readonly Draft[]): ReadonlyMap<number, string> => {
  const countries = new Map<number, string>();
  drafts.forEach((draft, i) => {
    const at = draft.same >= 0 ? draft.same : i;
    if (draft.titleOf !== null && !countries.has(at)) countries.set(at, draft.titleOf);
  });
  return countries;
};
