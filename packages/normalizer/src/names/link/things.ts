import { Shape, type WordClasses } from "@readout/model";
import type { Knowledge } from "../../knowledge/knowledge.js";
import { AliasForm, type KnownEntity } from "../../knowledge/known-entity.js";
import type { Passage } from "../../passage.js";
import type { CoarseType } from "../tagger/labels.js";
import type { CountryCues } from "./cues.js";
import type { Draft } from "./draft.js";

/**
 * Links everything but people: states, demonyms, places, organisations, groups, outlets, by their written names. `placeParts`
 * are words that single out a part of the place named after them: "Old Aleppo" is linked to Aleppo.
 */
export const linkThings = (
  knowledge: Knowledge,
  drafts: readonly Draft[],
  cues: CountryCues,
  passage: Passage,
  placeParts: WordClasses,
): void => {
  const longNames = longNamesOf(knowledge, drafts);
  for (const [i, draft] of drafts.entries()) {
    if (draft.type === "PER" && !isNameOfGroup(knowledge, draft)) continue;
    const within = countryAfterComma(knowledge, passage, draft, drafts[i + 1]);
    let best = -1;
    let top = 0;
    let form: number = AliasForm.name;
    let options = 0;
    const whole = knowledge.names.valuesOf(draft.words);
    const isPart = whole.length === 0 && draft.type === "LOC" && placeParts.of(draft.words[0] ?? -1) !== 0;
    for (const value of isPart ? knowledge.names.valuesOf(draft.words.slice(1)) : whole) {
      const alias = knowledge.aliases.at(value);
      const entity = alias === undefined ? undefined : knowledge.entities.at(alias.entity);
      if (alias === undefined || entity === undefined || entity.kind === "person") continue;
      if (alias.form === AliasForm.acronym && !isUpper(passage, draft)) continue;
      if (knowledge.weakNames.has(alias.name) && !hasEvidence(entity, cues, longNames)) continue;
      const points =
        weigh(entity, alias.form, draft, cues) +
        (entity.kind === "place" && entity.country === within ? CONTAINED : 0);
      if (points > 0) options++;
      if (points > top) {
        best = alias.entity;
        top = points;
        form = alias.form;
      }
    }
    if (best < 0) continue;
    draft.known = best;
    draft.certainty = options === 1 && !isPart ? 1 : 0.85;
    const place =
      knowledge.entities.at(best)?.kind === "state" || knowledge.entities.at(best)?.kind === "place";
    if (form === AliasForm.demonym || (draft.adjectival && place)) draft.form = "demonym";
    else if (form === AliasForm.acronym) draft.form = "acronym";
    draft.type = correctedType(draft, knowledge.entities.at(best));
  }
};

/** "Boko Haram": several words that are the name of an armed group, and of nobody. */
const isNameOfGroup = (knowledge: Knowledge, { words }: Draft): boolean => {
  if (words.length < 2) return false;
  const bearers = knowledge.names.valuesOf(words).map((value) => {
    const entity = knowledge.aliases.at(value)?.entity ?? -1;
    return knowledge.entities.at(entity)?.kind;
  });
  return bearers.length > 0 && bearers.every((kind) => kind === "group");
};

/** Points for a place in the country named right after it: more than size and capital together. */
const CONTAINED = 25;
const COMMA = 0x2c;

/** The country of what a comma sets after a place: "Tripoli, Lebanon", "Paris, Texas"; null for "Paris, London and Rome". */
const countryAfterComma = (
  knowledge: Knowledge,
  { text, tokens }: Passage,
  draft: Draft,
  next: Draft | undefined,
): string | null => {
  if (next === undefined || next.name.first !== draft.name.last + 1) return null;
  if (text.charCodeAt(tokens.start[draft.name.last] ?? 0) !== COMMA) return null;
  for (const value of knowledge.names.valuesOf(next.words)) {
    const entity = knowledge.entities.at(knowledge.aliases.at(value)?.entity ?? -1);
    if (entity?.kind === "state" || (entity?.kind === "place" && entity.sort === "region"))
      return entity.country;
  }
  return null;
};

/** Sorts of places that lend their names to nothing else, so that the tagger's type gives way to them. */
const plainPlaces = new Set(["site", "water", "waterway", "region", "district", "continent"]);

/**
 * The tagger's type, or knowledge's where a name of several words leaves no doubt: "Jabhat al-Nusra" is no place, "Lough Erne"
 * and "Soviet Union" no organisation. Executive offices stay what they are tagged: the White House is a place too.
 */
const correctedType = (draft: Draft, entity: KnownEntity | undefined): CoarseType => {
  if (entity === undefined) return draft.type;
  if (draft.form === "demonym") return "MISC";
  const long = draft.words.length > 1;
  switch (entity.kind) {
    case "state":
      return draft.type === "MISC" || (long && draft.type === "ORG") ? "LOC" : draft.type;
    case "place":
      return long && plainPlaces.has(entity.sort) ? "LOC" : draft.type;
    case "group":
    case "outlet":
      return "ORG";
    case "organisation":
      return long && entity.type === "ORG" && entity.sort !== "executive office" ? "ORG" : draft.type;
    default:
      return draft.type;
  }
};

/** Acronyms ask for capitals: IS, WHO, US are no "is", "who", "us". */
const isUpper = (passage: Passage, draft: Draft): boolean =>
  ((passage.tokens.shape[draft.name.first] ?? 0) & (Shape.upper | Shape.digit | Shape.mixed)) !== 0;

/** Entities that the document names in two words and more. */
const longNamesOf = (knowledge: Knowledge, drafts: readonly Draft[]): ReadonlySet<number> => {
  const found = new Set<number>();
  for (const { words } of drafts)
    if (words.length > 1)
      for (const value of knowledge.names.valuesOf(words))
        found.add(knowledge.aliases.at(value)?.entity ?? -1);
  return found;
};

/** A name with other meanings is believed where the document names its country or the thing in full. */
const hasEvidence = (entity: KnownEntity, cues: CountryCues, longNames: ReadonlySet<number>): boolean =>
  longNames.has(entity.index) || (entity.country !== null && cues.count(entity.country) > 0);

/** How well an entity fits: 0 rules it out; states before capitals before large cities, countries named in the text first. */
const weigh = (entity: KnownEntity, form: AliasForm, draft: Draft, cues: CountryCues): number => {
  // What "London-based" is tagged as says nothing about London.
  const type = draft.adjectival ? "LOC" : draft.type;
  const { sentence } = draft.name;
  const cue =
    entity.country === null
      ? 0
      : (cues.inSentence(entity.country, sentence) ? 3 : 0) + (cues.count(entity.country) > 0 ? 3 : 0);
  switch (entity.kind) {
    case "state":
      if (form === AliasForm.demonym) return type === "MISC" || type === "LOC" ? 30 : 0;
      if (form === AliasForm.metonym) return 0;
      return (type === "LOC" ? 30 : type === "ORG" ? 12 : 4) - (entity.sort === "former" ? 4 : 0);
    case "place": {
      if (form === AliasForm.demonym) return type === "MISC" ? 25 : 0;
      if (type !== "LOC" && !(draft.words.length > 1 && plainPlaces.has(entity.sort))) return 0;
      const size = entity.population > 0 ? Math.log10(entity.population) : 5;
      return 8 + size + cue + (entity.sort === "capital" ? 4 : 0);
    }
    case "summit":
      return type === "MISC" ? 20 : 0;
    case "organisation":
    case "group":
    case "outlet":
      return (type === "ORG" ? 20 : type === "LOC" ? 6 : 8) + cue;
    case "person":
      return 0;
  }
};
