import { readList, readTable, type Vocabulary, WordClasses } from "@readout/model";
import { grammarFunctionWords } from "../generated/grammar-function-words.js";
import { grammarGerundNouns } from "../generated/grammar-gerund-nouns.js";
import { grammarThingNouns } from "../generated/grammar-thing-nouns.js";
import { grammarVerbClasses } from "../generated/grammar-verb-classes.js";
import { grammarVerbs } from "../generated/grammar-verbs.js";
import { inflect } from "./inflect.js";

/** What a word of the closed classes can be (lexicon/en/grammar/grammar-function-words.tsv). */
export const FunctionWord = {
  determiner: 1,
  /** he, they: stands before a verb as its subject. */
  subject: 2,
  /** him, themselves: never a subject. */
  object: 4,
  /** it, those: either. */
  pronoun: 8,
  possessive: 16,
  preposition: 32,
  subordinator: 64,
  relative: 128,
  conjunction: 256,
  adverb: 512,
  particle: 1024,
  negation: 2048,
  modal: 4096,
  be: 8192,
  have: 16384,
  do: 32768,
} as const;

/** What a content word can be. */
export const ContentWord = {
  base: 1,
  third: 2,
  past: 4,
  participle: 8,
  gerund: 16,
  /** The base form is also a noun, as often as it is a verb. */
  noun: 32,
  /** The base form is mostly a noun: attack, plan. */
  mostlyNoun: 64,
  quantity: 128,
  /** Monday, week, yesterday. */
  time: 256,
  adjective: 512,
  /** Never the kind of what a name behind it is called: deal, deadline; not ship, newspaper. */
  thing: 1024,
} as const;

const anyForm = 1 | 2 | 4 | 8 | 16;

export type GrammarWords = Readonly<{
  functions: WordClasses;
  contents: WordClasses;
  /** The word id of a verb form's lemma, or -1. `be`, `have` and `do` have lemmas too. */
  lemmaOf: (word: number) => number;
  /** Whether a word is the base form of a verb. */
  isBase: (word: number) => boolean;
  /** Whether a word is a pronoun that is always a subject: he, they. */
  isSubject: (word: number) => boolean;
  isDash: (word: number) => boolean;
  /** he, she, it, they. */
  isThirdPerson: (word: number) => boolean;
  /** Whether a preposition can open a clause as well: after, before, since, as. */
  opensClause: (word: number) => boolean;
  /** Whether a verb takes a clause as its complement: "said Iran attacked". */
  takesClause: (lemma: number) => boolean;
  /** Whether the object of a verb is the subject of the infinitive behind it: "urged Iran to stop". */
  controlsObject: (lemma: number) => boolean;
  /** Whether the object of a verb is the subject of the -ing form behind it: "accused Iran of sending". */
  charges: (lemma: number) => boolean;
  /** Whether a verb takes two objects, one of which its passive keeps: "was given asylum". */
  takesTwo: (lemma: number) => boolean;
  /** Whether the object of a verb has what is said of it behind it: "called him a liar", "is called the boss". */
  names: (lemma: number) => boolean;
  /** Whether "in" behind a verb is a particle of it: "called in the army". */
  bringsIn: (lemma: number) => boolean;
  /** Word ids that rules name. */
  ids: Readonly<Record<NamedWord, number>>;
}>;

const namedWords = [
  "am",
  "to",
  "that",
  "'s",
  "'",
  "by",
  "of",
  "about",
  "will",
  "would",
  "could",
  "might",
  "may",
  "can",
  "should",
  "shall",
  "must",
  "'d",
  "'ll",
  "have",
  "be",
  "do",
  "her",
  "who",
  "whom",
  "which",
  "whose",
  "what",
  "between",
  "among",
  "not",
  "ago",
  "next",
  "last",
  "is",
  "was",
  "are",
  "were",
  "and",
  "or",
  "as",
  "the",
  "a",
  "an",
  "being",
  "been",
  "having",
  "ought",
  "-",
  "–",
  "—",
  "/",
  "than",
  "this",
  "these",
  "those",
  "if",
  "unless",
  "whether",
  "before",
  "until",
  "had",
  "but",
  "nor",
  "both",
  "with",
  "out",
  "for",
  "from",
  "toward",
  "towards",
  "no",
  "never",
  "wo",
  "cannot",
  "ca",
  "said",
  "there",
  "it",
  "late",
  "early",
  "doing",
  "does",
  "did",
  "couple",
  "--",
  "i",
  "me",
  "we",
  "us",
  "he",
  "she",
  "they",
  "at",
  "least",
  "most",
  "up",
  "more",
  "less",
  "fewer",
  "many",
  "much",
  "west",
  "east",
  "north",
  "south",
  "nobody",
  "none",
  "neither",
  "why",
  "so",
  "too",
  "far",
  "first",
  "how",
  "well",
  "back",
  "in",
  "on",
] as const; // prettier-ignore
export type NamedWord = (typeof namedWords)[number];

const verbClasses: Readonly<Record<string, number>> = {
  clause: 1,
  "object-control": 2,
  charge: 4,
  "double-object": 8,
  "brings-in": 16,
  naming: 32,
};

const isFunctionClass = (name: string): name is keyof typeof FunctionWord => name in FunctionWord;

/** Reads the closed classes and the verbs, with every form of each, into the vocabulary. */
export const loadGrammarWords = (vocabulary: Vocabulary): GrammarWords => {
  const functions = new WordClasses(vocabulary);
  const contents = new WordClasses(vocabulary);
  const lemmas = new Map<number, number>();
  const addForms = (lemma: string, forms: readonly string[], bit: number): void => {
    const lemmaId = vocabulary.add(lemma);
    for (const form of forms) {
      const id = contents.add(form, bit);
      if (!lemmas.has(id) || form === lemma) lemmas.set(id, lemmaId);
    }
  };
  const addSpelling = (lemma: string, spelling: string): void => {
    const forms = inflect(spelling);
    addForms(lemma, [spelling], ContentWord.base);
    addForms(lemma, forms.third, ContentWord.third);
    addForms(lemma, forms.past, ContentWord.past);
    addForms(lemma, forms.participle, ContentWord.participle);
    addForms(lemma, forms.gerund, ContentWord.gerund);
  };
  const columns = ["lemma", "past", "participle", "noun", "nouns"] as const;
  const verbs = readTable(grammarVerbs, columns);
  const listed = new Set(verbs.map(({ lemma }) => lemma));
  for (const { lemma, past, participle, noun, nouns } of verbs) {
    // "normalise", "paralyse" stand for the lemma with z, unless they are lemmas of their own.
    const british = lemma.replace(/z(?=e$)/, "s");
    if (/[iy]ze$/.test(lemma) && !listed.has(british)) addSpelling(lemma, british);
    const forms = inflect(lemma);
    addForms(lemma, [lemma], ContentWord.base | nounBit(noun));
    addForms(lemma, forms.third, ContentWord.third | nounBit(nouns));
    addForms(lemma, past === "" ? forms.past : readList(past), ContentWord.past);
    addForms(lemma, participle === "" ? forms.participle : readList(participle), ContentWord.participle);
    addForms(lemma, forms.gerund, ContentWord.gerund);
  }
  for (const { word, classes } of readTable(grammarFunctionWords, ["word", "classes"])) {
    for (const name of readList(classes)) {
      if (isFunctionClass(name)) functions.add(word, FunctionWord[name]);
      else if (name === "quantity" || name === "time" || name === "adjective")
        contents.add(word, ContentWord[name]);
      else throw new Error(`function word "${word}" has an unknown class "${name}"`);
    }
  }
  for (const { word } of readTable(grammarThingNouns, ["word"])) contents.add(word, ContentWord.thing);
  for (const { word } of readTable(grammarGerundNouns, ["word"])) contents.add(word, ContentWord.noun);
  addForms("be", ["be", "is", "are", "was", "were", "been", "being", "am", "'re", "'m"], 0);
  addForms("have", ["have", "has", "had", "having", "'ve"], 0);
  addForms("do", ["do", "does", "did", "doing", "done"], 0);
  const classes = new WordClasses(vocabulary);
  for (const { lemma, classes: names } of readTable(grammarVerbClasses, ["lemma", "classes"])) {
    for (const name of readList(names)) {
      const bit = verbClasses[name];
      if (bit === undefined) throw new Error(`verb "${lemma}" has an unknown class "${name}"`);
      classes.add(lemma, bit);
    }
  }
  const clauseOpener = FunctionWord.preposition | FunctionWord.subordinator;
  const ids = {} as Record<NamedWord, number>;
  for (const word of namedWords) ids[word] = vocabulary.add(word);
  const lemmaColumn = new Int32Array(vocabulary.size).fill(-1);
  for (const [form, lemma] of lemmas) lemmaColumn[form] = lemma;
  return {
    functions,
    contents,
    lemmaOf: (word) => (word < lemmaColumn.length ? (lemmaColumn[word] ?? -1) : -1),
    isBase: (word) => (contents.of(word) & ContentWord.base) !== 0,
    isSubject: (word) => (functions.of(word) & FunctionWord.subject) !== 0,
    isDash: (word) => word === ids["-"] || word === ids["–"] || word === ids["—"] || word === ids["--"],
    isThirdPerson: (word) => word === ids.he || word === ids.she || word === ids.it || word === ids.they,
    opensClause: (word) => (functions.of(word) & clauseOpener) === clauseOpener,
    takesClause: (lemma) => lemma >= 0 && (classes.of(lemma) & 1) !== 0,
    controlsObject: (lemma) => lemma >= 0 && (classes.of(lemma) & 2) !== 0,
    charges: (lemma) => lemma >= 0 && (classes.of(lemma) & 4) !== 0,
    takesTwo: (lemma) => lemma >= 0 && (classes.of(lemma) & 8) !== 0,
    bringsIn: (lemma) => lemma >= 0 && (classes.of(lemma) & 16) !== 0,
    names: (lemma) => lemma >= 0 && (classes.of(lemma) & 32) !== 0,
    ids,
  };
};

/** How often a form is a noun, as the lexicon has it: rare, often, mostly. */
const nounBit = (share: string): number =>
  share === "mostly" ? ContentWord.mostlyNoun : share === "often" ? ContentWord.noun : 0;

/** Whether content bits hold some form of a verb. */
export const isVerbForm = (contentBits: number): boolean => (contentBits & anyForm) !== 0;
