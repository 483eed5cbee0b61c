import type { Claim, DocumentEntity, EventMention, Mention } from "@readout/model";
import type { Phrases } from "../grammar/phrases.js";
import { entityIn, phraseSpan } from "./claims.js";
import type { EventLexicon } from "./event-lexicon.js";

/** What a document's names say, for matching who denies with who is said to have acted. */
type Names = Readonly<{ mentions: readonly Mention[]; entities: readonly DocumentEntity[] }>;

/**
 * "Russia disputes the account": a verb of denial whose object is the telling itself. The events of the sentence before whose
 * participants share the denier's country become disputed, and the denier one of their claimants.
 */
export const markDisputes = (
  events: readonly EventMention[],
  phrases: Phrases,
  lexicon: EventLexicon,
  { mentions, entities }: Names,
): readonly EventMention[] => {
  const { verbs } = phrases;
  const marked = [...events];
  for (let verb = 0; verb < verbs.length; verb++) {
    const object = verbs.object[verb] ?? -1;
    const subject = verbs.subject[verb] ?? -1;
    if (object < 0 || subject < 0 || lexicon.stanceOf(verbs.lemma[verb] ?? -1) !== "denies") continue;
    if (!lexicon.isTelling(phrases.tokens.word[phrases.nouns.head[object] ?? 0] ?? -1)) continue;
    const span = phraseSpan(phrases, subject);
    const entity = entityIn(span, mentions);
    const country = entity === null ? null : (entities[entity]?.country ?? null);
    const sentence = verbs.sentence[verb] ?? 0;
    for (let at = firstInSentence(marked, sentence) - 1; at >= 0; at--) {
      const event = marked[at];
      if (event === undefined || event.sentence < sentence - 1) break;
      const concerned = event.participants.some(
        (one) =>
          (one.entity !== null && one.entity === entity) || (country !== null && one.country === country),
      );
      if (!concerned || event.status === "negated") continue;
      const claim: Claim = { level: event.claims.length, stance: "denies", span, entity, quote: null };
      marked[at] = { ...event, status: "disputed", claims: [...event.claims, claim] };
    }
  }
  return marked;
};

/** The index of the first event, in the order of sentences, in a sentence or after it. */
const firstInSentence = (events: readonly EventMention[], sentence: number): number => {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((events[middle]?.sentence ?? 0) >= sentence) high = middle;
    else low = middle + 1;
  }
  return low;
};
