import {
  type DocumentEntity,
  type EventMention,
  type EventType,
  type Mention,
  type ParsedDocument,
  type Participant,
  type Published,
  type Quantity,
  type Quote,
  readTable,
  type Time,
  type Vocabulary,
} from "@readout/model";
import { states } from "../generated/states.js";
import type { Phrases } from "../grammar/phrases.js";
import type { GrammarWords } from "../grammar/words.js";
import type { Passage } from "../passage.js";
import { bothSides } from "./both-sides.js";
import { createClaimReader, phraseSpan } from "./claims.js";
import { spanOf } from "./clause.js";
import { demandedSentences } from "./demanded-lists.js";
import { markDisputes } from "./disputes.js";
import { dateFromDocument } from "./document-dates.js";
import type { Draft } from "./draft.js";
import { createDraftFinder } from "./draft-finder.js";
import type { EventLexicon } from "./event-lexicon.js";
import { createPlaceReader } from "./event-place.js";
import { eventTypeCodes } from "./event-type-codes.js";
import { createParticipantReader } from "./participants.js";
import { type PlacedQuotes, placeQuotes } from "./placed-quotes.js";
import { linkQuantities } from "./quantity-events.js";
import { createSceneReader } from "./scene.js";
import { readSentenceTimes } from "./sentence-times.js";
import { settingOf } from "./setting.js";
import { loadSideWords } from "./side-words.js";
import { BRIEF, createStandings, powers } from "./standing.js";
import { loadTables } from "./tables.js";
import { createSideJudge } from "./weigh-sides.js";

/** What is known of a document when its events are read. All lists in text order. */
export type EventContext = Readonly<{
  parsed: Pick<ParsedDocument, "metadata" | "blocks">;
  phrases: Phrases;
  mentions: readonly Mention[];
  entities: readonly DocumentEntity[];
  times: readonly Time[];
  quotes: readonly Quote[];
  quantities: readonly Quantity[];
  published: Published;
}>;

export type EventRecognizer = Readonly<{
  /** The events that a passage reports, in text order, and its quantities with the event they belong to. */
  recognize: (
    passage: Passage,
    context: EventContext,
  ) => Readonly<{ events: readonly EventMention[]; quantities: readonly Quantity[] }>;
}>;

/** Reads the event lexicon into the vocabulary. */
export const createEventRecognizer = (vocabulary: Vocabulary): EventRecognizer => {
  const tables = loadTables(vocabulary);
  const { lexicon, words, grammar, judge } = tables;
  const sideWords = loadSideWords(vocabulary);
  const stateNames = new Set(readTable(states, ["name"]).map(({ name }) => name));
  const drafting = createDraftFinder(tables);
  const scenes = createSceneReader(lexicon, words, judge, sideWords);
  const participants = createParticipantReader(lexicon, words, judge, sideWords, stateNames);
  const places = createPlaceReader(stateNames);
  const claims = createClaimReader(lexicon, grammar);
  const standings = createStandings(sideWords);
  const sides = createSideJudge(standings);
  const opensTopic = (word: number): boolean => word === words.about || word === words.over;

  return {
    recognize: (passage, { parsed, phrases, mentions, entities, times, quotes, quantities, published }) => {
      const { tokens, sentences, text } = passage;
      const names = { text, mentions, entities };
      const officials = standings.officialsIn(mentions);
      const placedQuotes = placeQuotes(quotes);
      const civil = tokens.length > BRIEF && officials.size === 0 && !entities.some(isOfState);
      const page = { tokens, mentions, officials, civil };
      const events: EventMention[] = [];
      const demanded = demandedSentences(text, sentences, parsed.blocks);
      let nextTime = 0;
      for (let sentence = 0; sentence < sentences.length; sentence++) {
        const dates: number[] = [];
        for (; (times[nextTime]?.sentence ?? Number.POSITIVE_INFINITY) <= sentence; nextTime++)
          if (times[nextTime]?.sentence === sentence && isDate(times[nextTime])) dates.push(nextTime);
        const signs = scenes.signsOf(passage, sentence);
        const weigh = (draft: Draft): Weighed | null => {
          const named = readParticipants(phrases, draft, names, placedQuotes);
          const who =
            draft.type === "CONSULT" ? bothSides(named, draft, events, phrases, mentions, sideWords) : named;
          if (goesNowhere(draft, who, mentions)) return null;
          if (opinions.has(draft.type) && !namesOne(who, mentions) && signs.polled) return null;
          const weight = sides.weigh(draft, who, scenes.sceneOf(phrases, draft, page, signs));
          return weight === null ? null : { who, weight };
        };
        const drafts = drafting.find(phrases, sentence, (draft) => weigh(draft) !== null);
        if (drafts.length === 0) continue;
        const sentenceTimes = readSentenceTimes(phrases, grammar, sentence, times, dates, drafts, words);
        const evidence = { start: sentences.start[sentence] ?? 0, end: sentences.end[sentence] ?? 0 };
        // What is asked or wanted has not happened.
        const open = demanded.has(sentence) || isQuestion(passage, sentence, grammar);
        const contexts = contextsOf(passage, sentence, lexicon);
        for (const draft of drafts) {
          if (open && draft.status === "actual") draft.status = "hypothetical";
          const weighed = weigh(draft);
          if (weighed === null) continue;
          if (weighed.weight === "words") {
            // "Smith attacked Jones": between people who command no force it is words.
            draft.type = "ACCUSE";
            draft.mode = "disapprove";
          }
          const trigger = spanOf(tokens, draft.first, draft.last);
          const time = sentenceTimes.timeOf(draft);
          const at = draft.place >= 0 ? draft.place : goalOf(draft);
          const argument = at >= 0 ? phraseSpan(phrases, at) : null;
          events.push({
            sentence,
            ...trigger,
            type: draft.type,
            mode: draft.mode,
            contexts,
            ...eventTypeCodes[draft.type],
            status: draft.status,
            ...datesOf(isYetToCome(times[time], draft, published) ? undefined : times[time], time),
            place: places.read(
              argument,
              settingOf(phrases, draft, evidence, opensTopic),
              names,
              // What is yet to come happens elsewhere.
              draft.status === "planned" ? null : parsed.metadata.dateline,
            ),
            evidence,
            participants: weighed.who,
            claims: claims.read(phrases, draft, trigger, placedQuotes, mentions),
            rule: draft.rule,
          });
        }
      }
      const disputed = markDisputes(dateFromDocument(events), phrases, lexicon, names);
      return { events: disputed, quantities: linkQuantities(quantities, disputed) };
    },
  };

  function readParticipants(
    phrases: Phrases,
    draft: Draft,
    names: Readonly<{ mentions: readonly Mention[]; entities: readonly DocumentEntity[] }>,
    quotes: PlacedQuotes,
  ): readonly Participant[] {
    const found: Participant[] = [];
    for (const actor of draft.actors)
      found.push(...participants.read(phrases, actor, "actor", names, quotes, draft.first));
    const owner = draft.owner === null ? null : participants.readOwner(phrases, draft.owner, names);
    // "the Martin shooting": a person before it suffered it.
    const head = phrases.tokens.word[phrases.nouns.head[draft.noun] ?? 0] ?? -1;
    const suffered =
      owner !== null && lexicon.isSuffered(head) && names.mentions[owner.mention ?? -1]?.type === "PERSON";
    if (owner !== null && suffered)
      found.push(participants.implied("actor"), { ...owner, role: "recipient" });
    else if (owner !== null) found.push(owner);
    else if (draft.impliedActor) found.push(participants.implied("actor"));
    for (const recipient of draft.recipients)
      found.push(...participants.read(phrases, recipient, "recipient", names, quotes, draft.first));
    return distinct(found);
  }
};

/** Those who take part in an event, and whether they did it or said it. */
type Weighed = Readonly<{ who: readonly Participant[]; weight: "holds" | "words" }>;

/** Whether an entity is a government, an arm of it, or somebody who acts for one. */
const isOfState = ({ sector, type }: DocumentEntity): boolean =>
  sector !== null && powers.has(sector) && type !== "GPE";

/** "arrived in Congress": whoever goes somewhere goes to a place. */
const goesNowhere = (
  { mode, trigger }: Draft,
  participants: readonly Participant[],
  mentions: readonly Mention[],
): boolean => {
  const sense = trigger?.sense;
  if (mode !== "visit" || (sense !== "goes" && sense !== "returns")) return false;
  const goal = participants.find(({ role }) => role === "recipient");
  const type = mentions[goal?.mention ?? -1]?.type;
  return type !== undefined && type !== "GPE" && type !== "LOC" && type !== "FAC";
};

/** What is visited or attacked, where that may be a place; -1 for acts that go nowhere. */
const goalOf = ({ type, mode, recipients }: Draft): number =>
  mode === "visit" || type === "ASSAULT" ? (recipients[0] ?? -1) : -1;

/** Times that can date an event: durations and repetitions cannot. */
const isDate = (time: Time | undefined): boolean =>
  time !== undefined && (time.type === "DATE" || time.type === "TIME") && time.value !== "PRESENT_REF";

/** Whether a time lies behind the document's own day: it cannot date what has happened. */
const isYetToCome = (time: Time | undefined, { status }: Draft, published: Published): boolean =>
  status === "actual" &&
  time !== undefined &&
  time.earliest !== null &&
  published.latest !== null &&
  time.earliest > published.latest;

const datesOf = (
  time: Time | undefined,
  index: number,
): Pick<EventMention, "earliest" | "latest" | "dateBasis" | "time"> => {
  if (time === undefined) return { earliest: null, latest: null, dateBasis: "none", time: null };
  const { earliest, latest } = time;
  return { earliest, latest, dateBasis: time.basis === "stated" ? "explicit" : "relative", time: index };
};

const contextsOf = (
  { tokens, sentences }: Passage,
  sentence: number,
  lexicon: EventLexicon,
): readonly string[] => {
  const found = new Set<string>();
  for (let at = sentences.first[sentence] ?? 0; at < (sentences.last[sentence] ?? 0); at++) {
    const context = lexicon.contextOf(tokens.word[at] ?? -1);
    if (context !== null) found.add(context);
  }
  return [...found].sort();
};

/** What polls ask for. */
const opinions: ReadonlySet<EventType> = new Set([
  "SUPPORT",
  "REJECT",
  "ACCUSE",
  "AGREE",
  "REQUEST",
  "CONCEDE",
]);

/** Sectors of bodies that have a view of their own: "the company"; people, parties and soldiers are polled. */
const unpolled: ReadonlySet<string> = new Set(["GOV", "IGO", "BUS", "JUD", "LEG", "REB", "NGO"]);

/** Whether an actor is a person or body with a name or of its own, whose view is no figure of a poll. */
const namesOne = (participants: readonly Participant[], mentions: readonly Mention[]): boolean =>
  participants.some(({ role, mention, sector }) => {
    if (role !== "actor") return false;
    const type = mentions[mention ?? -1]?.type;
    if (type === "PERSON" || type === "GPE" || (type === "ORG" && sector !== "PTY")) return true;
    return sector !== null && unpolled.has(sector);
  });

/** "Have you talked to her?" asks; "Why did Oslo reject the plan?" takes it as done. */
const isQuestion = ({ tokens, sentences }: Passage, sentence: number, { ids }: GrammarWords): boolean => {
  const last = sentences.last[sentence] ?? 0;
  const first = sentences.first[sentence] ?? 0;
  let at = last - 1;
  while (at > last - 4 && at > first && isClosing(tokens, at)) at--;
  if (tokens.text[tokens.start[at] ?? 0] !== "?") return false;
  const word = tokens.word[first] ?? -1;
  return word !== ids.why && word !== ids.who && word !== ids.what && word !== ids.which && word !== ids.how;
};

const isClosing = ({ text, start }: Passage["tokens"], at: number): boolean =>
  "\"'”’)".includes(text[start[at] ?? 0] ?? " ");

/** One participant an entity and role: "Obama met Putin in Putin's residence" has two. */
const distinct = (participants: readonly Participant[]): readonly Participant[] =>
  participants.filter(
    (one, index) =>
      one.entity === null ||
      participants.findIndex(({ entity, role }) => entity === one.entity && role === one.role) === index,
  );
