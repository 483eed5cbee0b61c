import { type EventType, eventTypes, readList, readTable, type Vocabulary } from "@readout/model";
import { nounForms } from "./noun-forms.js";

/** What must stand in a slot for a trigger to mean its event: `object:talks`, `to:place`, `on:*`. */
export type Need = Readonly<{
  /**
   * Word id of a preposition, `object`, `indirect` (the first of two objects), `near` (a word, or one of a set in braces, within
   * a few tokens behind the verb), `infinitive` (one that depends on it), `subject` (several, joined: "Lima and Quito"; or a noun of a set).
   */
  slot: number | "object" | "indirect" | "near" | "infinitive" | "subject";
  /** Any phrase, a name, a person or group, what can be set free, a noun of a set or (`object:!publication`) of none but that set. */
  filler:
    | "any"
    | "place"
    | "person"
    | "freed"
    | Readonly<{ set: number }>
    | Readonly<{ not: number }>
    | Readonly<{ word: number }>;
}>;

/**
 * Where a participant may stand, in order of preference: a preposition's word id or a fixed slot. A recipient in `subject`
 * suffers what the verb tells: "drew criticism from the union", "died in an ambush".
 */
export type Source = number | "object" | "indirect" | "possessor" | "pre" | "subject";

/**
 * Who must take part: `known` sides on both ends (no "the crowd", no thing), a `public` one that acts for a state or an organisation, one
 * with the `power` to make others do things, or one that bears arms, or else words of violence (`force`: "beat Clinton" is a vote); no
 * single person (`crowd`).
 */
export const sidesNeeded = ["known", "public", "power", "force", "crowd"] as const;
export type Sides = (typeof sidesNeeded)[number];

/**
 * What the words of a row ask of its sides beside that, for words of many senses: who `rings` somebody or `addresses` a house speaks to a
 * person, not to a group; of those who `meets` others, "he" is somebody; what is told of the sides of a contact that one `gathers` for
 * stands behind the verb; whoever `goes` or `returns` somewhere goes to a place; whom one `receives` is a guest; whoever `invites`
 * somebody does it for a state; what one `frees` can be held.
 */
export const senses = [
  "rings",
  "addresses",
  "meets",
  "gathers",
  "goes",
  "returns",
  "receives",
  "invites",
  "frees",
] as const;
export type Sense = (typeof senses)[number];

/** One row of lexicon/en/events/event-triggers.tsv. */
export type Trigger = Readonly<{
  type: EventType;
  mode: string | null;
  need: Need | null;
  /** A second need, joined with "+" in the table: `object:missile+at:*`. */
  also: Need | null;
  /** A particle that must follow the verb ("rule out"), or -1. */
  particle: number;
  actors: readonly Source[];
  recipients: readonly Source[];
  /** Who must take part for the words to mean the event, or null for anybody. */
  sides: Sides | null;
  sense: Sense | null;
  /** Names the row in `event_mentions.rule`: type, part of speech, first lemma. */
  rule: string;
}>;

/** Whether what stands in the object makes the words mean their event: "held talks"; not "met the king". */
export const needsObject = ({ need, also }: Trigger): boolean =>
  need?.slot === "object" || also?.slot === "object";

export type TriggerTable = Readonly<{
  /** Triggers of a verb lemma, the most specific first. */
  ofVerb: (lemma: number) => readonly Trigger[];
  /** Triggers of a noun form, the same way. What a noun needs stands in a phrase behind it: "a call for peace". */
  ofNoun: (word: number) => readonly Trigger[];
}>;

/**
 * Reads the text of the table. `sets` are the numbers of the sets of nouns that needs may name.
 *
 * @throws where a cell holds a word that is not of its column, and where two rows hold for the same words.
 */
export const loadTriggers = (
  table: string,
  vocabulary: Vocabulary,
  sets: ReadonlyMap<string, number>,
): TriggerTable => {
  const verbs = new Map<number, Trigger[]>();
  const nouns = new Map<number, Trigger[]>();
  const holders = new Map<string, string>();
  const columns = [
    "type",
    "pos",
    "lemmas",
    "needs",
    "mode",
    "actors",
    "recipients",
    "sides",
    "sense",
  ] as const;
  for (const row of readTable(table, columns)) {
    const { pos, needs } = row;
    const [need = "", also = "", more] = needs.split("+");
    if (more !== undefined) throw new Error(`a trigger has more than two needs: "${needs}"`);
    if (pos === "noun" && !/^(?:[a-z]+:\*)?$/.test(needs))
      throw new Error(`a noun needs no more than a preposition behind it: "${needs}"`);
    const shared = {
      type: oneOf(eventTypes, row.type),
      mode: row.mode === "" ? null : row.mode,
      need: readNeed(need),
      also: readNeed(also),
      actors: readSources(row.actors),
      recipients: readSources(row.recipients),
      sides: row.sides === "" ? null : oneOf(sidesNeeded, row.sides),
      sense: row.sense === "" ? null : oneOf(senses, row.sense),
    };
    for (const entry of readList(row.lemmas)) {
      const words = [pos, entry, ...needs.split("+").sort()].join(" ");
      const holder = `${row.type} ${row.lemmas} ${needs}`;
      const other = holders.get(words);
      if (other !== undefined) throw new Error(`two triggers hold for "${words}": ${other} / ${holder}`);
      holders.set(words, holder);
      const [lemma = "", particle = ""] = entry.split("_");
      const trigger: Trigger = {
        ...shared,
        particle: particle === "" ? -1 : vocabulary.add(particle),
        rule: `${row.type.toLowerCase()}/${pos}/${lemma}${needs === "" ? "" : `+${needs}`}`,
      };
      const triggers = pos === "verb" ? verbs : nouns;
      for (const form of pos === "verb" ? verbSpellings(lemma) : nounForms(lemma)) {
        const id = vocabulary.add(form);
        triggers.set(id, [...(triggers.get(id) ?? []), trigger]);
      }
    }
  }
  for (const byWord of [verbs, nouns])
    for (const triggers of byWord.values()) triggers.sort((a, b) => specificity(b) - specificity(a));
  return { ofVerb: (lemma) => verbs.get(lemma) ?? none, ofNoun: (word) => nouns.get(word) ?? none };

  function readNeed(cell: string): Need | null {
    if (cell === "") return null;
    const [slot = "", filler = ""] = cell.split(":");
    // "subject:several" asks for joined sides, "subject:troops" for a noun of a set.
    if (slot === "subject" && filler === "several") return { slot, filler: "any" };
    if (slot === "near") {
      const name = /^\{(.+)\}$/.exec(filler)?.[1];
      return {
        slot,
        filler: name === undefined ? { word: vocabulary.add(filler) } : { set: setCalled(name) },
      };
    }
    const where =
      slot === "object" || slot === "indirect" || slot === "infinitive" || slot === "subject"
        ? slot
        : vocabulary.add(slot);
    if (filler === "*") return { slot: where, filler: "any" };
    if (filler === "place" || filler === "person" || filler === "freed") return { slot: where, filler };
    return {
      slot: where,
      filler: filler.startsWith("!") ? { not: setCalled(filler.slice(1)) } : { set: setCalled(filler) },
    };
  }

  function setCalled(name: string): number {
    const set = sets.get(name);
    if (set === undefined) throw new Error(`no set of nouns is called "${name}"`);
    return set;
  }

  function readSources(cell: string): readonly Source[] {
    return readList(cell).map((name) =>
      name === "object" || name === "indirect" || name === "possessor" || name === "pre" || name === "subject"
        ? name
        : vocabulary.add(name),
    );
  }
};

const none: readonly never[] = [];

/** A verb as the table lists it, and with the s of British spelling: "vandalize", "paralyze". */
const verbSpellings = (lemma: string): readonly string[] =>
  /[iy]ze$/.test(lemma) ? [lemma, lemma.replace(/ze$/, "se")] : [lemma];

/** A cell whose words are those of a list. */
const oneOf = <Name extends string>(names: readonly Name[], cell: string): Name => {
  const found = names.find((name) => name === cell);
  if (found === undefined) throw new Error(`a trigger has "${cell}", which is none of ${names.join(", ")}`);
  return found;
};

const specificity = ({ need, also, particle }: Trigger): number =>
  narrowness(need) + narrowness(also) + (particle >= 0 ? 6 : 0);

const narrowness = (need: Need | null): number => {
  if (need === null) return 0;
  if (need.filler === "any") return need.slot === "object" ? 1 : 3;
  if (typeof need.filler !== "object") return 4;
  return "not" in need.filler ? 2 : 5;
};
