import type { Mention, Participant } from "@readout/model";
import { ChunkKind, type Phrases } from "../grammar/phrases.js";
import { phraseSpan } from "./claims.js";
import { isPronoun, isProper } from "./clause.js";
import type { NamedPage } from "./named-page.js";
import { mentionsIn } from "./phrase-mentions.js";
import { isGeneric, sectorOfPhrase } from "./sectors.js";

/** Sectors that act for the state they belong to. */
export const ofState: ReadonlySet<string> = new Set(["GOV", "MIL", "COP", "SPY", "LEG", "JUD"]);

/** The mention that a phrase is about, or -1: the one on its head, else its last name. */
export const mainMention = (page: NamedPage, phrase: number, role: Participant["role"]): number => {
  const { phrases, mentions, tables } = page;
  const { nouns, tokens } = phrases;
  const start = tokens.start[nouns.head[phrase] ?? 0] ?? 0;
  const inside = mentionsIn(phraseSpan(phrases, phrase), mentions);
  const onHead = inside.find((index) => {
    const mention = mentions[index];
    return mention !== undefined && mention.start <= start && start < mention.end;
  });
  if (onHead !== undefined) return onHead;
  // "Iran's government", "the Russian army" act for their state; "Syrian rebels" are only from there.
  const sector = sectorOfPhrase(phrases, phrase, undefined, tables);
  // "Turkish F-16s": what a state flies acts for it.
  const machine = role === "actor" && sector === null && tables.judge.isMachine(phrases, phrase);
  if (!machine && (sector === null || !ofState.has(sector)))
    return isGeneric(phrases, phrase, tables) ? groupBefore(inside, mentions, start) : -1;
  return (
    inside.find((index) => {
      const mention = mentions[index];
      if (mention === undefined || mention.form === "pronoun" || mention.form === "nominal") return false;
      return !(sector === "LEG" && isRegion(mention, tokens.text, tables.stateNames));
    }) ?? -1
  );
};

/** "Taliban members", "Fatah leaders": the organisation right before a head that acts for it, or -1. */
const groupBefore = (inside: readonly number[], mentions: readonly Mention[], head: number): number =>
  inside.find((index) => {
    const mention = mentions[index];
    const group = mention?.type === "ORG" || (mention?.type === "NORP" && mention.form !== "demonym");
    return group && mention.form !== "nominal" && mention.end === head - 1;
  }) ?? -1;

/** "the Texas senator": from a place that is no state, for which nobody in a parliament acts. */
const isRegion = (
  { type, form, start, end }: Mention,
  text: string,
  stateNames: ReadonlySet<string>,
): boolean => type === "GPE" && form === "name" && !stateNames.has(text.slice(start, end));

/**
 * "his Russian counterpart, Vladimir Putin,", "the head of the bank, Ada Lind": the name between commas behind a phrase without one, or
 * behind the `of` that describes it (-1 for none); -1 where none stands there.
 */
export const appositionOf = (phrases: Phrases, phrase: number, of: number): number => {
  const { chunks, nouns } = phrases;
  const named = isProper(phrases, phrase) || isPronoun(phrases, phrase);
  if (named || (nouns.next[phrase] ?? -1) >= 0) return -1;
  const chunk = nouns.chunk[of >= 0 ? of : phrase] ?? -1;
  if (chunk < 0 || chunks.kind[chunk + 1] !== ChunkKind.comma || chunks.kind[chunk + 2] !== ChunkKind.noun)
    return -1;
  const name = chunks.ref[chunk + 2] ?? -1;
  const after = chunks.kind[chunk + 3];
  const closed = after === ChunkKind.comma || after === ChunkKind.stop || chunk + 3 >= chunks.length;
  return closed && isProper(phrases, name) && nouns.sentence[name] === nouns.sentence[phrase] ? name : -1;
};
