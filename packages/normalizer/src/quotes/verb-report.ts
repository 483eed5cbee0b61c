import { VerbFlag } from "../grammar/phrases.js";
import { activeReport } from "./active-report.js";
import type { CueLexicon } from "./cue-lexicon.js";
import { passiveReport } from "./passive-report.js";
import type { QuoteText } from "./quote-text.js";
import type { Report } from "./report.js";

/**
 * What verb group `verb` reports, where its lemma is a cue and it stands outside quotation marks: content to its left
 * ("Q," S V · "Q," V S · clause, S V), to its right (S V that clause · S V, "Q" · S V: …) or on both sides.
 */
export const verbReport = (
  text: QuoteText,
  cues: CueLexicon,
  verb: number,
  sentence: number,
): Report | null => {
  const { verbs } = text.phrases;
  const cue = cues.verbs.get(verbs.lemma[verb] ?? -1);
  if (cue === undefined || text.isQuoted(verbs.head[verb] ?? 0)) return null;
  const flags = verbs.flags[verb] ?? 0;
  const passive = (flags & VerbFlag.passive) !== 0 && (flags & VerbFlag.participle) === 0;
  return passive
    ? passiveReport(text, cues, cue, verb, sentence)
    : activeReport(text, cues, cue, verb, sentence);
};
