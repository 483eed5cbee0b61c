import { type Quantity, readTable, type Vocabulary, WordClasses } from "@readout/model";
import { quantityBreaks } from "../generated/quantity-breaks.js";
import { quantityCurrencies } from "../generated/quantity-currencies.js";
import { quantityDesignators } from "../generated/quantity-designators.js";
import { quantityFractions } from "../generated/quantity-fractions.js";
import { quantityModifiers } from "../generated/quantity-modifiers.js";
import { quantityNouns } from "../generated/quantity-nouns.js";
import { quantityStates } from "../generated/quantity-states.js";
import { quantityUnits } from "../generated/quantity-units.js";
import { loadNumberWords, type NumberWords } from "../numbers/number-words.js";
import { PhraseTable } from "./phrase-table.js";

export type Unit = Readonly<{ unit: string; kind: string }>;
export type Modifier = NonNullable<Quantity["mod"]>;

/** Bits of {@link QuantityLexicon.classes}. */
export const WordClass = {
  /** Ends a counted phrase: prepositions, conjunctions, auxiliaries, pronouns, determiners. */
  break: 1,
  auxiliary: 2,
  preposition: 4,
  determiner: 8,
  /** A noun that counts people. */
  person: 16,
  /** A noun that is counted though its form does not say plural. */
  thing: 32,
  /** A plural that stands before another noun: arms, rights. */
  modifier: 64,
  /** What a number after it names, not counts: Article 5, Channel 4. */
  designator: 128,
  /** A person or thing in the singular: counted by one, or before a hyphen's noun ("15-member"). */
  singular: 512,
  /** Years, days: a time, never a quantity. */
  time: 1024,
  /** more, other: stand before the counted noun and say nothing of it. */
  comparison: 2048,
  /** Says what happened to those counted: killed, wounded. */
  state: 256,
} as const;

const modifiers: readonly Modifier[] = ["approx", "at_least", "at_most", "more_than", "less_than"];

/** Everything that is known about words beside numbers, read from lexicon/en/quantities. */
export class QuantityLexicon {
  readonly numbers: NumberWords;
  readonly classes: WordClasses;
  readonly units: PhraseTable<Unit>;
  readonly modifiers: PhraseTable<Modifier>;
  /** Names that stand after the number: "million dollars". */
  readonly currencyNames: PhraseTable<Readonly<{ code: string; needsScale: boolean }>>;
  /** `$`, `€`: currency by word id. */
  readonly currencySymbols = new Map<number, string>();
  /** Letters before `$`, or after it: US, A, HK. */
  readonly dollarPrefixes = new Map<number, string>();
  /** USD, EUR, Rs: stand before a number in capitals. */
  readonly currencyCodes = new Map<number, Readonly<{ written: string; code: string }>>();
  /** thirds, fifth: into how many parts the whole is cut, by word id. */
  readonly fractions = new Map<number, Readonly<{ parts: number; plural: boolean }>>();
  /** Words that join the two ends of a range, or head it. */
  readonly rangeWords: Readonly<{
    to: number;
    and: number;
    or: number;
    between: number;
    from: number;
    in: number;
    out: number;
  }>;
  /** "the death toll of" */
  readonly tollWord: number;
  /** What those counted became, by word id. */
  readonly states = new Map<number, string>();

  constructor(readonly vocabulary: Vocabulary) {
    this.numbers = loadNumberWords(vocabulary);
    const [to = -1, and = -1, or = -1, between = -1, from = -1] = ["to", "and", "or", "between", "from"].map(
      (word) => vocabulary.add(word),
    );
    this.tollWord = vocabulary.add("toll");
    this.rangeWords = { to, and, or, between, from, in: vocabulary.add("in"), out: vocabulary.add("out") };
    this.classes = new WordClasses(vocabulary);
    this.units = new PhraseTable(
      vocabulary,
      readTable(quantityUnits, ["surface", "unit", "kind"]).map(({ surface, unit, kind }) => [
        surface,
        { unit, kind },
      ]),
    );
    this.modifiers = new PhraseTable(
      vocabulary,
      readTable(quantityModifiers, ["surface", "mod"]).map(({ surface, mod }) => [
        surface,
        modifierOf(surface, mod),
      ]),
    );
    this.currencyNames = new PhraseTable(vocabulary, this.readCurrencies());
    for (const { surface, kind } of readTable(quantityBreaks, ["surface", "kind"])) {
      const bit =
        kind === "auxiliary"
          ? WordClass.auxiliary
          : kind === "preposition"
            ? WordClass.preposition
            : kind === "determiner"
              ? WordClass.determiner
              : 0;
      this.classes.add(surface, WordClass.break | bit);
    }
    for (const { surface, kind } of readTable(quantityNouns, ["surface", "kind"]))
      this.classes.add(surface, nounBits(kind));
    for (const { surface } of readTable(quantityDesignators, ["surface"]))
      this.classes.add(surface, WordClass.designator);
    for (const { surface, parts, number } of readTable(quantityFractions, ["surface", "parts", "number"]))
      this.fractions.set(vocabulary.add(surface), { parts: Number(parts), plural: number === "plural" });
    for (const { surface, state } of readTable(quantityStates, ["surface", "state"]))
      this.states.set(this.classes.add(surface, WordClass.state), state);
  }

  private readCurrencies(): [string, Readonly<{ code: string; needsScale: boolean }>][] {
    const names: [string, Readonly<{ code: string; needsScale: boolean }>][] = [];
    for (const { surface, currency, kind } of readTable(quantityCurrencies, [
      "surface",
      "currency",
      "kind",
    ])) {
      if (kind === "symbol") this.currencySymbols.set(this.vocabulary.add(surface), currency);
      else if (kind === "dollar") this.dollarPrefixes.set(this.vocabulary.add(surface), currency);
      else if (kind === "code")
        this.currencyCodes.set(this.vocabulary.add(surface.toLowerCase()), {
          written: surface,
          code: currency,
        });
      else names.push([surface, { code: currency, needsScale: kind === "name_after_scale" }]);
    }
    return names;
  }
}

const nounBits = (kind: string): number => {
  if (kind === "modifier") return WordClass.modifier;
  if (kind === "time") return WordClass.time;
  if (kind === "comparison") return WordClass.comparison;
  const singular = kind.endsWith("_one") ? WordClass.singular : 0;
  return singular | (kind.startsWith("person") ? WordClass.person : WordClass.thing);
};

const modifierOf = (surface: string, mod: string): Modifier => {
  const found = modifiers.find((known) => known === mod);
  if (found === undefined) throw new Error(`modifier "${surface}" has an unknown mod "${mod}"`);
  return found;
};
