import type { EventMention, EventType, Mention, Participant, Published, Time } from "@readout/model";
import type { Passage } from "../passage.js";
import { bothSides } from "./both-sides.js";
import { claimsOf, phraseSpan } from "./claims.js";
import { spanOf } from "./clause.js";
import type { Draft } from "./draft.js";
import type { DraftFinder } from "./draft-finder.js";
import type { EventContext } from "./event-context.js";
import { placeOfEvent } from "./event-place.js";
import { eventTypeCodes } from "./event-type-codes.js";
import type { NamedPage } from "./named-page.js";
import { readParticipants } from "./participants.js";
import { type Scenery, type SentenceSigns, sceneOf, signsOf } from "./scene.js";
import { contextsOf, isQuestion } from "./sentence-signs.js";
import { timedSentence, timeOf } from "./sentence-times.js";
import { settingOf } from "./setting.js";
import type { Tables } from "./tables.js";
import { type Weight, weighSides } from "./weigh-sides.js";

/** A document as its events are read, made once for it. */
export type EventPage = Readonly<{
  passage: Passage;
  context: EventContext;
  named: NamedPage;
  scenery: Scenery;
  /** Sentences whose events are asked for by a list that they are items of. */
  demanded: ReadonlySet<number>;
  tables: Tables;
  finder: DraftFinder;
}>;

/** Those who take part in an event, and whether they did it or said it. */
type Weighed = Readonly<{ who: readonly Participant[]; weight: Weight }>;

/** Adds the events of a sentence, in text order, to those of the sentences before it. `dates` are its times that can date one. */
export const addEvents = (
  page: EventPage,
  sentence: number,
  dates: readonly number[],
  events: EventMention[],
): void => {
  const { passage, context, demanded, tables, finder } = page;
  const { phrases, times } = context;
  const signs = signsOf(passage, sentence, tables);
  const weigh = (draft: Draft): Weighed | null => weighDraft(page, draft, signs, events);
  const drafts = finder.find(phrases, sentence, (draft) => weigh(draft) !== null);
  if (drafts.length === 0) return;
  const timed = timedSentence(phrases, sentence, times, dates, drafts, tables);
  // What is asked or wanted has not happened.
  const open = demanded.has(sentence) || isQuestion(passage, sentence, tables.grammar);
  const contexts = contextsOf(passage, sentence, tables.lexicon);
  for (const draft of drafts) {
    if (open && draft.status === "actual") draft.status = "hypothetical";
    const weighed = weigh(draft);
    if (weighed === null) continue;
    if (weighed.weight === "words") {
      // "Smith attacked Jones": between people who command no force it is words.
      draft.type = "ACCUSE";
      draft.mode = "disapprove";
    }
    events.push(mentionOf(page, draft, weighed.who, timeOf(draft, timed), contexts));
  }
};

const weighDraft = (
  { context, named, scenery }: EventPage,
  draft: Draft,
  signs: SentenceSigns,
  before: readonly EventMention[],
): Weighed | null => {
  const { phrases, mentions } = context;
  const read = readParticipants(named, draft);
  const { tables } = named;
  const who =
    draft.type === "CONSULT" ? bothSides(read, draft, before, phrases, mentions, tables.sideWords) : read;
  if (goesNowhere(draft, who, mentions)) return null;
  if (opinions.has(draft.type) && signs.polled && !namesOne(who, mentions)) return null;
  const weight = weighSides(draft, who, sceneOf(phrases, draft, scenery, signs, tables));
  return weight === null ? null : { who, weight };
};

/** `time`: the index of the time that dates it, or -1. */
const mentionOf = (
  { passage, context, named, tables }: EventPage,
  draft: Draft,
  participants: readonly Participant[],
  time: number,
  contexts: readonly string[],
): EventMention => {
  const { phrases, times, parsed, published } = context;
  const { sentence, type, status } = draft;
  const { start, end } = passage.sentences;
  const evidence = { start: start[sentence] ?? 0, end: end[sentence] ?? 0 };
  const trigger = spanOf(passage.tokens, draft.first, draft.last);
  const at = draft.place >= 0 ? draft.place : goalOf(draft);
  const dated = isYetToCome(times[time], draft, published) ? undefined : times[time];
  return {
    sentence,
    ...trigger,
    type,
    mode: draft.mode,
    contexts,
    ...eventTypeCodes[type],
    status,
    ...datesOf(dated, time),
    place: placeOfEvent(
      at >= 0 ? phraseSpan(phrases, at) : null,
      settingOf(phrases, draft, evidence, tables),
      named,
      // What is yet to come happens elsewhere.
      status === "planned" ? null : parsed.metadata.dateline,
    ),
    evidence,
    participants,
    claims: claimsOf(named, draft, trigger),
    rule: draft.rule,
  };
};

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
