import type { DayInterval, DocumentEntity } from "@readout/model";
import { type Knowledge, mayHold } from "../../knowledge/knowledge.js";
import type { KnownEntity } from "../../knowledge/known-entity.js";
import type { Passage } from "../../passage.js";
import { entityId } from "../entity-id.js";
import { countryOf } from "./cues.js";
import type { Draft } from "./draft.js";
import { fineType } from "./fine-type.js";
import type { TypeWords } from "./type-words.js";

/** A known entity as a document's tables show it. */
export const knownEntity = (
  knowledge: Knowledge,
  known: KnownEntity,
  published: DayInterval,
): DocumentEntity => ({
  id: known.qid ?? entityId(known.type, known.name, known.country),
  qid: known.qid,
  name: known.name,
  type: known.type,
  country: known.country,
  lat: known.lat,
  lon: known.lon,
  sector: known.kind === "person" ? sectorOfPerson(knowledge, known, published) : known.sector,
});

const sectorOfRole: Readonly<Record<string, string>> = {
  ANSG: "REB",
  OPP: "OPP",
  MIL: "MIL",
  CJCS: "MIL",
  IGO: "IGO",
  ENVOY: "IGO",
  PARTY: "PTY",
  SPEAKER: "LEG",
  CIA: "SPY",
};

/** The sector of the office held at the date, else of the last one; government where the table above has no other. */
const sectorOfPerson = (knowledge: Knowledge, known: KnownEntity, published: DayInterval): string => {
  const terms = knowledge.termsOf(known.index);
  const now = terms.filter((term) => mayHold(term, published.earliest, published.latest));
  const role = (now[now.length - 1] ?? terms[terms.length - 1])?.roles[0] ?? "";
  return sectorOfRole[role] ?? "GOV";
};

/** An entity that only the document knows: named by its longest form, described by its words and its title. */
export const unknownEntity = (
  knowledge: Knowledge,
  typeWords: TypeWords,
  passage: Passage,
  head: Draft,
  country: string | null,
): DocumentEntity => {
  const name = passage.text.slice(head.name.start, head.name.end).replaceAll(/\s+/g, " ");
  const type = fineType(head.type, null, typeWords.typeOf(head.words));
  const where = country ?? (type === "ORG" || type === "GPE" ? leadingCountry(knowledge, head.words) : null);
  return {
    id: entityId(type, name, where),
    qid: null,
    name,
    type,
    country: where,
    lat: null,
    lon: null,
    sector: type === "ORG" ? typeWords.sectorOf(head.words) : type === "PERSON" ? sectorOfTitle(head) : null,
  };
};

/** The country in the first words of a name: "Russian Navy", "Bank of England" has none. */
const leadingCountry = (knowledge: Knowledge, words: readonly number[]): string | null => {
  for (let length = Math.min(3, words.length - 1); length > 0; length--) {
    const country = countryOf(knowledge, words.slice(0, length));
    if (country !== null) return country;
  }
  return null;
};

const governing = new Set([
  "HOS",
  "HOG",
  "FM",
  "DM",
  "INT",
  "FIN",
  "MIN",
  "AMB",
  "PRESS",
  "AG",
  "HOME",
  "DFM",
  "VP",
  "DPM",
  "MOSFA",
]);

const sectorOfTitle = ({ title }: Draft): string | null => {
  const roles = title?.title.roles ?? [];
  if (title?.title.kind !== "office" || roles.length === 0) return null;
  return (
    roles
      .map((role) => sectorOfRole[role])
      .find((sector) => sector !== undefined && !roles.some((role) => governing.has(role))) ??
    (roles.some((role) => governing.has(role)) ? "GOV" : null)
  );
};
