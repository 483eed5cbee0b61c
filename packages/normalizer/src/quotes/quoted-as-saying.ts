import { ChunkKind, VerbFlag } from "../grammar/phrases.js";
import { type Cue, type CueLexicon, Takes } from "./cue-lexicon.js";
import type { QuoteText } from "./quote-text.js";
import { phraseAfter, type SpeakerPhrase } from "./speaker-phrase.js";

/** Chunks between "quoted" and "as saying". */
const reach = 12;

/** The cue and chunk of "as saying" after "quoted an official" whose verb is at chunk `quoted`, or null. */
export const asSaying = (
  text: QuoteText,
  cues: CueLexicon,
  quoted: number,
  limit: number,
): Readonly<{ cue: Cue; chunk: number }> | null => {
  for (let at = quoted + 1; at + 1 < limit && at < quoted + reach; at++) {
    const kind = text.kind(at);
    if (kind === ChunkKind.verb || kind === ChunkKind.quote || kind === ChunkKind.stop) return null;
    if (text.word(text.first(at)) !== text.words.as) continue;
    // Grammar takes the -ing form for a verb or, behind "as", for a noun.
    const cue = cues.gerunds.get(text.word(text.first(at + 1)));
    return cue === undefined ? null : { cue, chunk: at + 1 };
  }
  return null;
};

/** "quoted an official as saying": the official, where the verb at chunk `saying` stands so; else null. */
export const sayerQuoted = (
  text: QuoteText,
  cues: CueLexicon,
  saying: number,
  floor: number,
): SpeakerPhrase | null => {
  if (saying - 1 < floor || text.word(text.first(saying - 1)) !== text.words.as) return null;
  const { verbs } = text.phrases;
  let at = saying - 2;
  while (at >= floor && at > saying - reach && text.kind(at) !== ChunkKind.verb) at--;
  if (at < floor || text.kind(at) !== ChunkKind.verb) return null;
  const verb = text.ref(at);
  const cue = cues.verbs.get(verbs.lemma[verb] ?? -1);
  if (cue === undefined || (cue.takes & Takes.saying) === 0 || (verbs.flags[verb] ?? 0) & VerbFlag.passive)
    return null;
  return phraseAfter(text, at + 1, saying - 1);
};
