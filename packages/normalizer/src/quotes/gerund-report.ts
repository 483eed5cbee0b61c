import { ChunkKind } from "../grammar/phrases.js";
import { clauseEnd } from "./clause-end.js";
import { contentAfter } from "./content-after.js";
import { type CueLexicon, Takes } from "./cue-lexicon.js";
import type { QuoteText } from "./quote-text.js";
import { sayerQuoted } from "./quoted-as-saying.js";
import type { Report } from "./report.js";

/**
 * "After saying that …, he left", "began by saying, “…”": an -ing form behind a preposition, which grammar takes for a noun. Its
 * speaker stands elsewhere in the sentence. Objects do not count: "the asking price".
 */
export const gerundReport = (
  text: QuoteText,
  cues: CueLexicon,
  chunk: number,
  sentence: number,
): Report | null => {
  const first = text.first(chunk);
  if (text.last(chunk) !== first + 1 || text.isQuoted(first)) return null;
  if (chunk === text.firstChunk(sentence) || text.kind(chunk - 1) !== ChunkKind.preposition) return null;
  const cue = cues.gerunds.get(text.word(first));
  if (cue === undefined) return null;
  const content = contentAfter(
    text,
    { ...cue, takes: cue.takes & ~Takes.np },
    chunk + 1,
    text.lastChunk(sentence),
  );
  if (content === null) return null;
  const from = text.first(content.chunk);
  const last = clauseEnd(text, cues, content.chunk, sentence, "gerund");
  if (last <= from) return null;
  const sayer = sayerQuoted(text, cues, chunk, text.firstChunk(sentence));
  return {
    cue: { first, last: first + 1 },
    speaker: sayer === null ? null : { first: sayer.first, last: sayer.last },
    speakerHead: sayer?.head ?? -1,
    shared: sayer === null,
    asks: cue.class === "question",
    listener: content.listener,
    pieces: [{ first: from, last }],
    rule: `subject-verb-${content.rule}`,
  };
};
