import type {
  DocumentEntity,
  EventMention,
  Mention,
  ParsedDocument,
  Participant,
  Published,
  Quantity,
  Quote,
  Time,
  Vocabulary,
} from "@readout/model";
import type { Phrases } from "../grammar/phrases.js";
import { loadGrammarWords } from "../grammar/words.js";
import type { Passage } from "../passage.js";
import { createActorJudge, eventWords } from "./actors.js";
import { antecedent } from "./antecedent.js";
import { spanOf } from "./clause.js";
import { createComposer } from "./compose.js";
import type { Draft } from "./draft.js";
import { loadEventLexicon } from "./event-lexicon.js";
import { eventTypeCodes } from "./event-type-codes.js";
import { createNounEventFinder } from "./noun-events.js";
import { createParticipantReader } from "./participants.js";
import { createVerbEventFinder } from "./verb-events.js";

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
  const grammar = loadGrammarWords(vocabulary);
  const lexicon = loadEventLexicon(vocabulary);
  const words = eventWords(vocabulary);
  const judge = createActorJudge(lexicon, words, grammar);
  const verbFinder = createVerbEventFinder(lexicon, words, judge);
  const nounFinder = createNounEventFinder(lexicon, words, judge);
  const composer = createComposer(lexicon, words, grammar, judge, verbFinder);
  const participants = createParticipantReader(lexicon, words, judge);

  const draftsOf = (phrases: Phrases, sentence: number): readonly Draft[] => {
    const drafts: Draft[] = [];
    for (let verb = phrases.firstVerb[sentence] ?? 0; verb < (phrases.firstVerb[sentence + 1] ?? 0); verb++) {
      const draft = verbFinder.find(phrases, verb);
      if (draft !== null) drafts.push(draft);
    }
    composer.compose(phrases, sentence, drafts);
    const taken = new Set<number>();
    for (const draft of drafts) {
      const object = phrases.verbs.object[draft.verb] ?? -1;
      if (object >= 0) taken.add(object);
    }
    const verbDrafts = drafts.filter((draft) => !draft.absorbed);
    for (let noun = phrases.firstNoun[sentence] ?? 0; noun < (phrases.firstNoun[sentence + 1] ?? 0); noun++) {
      if (taken.has(noun)) continue;
      const draft = nounFinder.find(phrases, noun, verbDrafts);
      if (draft !== null) drafts.push(draft);
    }
    for (const draft of verbDrafts) {
      draft.actors = draft.actors.map((phrase) => antecedent(phrases, grammar, draft.verb, phrase));
      draft.recipients = draft.recipients.filter((phrase) => !draft.actors.includes(phrase));
    }
    return drafts.filter((draft) => !draft.absorbed).sort((a, b) => a.first - b.first);
  };

  return {
    recognize: (passage, context) => {
      const { phrases, mentions, entities, quantities } = context;
      const { tokens, sentences } = passage;
      const events: EventMention[] = [];
      for (let sentence = 0; sentence < sentences.length; sentence++) {
        for (const draft of draftsOf(phrases, sentence)) {
          const who: Participant[] = [];
          for (const actor of draft.actors)
            who.push(...participants.read(phrases, actor, "actor", { mentions, entities }));
          if (draft.impliedActor) who.push(participants.implied("actor"));
          for (const recipient of draft.recipients)
            who.push(...participants.read(phrases, recipient, "recipient", { mentions, entities }));
          const { start, end } = spanOf(tokens, draft.first, draft.last);
          events.push({
            start,
            end,
            sentence,
            type: draft.type,
            mode: draft.mode,
            contexts: [],
            ...eventTypeCodes[draft.type],
            status: draft.status,
            earliest: null,
            latest: null,
            dateBasis: "none",
            time: null,
            place: null,
            evidence: { start: sentences.start[sentence] ?? start, end: sentences.end[sentence] ?? end },
            participants: who,
            claims: [],
            rule: draft.rule,
          });
        }
      }
      return { events, quantities };
    },
  };
};
