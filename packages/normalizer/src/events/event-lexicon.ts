import { type Claim, claimStances, readList, readTable, type Vocabulary, WordClasses } from "@readout/model";
import { eventAgents } from "../generated/event-agents.js";
import { eventComplementVerbs } from "../generated/event-complement-verbs.js";
import { eventContexts } from "../generated/event-contexts.js";
import { eventModes } from "../generated/event-modes.js";
import { eventNounSets } from "../generated/event-noun-sets.js";
import { eventStances } from "../generated/event-stances.js";
import { eventTriggers } from "../generated/event-triggers.js";
import { eventViolence } from "../generated/event-violence.js";
import { eventWords } from "../generated/event-words.js";
import { nounForms } from "./noun-forms.js";
import { loadTriggers, type Trigger } from "./trigger-table.js";

/** How a verb bears on what depends on it; `talk` ones say nothing of whether what they are about was done ("asked about banning"), `light` ones carry an event noun ("mounted a raid") and say nothing else, `occur` ones have one as their subject ("fighting broke out"), `state` ones say what is as well as what must be, what is `vote`d for is said, and not done. */
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
  "state",
  "vote",
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
  /** claim, contend: what one says by these of a deed of others accuses them. */
  isAlleging: (lemma: number) => boolean;
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
  /** request, idea: what follows with "that" is no fact. */
  isSupposed: (word: number) => boolean;
  /** history: what happened in it happened at no place of that name. */
  isEra: (word: number) => boolean;
  /** anonymity, an interview: what is asked for or declined is no matter between sides. */
  isPrivate: (word: number) => boolean;
  /** decision, move: what one has decided to do is done. */
  isDecided: (word: number) => boolean;
  /** poll, percent: what is counted there are opinions. */
  isPoll: (word: number) => boolean;
  /** fail: refuses only what would have been an event. */
  fails: (lemma: number) => boolean;
  /** order, instruct: whoever orders what restricts, restricts. */
  orders: (lemma: number) => boolean;
  /** call, push: what is called for is not done. */
  isCalling: (word: number) => boolean;
  /** dozens, members: what they are of is what they count. */
  isCounting: (word: number) => boolean;
  /** himself: whoever is done it to is who does it. */
  isReflexive: (word: number) => boolean;
  /** they, we: several who may do it with each other. */
  isSeveral: (word: number) => boolean;
  /** when, until: what comes with what will be is yet to come. */
  isTemporal: (word: number) => boolean;
  /** goalkeeper, wicket: of matches, whose words are those of war. */
  isPlaying: (word: number) => boolean;
  /** novel, opera: what its plot tells has not happened. */
  isFictional: (word: number) => boolean;
  /** The same as {@link sectorOf}, for a word that is no token. */
  sectorOfWord: (word: string) => string | null;
  word: (surface: string) => number;
}>;

/** Classes of lexicon/en/events/event-words.tsv, as {@link EventLexicon} tells them. */
const WordClass = {
  agreeing: 1,
  asking: 2,
  calling: 4,
  counting: 8,
  declining: 16,
  defending: 32,
  failing: 64,
  figurative: 128,
  ordering: 256,
  reflexive: 512,
  several: 1024,
  temporal: 2048,
  topical: 4096,
  playing: 8192,
  fictional: 16384,
  alleging: 32768,
} as const;

const isWordClass = (name: string): name is keyof typeof WordClass => name in WordClass;

/** Reads the words that rules ask for by their class; gives the test of each class. */
const loadWordClasses = (
  vocabulary: Vocabulary,
): ((name: keyof typeof WordClass) => (word: number) => boolean) => {
  const classes = new WordClasses(vocabulary);
  for (const { word, classes: names } of readTable(eventWords, ["word", "classes"]))
    for (const name of readList(names)) {
      if (!isWordClass(name)) throw new Error(`"${word}" has an unknown class "${name}"`);
      classes.add(word, WordClass[name]);
    }
  return (name) => (word) => (classes.of(word) & WordClass[name]) !== 0;
};

const isStance = (name: string): name is Claim["stance"] =>
  (claimStances as readonly string[]).includes(name);
const isComplementKind = (name: string): name is ComplementKind =>
  (complementKinds as readonly string[]).includes(name);

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
  const isOf = loadWordClasses(vocabulary);
  const declines = isOf("declining");
  const deeds = ["atrocity", "attack", "crime", "deadly", "suffered", "death-set", "casualty-set"].map(
    memberOf,
  );
  const stances = new Map<number, Claim["stance"]>();
  for (const { lemma, stance } of readTable(eventStances, ["lemma", "stance"])) {
    if (!isStance(stance)) throw new Error(`"${lemma}" has an unknown stance "${stance}"`);
    stances.set(vocabulary.add(lemma), stance);
  }
  const contexts = new Map<number, string>();
  for (const { word, context } of readTable(eventContexts, ["word", "context"]))
    contexts.set(vocabulary.add(word), context);
  const modes = new Map<number, string>();
  for (const { word, mode } of readTable(eventModes, ["word", "mode"])) modes.set(vocabulary.add(word), mode);
  const complements = new Map<number, ComplementKind[]>();
  for (const { word, kind } of readTable(eventComplementVerbs, ["word", "kind"])) {
    if (!isComplementKind(kind)) throw new Error(`"${word}" has an unknown kind of complement "${kind}"`);
    const id = vocabulary.add(word);
    complements.set(id, [...(complements.get(id) ?? []), kind]);
  }
  const triggers = loadTriggers(eventTriggers, vocabulary, setNames);
  return {
    verbTriggers: triggers.ofVerb,
    nounTriggers: triggers.ofNoun,
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
    isTopic: isOf("topical"),
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
    isSelfServing: isOf("defending"),
    isAsked: isOf("asking"),
    isTarget: memberOf("target"),
    isSuffered: memberOf("suffered"),
    isContent: memberOf("content"),
    isWish: memberOf("wish"),
    isReply: memberOf("reply"),
    isSilent: (lemma, governor) => declines(governor) && isSilent(lemma),
    isEra: memberOf("era"),
    isPrivate: memberOf("private-set"),
    isDecided: memberOf("decided"),
    isSupposed: memberOf("supposed"),
    isPoll: memberOf("poll"),
    isFigurative: isOf("figurative"),
    fails: isOf("failing"),
    orders: isOf("ordering"),
    agrees: isOf("agreeing"),
    isCalling: isOf("calling"),
    isAlleging: isOf("alleging"),
    isCounting: isOf("counting"),
    isReflexive: isOf("reflexive"),
    isSeveral: isOf("several"),
    isTemporal: isOf("temporal"),
    isPlaying: isOf("playing"),
    isFictional: isOf("fictional"),
    sectorOfWord: (word) => sectors.get(vocabulary.find(word)) ?? null,
    complementsOf: (word) => complements.get(word) ?? none,
    word: (surface) => vocabulary.add(surface),
  };
};

const none: readonly never[] = [];
