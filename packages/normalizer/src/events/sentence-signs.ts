import type { Time } from "@readout/model";
import type { GrammarWords } from "../grammar/words.js";
import type { Passage } from "../passage.js";
import type { EventLexicon } from "./event-lexicon.js";

/** Times that can date an event: durations and repetitions cannot. */
export const isDate = (time: Time | undefined): boolean =>
  time !== undefined && (time.type === "DATE" || time.type === "TIME") && time.value !== "PRESENT_REF";

/** The PLOVER contexts that words of a sentence point to. */
export const contextsOf = (
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

/** "Have you talked to her?" asks; "Why did Oslo reject the plan?" takes it as done. */
export const isQuestion = (
  { tokens, sentences }: Passage,
  sentence: number,
  { ids }: GrammarWords,
): boolean => {
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
