import { createTokenizer, readTable, tokenText, Vocabulary } from "@readout/model";
import { timeHolidays as table } from "../generated/time-holidays.js";

/** Holidays by their first word, the longer first; the words are lower case. */
export const holidayNames: ReadonlyMap<
  string,
  readonly Readonly<{ words: readonly string[]; rule: string }>[]
> = (() => {
  const tokenize = createTokenizer(new Vocabulary());
  const map = new Map<string, { words: string[]; rule: string }[]>();
  for (const { surface, rule } of readTable(table, ["surface", "rule"])) {
    const tokens = tokenize(surface, [{ start: 0, end: surface.length }]);
    const words = Array.from({ length: tokens.length }, (_, i) => tokenText(tokens, i).toLowerCase());
    const first = words[0] ?? "";
    map.set(first, [...(map.get(first) ?? []), { words, rule }]);
  }
  for (const entries of map.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return map;
})();
