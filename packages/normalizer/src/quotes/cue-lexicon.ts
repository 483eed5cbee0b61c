import { readList, readTable, type Vocabulary } from "@readout/model";
import { grammarVerbs } from "../generated/grammar-verbs.js";
import { quoteLabels } from "../generated/quote-labels.js";
import { quoteNouns } from "../generated/quote-nouns.js";
import { quoteVerbs } from "../generated/quote-verbs.js";
import { inflect } from "../grammar/inflect.js";

/** What a verb of saying can take, as the `takes` column of quote-verbs.tsv has it; bits of {@link Cue.takes}. */
export const Takes = {
  /** Quoted words. */
  quote: 1,
  /** A clause with "that". */
  clause: 2,
  /** A clause without "that". */
  bare: 4,
  /** A noun phrase that is itself the content: "criticised the plan". */
  np: 8,
  /** An infinitive: "promised to leave". */
  to: 16,
  /** Its first object is who is spoken to: "told reporters that". */
  listener: 32,
  /** An indirect question: "asked whether". */
  question: 64,
  /** Content behind a preposition: "called for", "warned of" … */
  for: 128,
  on: 256,
  of: 512,
  about: 1024,
  against: 2048,
  /** "pointed to the figures" */
  to_np: 4096,
  /** Its object is who is spoken about, the content follows: "accused him of". */
  person: 8192,
  /** "quoted an official as saying" */
  saying: 16384,
} as const;

export const cueClasses = [
  "neutral",
  "claim",
  "denial",
  "agreement",
  "demand",
  "promise",
  "threat",
  "criticism",
  "praise",
  "speculation",
  "question",
  "attitude",
] as const;
export type CueClass = (typeof cueClasses)[number];

/** What the choice of the verb says of its author's stance: "claim" doubts, "admit" takes it for true. */
export const cueStances = ["neutral", "doubts", "accepts"] as const;
export type CueStance = (typeof cueStances)[number];

export type Cue = Readonly<{ lemma: string; class: CueClass; stance: CueStance; takes: number }>;

/** The verbs and nouns of saying of lexicon/en/quotes. */
export type CueLexicon = Readonly<{
  /** By word id of the lemma. */
  verbs: ReadonlyMap<number, Cue>;
  /** The -ing form of each verb by word id, for places where grammar takes it for a noun: "after saying that". */
  gerunds: ReadonlyMap<number, Cue>;
  /** The finite forms that take quoted words, by word id, for places where grammar sees no verb: "…,” a source states. */
  finite: ReadonlyMap<number, Cue>;
  /** First words of labels that name no speaker: WATCH, UPDATE. */
  labels: ReadonlySet<number>;
  /** By word id: "statement", "claims". */
  nouns: ReadonlyMap<number, CueClass>;
}>;

/** Reads the cue lexicon into the vocabulary. Throws where a row has an unknown class, stance or complement. */
export const loadCueLexicon = (vocabulary: Vocabulary): CueLexicon => {
  const verbs = new Map<number, Cue>();
  const gerunds = new Map<number, Cue>();
  const finite = new Map<number, Cue>();
  const irregular = new Map(
    readTable(grammarVerbs, ["lemma", "past"]).map(({ lemma, past }) => [lemma, readList(past)]),
  );
  for (const row of readTable(quoteVerbs, ["lemma", "class", "takes", "stance"])) {
    const cue: Cue = {
      lemma: row.lemma,
      class: oneOf(cueClasses, row.class, row.lemma),
      stance: oneOf(cueStances, row.stance, row.lemma),
      takes: takesOf(row.lemma, row.takes),
    };
    verbs.set(vocabulary.add(row.lemma), cue);
    for (const form of inflect(row.lemma).gerund) gerunds.set(vocabulary.add(form), cue);
    if ((cue.takes & Takes.quote) === 0) continue;
    const past = irregular.get(row.lemma) ?? [];
    const forms = inflect(row.lemma);
    for (const form of [...forms.third, ...(past.length > 0 ? past : forms.past)])
      finite.set(vocabulary.add(form), cue);
  }
  const nouns = new Map<number, CueClass>();
  for (const row of readTable(quoteNouns, ["noun", "class"]))
    nouns.set(vocabulary.add(row.noun), oneOf(cueClasses, row.class, row.noun));
  const labels = new Set(readTable(quoteLabels, ["label"]).map(({ label }) => vocabulary.add(label)));
  return { verbs, gerunds, finite, labels, nouns };
};

const bitOf: Readonly<Record<string, number>> = Takes;

const takesOf = (lemma: string, cell: string): number => {
  let bits = 0;
  for (const name of readList(cell)) {
    const bit = bitOf[name];
    if (bit === undefined) throw new Error(`cue "${lemma}" takes an unknown complement "${name}"`);
    bits |= bit;
  }
  return bits;
};

const oneOf = <T extends string>(known: readonly T[], value: string, lemma: string): T => {
  const found = known.find((name) => name === value);
  if (found === undefined) throw new Error(`cue "${lemma}" has an unknown value "${value}"`);
  return found;
};
