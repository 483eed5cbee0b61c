import {
  type Claim,
  claimStances,
  type EventType,
  eventTypes,
  readList,
  readTable,
  type Vocabulary,
} from "@readout/model";
import { eventAgents } from "../generated/event-agents.js";
import { eventComplementVerbs } from "../generated/event-complement-verbs.js";
import { eventContexts } from "../generated/event-contexts.js";
import { eventModes } from "../generated/event-modes.js";
import { eventNounSets } from "../generated/event-noun-sets.js";
import { eventStances } from "../generated/event-stances.js";
import { eventTriggers } from "../generated/event-triggers.js";
import { eventViolence } from "../generated/event-violence.js";

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
  /** Names the row in `event_mentions.rule`: type, part of speech, first lemma. */
  rule: string;
}>;

/** How a verb bears on what depends on it; `talk` ones say nothing of whether what they are about was done ("asked about banning"), `light` ones carry an event noun ("mounted a raid") and say nothing else, `occur` ones have one as their subject ("fighting broke out"). */
export const complementKinds = [
  "commit",
  "plan",
  "ready",
  "refuse",
  "try",
  "aspect",
  "stop",
  "report",
  "threaten",
  "demand",
  "of",
  "avoid",
  "unsure",
  "talk",
  "light",
  "occur",
] as const;
export type ComplementKind = (typeof complementKinds)[number];

export type EventLexicon = Readonly<{
  /** Triggers of a verb lemma, the most specific first. */
  verbTriggers: (lemma: number) => readonly Trigger[];
  /** Triggers of a noun form. */
  nounTriggers: (word: number) => readonly Trigger[];
  /** Sets of nouns a noun form is in: two words of bits. */
  inSet: (word: number, set: number) => boolean;
  /** Whether a noun is a weapon or what one does: bomb, blast. */
  isInstrument: (word: number) => boolean;
  /** PLOVER sector of a noun that names actors ("minister" GOV), "" where it has none, null where the noun names none. */
  sectorOf: (word: number) => string | null;
  /** How an attack was made, from a word beside its trigger: "airstrike" aerial; null for other words. */
  modeOf: (word: number) => string | null;
  /** Adjectives that make an attack one of words: scathing, verbal. */
  isVerbal: (word: number) => boolean;
  /** What a claimant does with what is said: deny, admit; `asserts` for all other verbs. */
  stanceOf: (lemma: number) => Claim["stance"];
  /** account, report: what can be disputed. */
  isTelling: (word: number) => boolean;
  /** statement, law: what may speak for those who wrote it. */
  isPublication: (word: number) => boolean;
  /** decree, resolution: what does what those who sign it do. */
  isPaper: (word: number) => boolean;
  /** responsible, guilty: whoever is said to be it is accused. */
  isBlame: (word: number) => boolean;
  /** responsible, liable: for a deed, or for a task. */
  isAnswering: (word: number) => boolean;
  /** attack, atrocity, fraud: what one is blamed for. */
  isDeed: (word: number) => boolean;
  /** council, committee: one that meets by itself. */
  isCollective: (word: number) => boolean;
  /** news, press: "a news conference" is with the public. */
  isNews: (word: number) => boolean;
  /** about, over: what follows is a topic, and a place in it no place of the act. */
  isTopic: (word: number) => boolean;
  /** wake, bid: "in the wake of" frames an act and describes nobody. */
  isFrame: (word: number) => boolean;
  /** president, leader: of whom "the two" may be spoken. */
  isLeader: (word: number) => boolean;
  /** The same for a word of a title that is no token. */
  isLeaderTitle: (word: string) => boolean;
  /** PLOVER context that a word points to, or null. */
  contextOf: (word: number) => string | null;
  /** telephone, phone: what makes a call a conversation. */
  isPhone: (word: number) => boolean;
  complementsOf: (word: number) => readonly ComplementKind[];
  /** agree, consent: what is agreed to is agreed with others, and no threat. */
  agrees: (lemma: number) => boolean;
  /** attack, hit: done with words as well as with weapons. */
  isFigurative: (lemma: number) => boolean;
  /** attack, onslaught: a noun for what is done with words too. */
  isAssailing: (word: number) => boolean;
  /** killed, gunmen: words that tell an attack from a figure of speech. */
  isViolent: (word: number) => boolean;
  /** often, always: what is done so is a habit. */
  isFrequency: (word: number) => boolean;
  /** crowd, supporters: whom one speaks before. */
  isAudience: (word: number) => boolean;
  /** ship, crew: what is let go beside people. */
  isFreed: (word: number) => boolean;
  /** think, hope: what one thinks must be is asked of nobody. */
  isOpining: (lemma: number) => boolean;
  /** defend: done for oneself as often as for others. */
  isSelfServing: (lemma: number) => boolean;
  /** question: of whom it is done they are asked. */
  isAsked: (lemma: number) => boolean;
  /** port, convoy: what is attacked with weapons. */
  isTarget: (word: number) => boolean;
  /** assassination, rape: whose it is suffers it. */
  isSuffered: (word: number) => boolean;
  /** fact, claim: what follows with "that" is said, and no object of the verb in it. */
  isContent: (word: number) => boolean;
  /** desire, chance: what one has it to do is not done. */
  isWish: (word: number) => boolean;
  /** comment, elaborate: whoever declines to do so refuses nobody. */
  isReply: (lemma: number) => boolean;
  /** decline to respond: the same, of verbs that a refusal may be of. */
  isSilent: (lemma: number, governor: number) => boolean;
  /** decision, move: what one has decided to do is done. */
  isDecided: (word: number) => boolean;
  /** poll, percent: what is counted there are opinions. */
  isPoll: (word: number) => boolean;
  /** fail: refuses only what would have been an event. */
  fails: (lemma: number) => boolean;
  /** order, instruct: whoever orders what restricts, restricts. */
  orders: (lemma: number) => boolean;
  /** The same as {@link sectorOf}, for a word that is no token. */
  sectorOfWord: (word: string) => string | null;
  word: (surface: string) => number;
}>;

const isEventType = (name: string): name is EventType => (eventTypes as readonly string[]).includes(name);
const isSides = (name: string): name is Sides => (sidesNeeded as readonly string[]).includes(name);
const isStance = (name: string): name is Claim["stance"] =>
  (claimStances as readonly string[]).includes(name);
const isComplementKind = (name: string): name is ComplementKind =>
  (complementKinds as readonly string[]).includes(name);

/** Singular and plural of a noun as the lexicons write it (in the singular). */
const nounForms = (noun: string): readonly string[] => {
  const irregular = irregularPlurals.get(noun);
  if (irregular !== undefined) return [noun, irregular];
  if (noun.endsWith("y") && !/[aeiou]y$/.test(noun)) return [noun, `${noun.slice(0, -1)}ies`];
  if (/(?:s|x|z|ch|sh)$/.test(noun)) return [noun, `${noun}es`];
  return [noun, `${noun}s`];
};

const irregularPlurals: ReadonlyMap<string, string> = new Map([
  ["man", "men"],
  ["woman", "women"],
  ["child", "children"],
  ["wife", "wives"],
  ["person", "persons"],
  ["thief", "thieves"],
  ["policeman", "policemen"],
  ["policewoman", "policewomen"],
  ["congressman", "congressmen"],
  ["gunman", "gunmen"],
  ["spokesman", "spokesmen"],
  ["statesman", "statesmen"],
  ["militiaman", "militiamen"],
  ["airman", "airmen"],
  ["fisherman", "fishermen"],
  ["businessman", "businessmen"],
  ["serviceman", "servicemen"],
]);

/** Reads the tables of lexicon/en/events into the vocabulary. */
export const loadEventLexicon = (vocabulary: Vocabulary): EventLexicon => {
  const setNames = new Map<string, number>();
  const setsOfWord = new Map<number, Set<number>>();
  for (const { noun, sets } of readTable(eventNounSets, ["noun", "sets"])) {
    for (const name of readList(sets)) {
      if (!setNames.has(name)) setNames.set(name, setNames.size);
      const set = setNames.get(name) ?? 0;
      for (const form of nounForms(noun)) {
        const id = vocabulary.add(form);
        const held = setsOfWord.get(id) ?? new Set<number>();
        held.add(set);
        setsOfWord.set(id, held);
      }
    }
  }
  const sectors = new Map<number, string>();
  for (const { noun, sector } of readTable(eventAgents, ["noun", "sector"]))
    for (const form of nounForms(noun)) sectors.set(vocabulary.add(form), sector);
  /** Tests for one set of nouns. */
  const memberOf = (name: string): ((word: number) => boolean) => {
    const set = setNames.get(name) ?? -1;
    const members = new Set([...setsOfWord].flatMap(([word, sets]) => (sets.has(set) ? [word] : [])));
    return (word) => members.has(word);
  };
  const violent = new Set(readTable(eventViolence, ["word"]).map(({ word }) => vocabulary.add(word)));
  const isLeader = memberOf("leaders");
  const isSilent = memberOf("silent");
  const deeds = ["atrocity", "attack", "crime", "deadly", "suffered", "death-set", "casualty-set"].map(
    memberOf,
  );
  const agreeing = new Set(["agree", "consent"].map((word) => vocabulary.add(word)));
  const stances = new Map<number, Claim["stance"]>();
  for (const { lemma, stance } of readTable(eventStances, ["lemma", "stance"])) {
    if (!isStance(stance)) throw new Error(`"${lemma}" has an unknown stance "${stance}"`);
    stances.set(vocabulary.add(lemma), stance);
  }
  const contexts = new Map<number, string>();
  for (const { word, context } of readTable(eventContexts, ["word", "context"]))
    contexts.set(vocabulary.add(word), context);
  const figurative = new Set(["attack", "hit", "assault"].map((word) => vocabulary.add(word)));
  const topical = new Set(
    ["about", "on", "over", "of", "for", "against"].map((word) => vocabulary.add(word)),
  );
  const failing = vocabulary.add("fail");
  const declining = vocabulary.add("decline");
  const defending = vocabulary.add("defend");
  const questioning = vocabulary.add("question");
  const ordering = new Set(["order", "instruct", "command"].map((word) => vocabulary.add(word)));
  const modes = new Map<number, string>();
  for (const { word, mode } of readTable(eventModes, ["word", "mode"])) modes.set(vocabulary.add(word), mode);
  const complements = new Map<number, ComplementKind[]>();
  for (const { word, kind } of readTable(eventComplementVerbs, ["word", "kind"])) {
    if (!isComplementKind(kind)) throw new Error(`"${word}" has an unknown kind of complement "${kind}"`);
    const id = vocabulary.add(word);
    complements.set(id, [...(complements.get(id) ?? []), kind]);
  }
  const readNeed = (cell: string): Need | null => {
    if (cell === "") return null;
    const [slot = "", filler = ""] = cell.split(":");
    // "subject:several" asks for joined sides, "subject:troops" for a noun of a set.
    if (slot === "subject" && filler === "several") return { slot, filler: "any" };
    if (slot === "near") {
      const name = /^\{(.+)\}$/.exec(filler)?.[1];
      const set = name === undefined ? undefined : setNames.get(name);
      if (name !== undefined && set === undefined) throw new Error(`no set of nouns is called "${name}"`);
      return { slot, filler: set === undefined ? { word: vocabulary.add(filler) } : { set } };
    }
    const where =
      slot === "object" || slot === "indirect" || slot === "infinitive" || slot === "subject"
        ? slot
        : vocabulary.add(slot);
    if (filler === "*") return { slot: where, filler: "any" };
    if (filler === "place" || filler === "person" || filler === "freed") return { slot: where, filler };
    const name = filler.startsWith("!") ? filler.slice(1) : filler;
    const set = setNames.get(name);
    if (set === undefined) throw new Error(`no set of nouns is called "${name}"`);
    return { slot: where, filler: name === filler ? { set } : { not: set } };
  };
  const readSources = (cell: string): readonly Source[] =>
    readList(cell).map((name) =>
      name === "object" || name === "indirect" || name === "possessor" || name === "pre" || name === "subject"
        ? name
        : vocabulary.add(name),
    );
  const verbs = new Map<number, Trigger[]>();
  const nouns = new Map<number, Trigger[]>();
  const columns = ["type", "pos", "lemmas", "needs", "mode", "actors", "recipients", "sides"] as const;
  for (const row of readTable(eventTriggers, columns)) {
    if (!isEventType(row.type)) throw new Error(`a trigger has an unknown type "${row.type}"`);
    const { sides } = row;
    if (sides !== "" && !isSides(sides)) throw new Error(`a trigger needs unknown sides "${sides}"`);
    const lemmas = readList(row.lemmas);
    for (const entry of lemmas) {
      const [lemma = "", particle = ""] = entry.split("_");
      const [need = "", also = "", more] = row.needs.split("+");
      if (more !== undefined) throw new Error(`a trigger has more than two needs: "${row.needs}"`);
      const trigger: Trigger = {
        type: row.type,
        mode: row.mode === "" ? null : row.mode,
        need: readNeed(need),
        also: readNeed(also),
        particle: particle === "" ? -1 : vocabulary.add(particle),
        actors: readSources(row.actors),
        recipients: readSources(row.recipients),
        sides: sides === "" ? null : sides,
        rule: `${row.type.toLowerCase()}/${row.pos}/${lemma}${row.needs === "" ? "" : `+${row.needs}`}`,
      };
      const table = row.pos === "verb" ? verbs : nouns;
      const forms = row.pos === "verb" ? [lemma] : nounForms(lemma);
      for (const form of forms) {
        const id = vocabulary.add(form);
        table.set(id, [...(table.get(id) ?? []), trigger]);
      }
    }
  }
  for (const triggers of verbs.values()) triggers.sort((a, b) => specificity(b) - specificity(a));
  return {
    verbTriggers: (lemma) => verbs.get(lemma) ?? none,
    nounTriggers: (word) => nouns.get(word) ?? none,
    inSet: (word, set) => setsOfWord.get(word)?.has(set) ?? false,
    isInstrument: memberOf("instrument"),
    sectorOf: (word) => sectors.get(word) ?? null,
    modeOf: (word) => modes.get(word) ?? null,
    isVerbal: memberOf("verbal"),
    stanceOf: (lemma) => stances.get(lemma) ?? "asserts",
    isTelling: memberOf("telling"),
    isPublication: memberOf("publication"),
    isPaper: memberOf("paper"),
    isBlame: memberOf("blamed"),
    isAnswering: memberOf("responsible"),
    isDeed: (word) => deeds.some((isMember) => isMember(word)),
    isCollective: memberOf("collective"),
    isNews: memberOf("news"),
    isTopic: (word) => topical.has(word),
    isFrame: memberOf("frame"),
    isLeader,
    isLeaderTitle: (word) => isLeader(vocabulary.find(word)),
    contextOf: (word) => contexts.get(word) ?? null,
    isPhone: memberOf("phone"),
    isAssailing: memberOf("assailing"),
    isViolent: (word) => violent.has(word),
    isFrequency: memberOf("frequency"),
    isAudience: memberOf("audience"),
    isFreed: memberOf("freed"),
    isOpining: memberOf("opining"),
    isSelfServing: (lemma) => lemma === defending,
    isAsked: (lemma) => lemma === questioning,
    isTarget: memberOf("target"),
    isSuffered: memberOf("suffered"),
    isContent: memberOf("content"),
    isWish: memberOf("wish"),
    isReply: memberOf("reply"),
    isSilent: (lemma, governor) => governor === declining && isSilent(lemma),
    isDecided: memberOf("decided"),
    isPoll: memberOf("poll"),
    isFigurative: (lemma) => figurative.has(lemma),
    fails: (lemma) => lemma === failing,
    orders: (lemma) => ordering.has(lemma),
    agrees: (lemma) => agreeing.has(lemma),
    sectorOfWord: (word) => sectors.get(vocabulary.find(word)) ?? null,
    complementsOf: (word) => complements.get(word) ?? none,
    word: (surface) => vocabulary.add(surface),
  };
};

const none: readonly never[] = [];

const specificity = ({ need, also, particle }: Trigger): number =>
  narrowness(need) + narrowness(also) + (particle >= 0 ? 6 : 0);

const narrowness = (need: Need | null): number => {
  if (need === null) return 0;
  if (need.filler === "any") return need.slot === "object" ? 1 : 3;
  if (typeof need.filler !== "object") return 4;
  return "not" in need.filler ? 2 : 5;
};
