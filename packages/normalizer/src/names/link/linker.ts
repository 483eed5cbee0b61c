import { type DayInterval, type Metadata, readTable, type Vocabulary, WordClasses } from "@readout/model";
import { placeParts as placePartTable } from "../../generated/place-parts.js";
import { loadKnowledge } from "../../knowledge/knowledge.js";
import type { Passage } from "../../passage.js";
import type { NameCandidate } from "../name-candidate.js";
import { createTitleFinder } from "../titles.js";
import { countryCues } from "./cues.js";
import type { Draft } from "./draft.js";
import { gather, type LinkedNames } from "./gather.js";
import { createGenderReader } from "./gender.js";
import { createMetonymMarker } from "./metonyms.js";
import { createNearMissLinker } from "./near-misses.js";
import { createNominalFinder } from "./nominals.js";
import { linkPeople } from "./people.js";
import { createPronounFinder } from "./pronouns.js";
import { linkThings } from "./things.js";
import { titleContext } from "./title-context.js";
import { createTypeWords } from "./type-words.js";
import { groupUnknown } from "./unknown.js";
import { createVesselMarker } from "./vessels.js";
import { createWordReader, isAdjectival } from "./words.js";

/** What linking may know besides the text. */
export type LinkContext = Readonly<{ published: DayInterval; metadata: Metadata | null }>;
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
  const markMetonyms = createMetonymMarker(vocabulary, knowledge);
  const markVessels = createVesselMarker(vocabulary);
  const linkNearMisses = createNearMissLinker(vocabulary, knowledge);
  const typeWords = createTypeWords(vocabulary);
  const placeParts = new WordClasses(vocabulary);
  for (const { surface } of readTable(placePartTable, ["surface"])) placeParts.add(surface, 1);
  const findNominals = createNominalFinder(vocabulary, knowledge, titles, wordsOf);
  const genders = createGenderReader(vocabulary);
  const findPronouns = createPronounFinder(vocabulary, genders);
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
        adjectival: isAdjectival(tokens, name.first, name.last),
        title: context.title,
        titleOf: context.of,
        type: name.type,
        known: -1,
        same: -1,
        form: "name",
        certainty: 1,
      };
    });
    const cues = countryCues(knowledge, drafts);
    markVessels(passage, drafts);
    linkThings(knowledge, drafts, cues, passage, placeParts);
    linkPeople({ knowledge, genders, cues, published }, drafts);
    linkNearMisses(passage, drafts);
    groupUnknown(passage, drafts);
    markMetonyms(passage, drafts);
    const nominals = findNominals(passage, drafts, published);
    const pronouns = findPronouns(passage, drafts, nominals);
    return gather(knowledge, typeWords, passage, drafts, [...nominals, ...pronouns], published);
  };
};
