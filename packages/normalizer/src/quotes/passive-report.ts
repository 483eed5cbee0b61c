import { ChunkKind, VerbFlag } from "../grammar/phrases.js";
import { clauseEnd, skipAdverbs } from "./clause-end.js";
import { contentAfter } from "./content-after.js";
import { type Cue, type CueLexicon, Takes } from "./cue-lexicon.js";
import type { QuoteText } from "./quote-text.js";
import type { Report } from "./report.js";
import { subjectBefore } from "./speaker-phrase.js";
import { lastOfCoordination } from "./verb-subjects.js";

/** "is said to have", "was told that", "was asked whether", "was announced by": the speaker stands behind "by", or nowhere. */
export const passiveReport = (
  text: QuoteText,
  cues: CueLexicon,
  cue: Cue,
  verb: number,
  sentence: number,
): Report | null => {
  const { verbs, nouns } = text.phrases;
  const chunk = verbs.chunk[verb] ?? 0;
  const limit = text.lastChunk(sentence);
  const subject = subjectBefore(text, chunk, text.firstChunk(sentence));
  const agent = verbs.agent[verb] ?? -1;
  const speaker =
    agent < 0 ? null : { first: nouns.first[agent] ?? 0, last: lastOfCoordination(text, agent) };
  const base = {
    cue: { first: verbs.first[verb] ?? 0, last: verbs.last[verb] ?? 0 },
    speaker,
    speakerHead: agent < 0 ? -1 : (nouns.head[agent] ?? -1),
    shared: false,
    asks: cue.class === "question",
    listener: cue.takes & (Takes.listener | Takes.question) && subject !== null ? subject : null,
  };
  const after = skipAdverbs(text, chunk + 1, limit);
  if (after >= limit) return null;
  if (text.kind(after) === ChunkKind.verb) {
    const infinitive = ((verbs.flags[text.ref(after)] ?? 0) & VerbFlag.infinitive) !== 0;
    if (!infinitive || subject === null || (cue.takes & Takes.clause) === 0 || cue.takes & Takes.listener)
      return null;
    const rest = { first: text.first(after), last: clauseEnd(text, cues, after, sentence, "clause") };
    return {
      ...base,
      pieces: [{ first: subject.first, last: subject.last }, rest],
      rule: "passive-infinitive",
    };
  }
  const content = contentAfter(
    text,
    { ...cue, takes: cue.takes & ~(Takes.np | Takes.listener) },
    after,
    limit,
  );
  if (content === null || content.rule === "object") return null;
  const last = clauseEnd(text, cues, content.chunk, sentence, "clause");
  return { pieces: [{ first: text.first(content.chunk), last }], ...base, rule: `passive-${content.rule}` };
};
