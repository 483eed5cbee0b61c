import type { Passage } from "../passage.js";
import type { Match, TimeCandidate } from "./candidate.js";
import { listedAfter } from "./listed-days.js";
import { mergeNeighbours } from "./merge-neighbours.js";
import { type Lead, leadClasses, readLead } from "./read-lead.js";
import type { TimeRule } from "./rule.js";
import { timeRules } from "./rules/index.js";
import { shareYear } from "./share-year.js";
import { type FunctionWordIds, TimeReader } from "./time-reader.js";
import type { TimeWords } from "./time-words.js";

/**
 * The time expressions of a passage in text order, disjoint, each within one sentence. One pass: a token without a time class costs one
 * look-up; at the others the rules for its class run, none of which reads farther than a few tokens.
 */
export const recognizeTimes = (
  passage: Passage,
  words: TimeWords,
  ids: FunctionWordIds,
): readonly TimeCandidate[] => {
  const reader = new TimeReader(passage, words, ids);
  const { sentences, tokens } = passage;
  const candidates: TimeCandidate[] = [];
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    reader.first = sentences.first[sentence] ?? 0;
    reader.last = sentences.last[sentence] ?? 0;
    const found: TimeCandidate[] = [];
    const push = (match: Match, rule: string, floor: number): void => {
      const first = Math.max(match.first, floor);
      found.push({
        start: tokens.start[first] ?? 0,
        end: tokens.end[match.last - 1] ?? 0,
        sentence,
        first,
        last: match.last,
        meaning: match.meaning,
        mod: match.mod ?? null,
        rule,
      });
    };
    for (let at = reader.first, floor = at; at < reader.last; ) {
      const best = bestMatch(reader, at);
      if (best === null) {
        at++;
        continue;
      }
      push(best.match, best.rule.id, floor);
      floor = at = best.match.last;
      for (const listed of listedAfter(reader, best.match)) {
        push(listed, "times/listed", floor);
        floor = at = listed.last;
      }
    }
    if (found.length > 1) shareYear(found, reader);
    for (const candidate of mergeNeighbours(found, reader)) candidates.push(candidate);
  }
  return candidates;
};

const bestMatch = (reader: TimeReader, at: number): Readonly<{ rule: TimeRule; match: Match }> | null => {
  const bits = reader.bits(at);
  if (bits === 0) return null;
  const lead = bits & leadClasses ? readLead(reader, at) : headAt(at);
  const heads = reader.bits(lead.next);
  let best: Readonly<{ rule: TimeRule; match: Match }> | null = null;
  for (const rule of timeRules) {
    if ((heads & rule.heads) === 0 && !(rule.leadAlone && lead.next > at)) continue;
    const match = rule.match(reader, lead);
    if (match !== null && (best === null || match.last > best.match.last)) best = { rule, match };
  }
  return best;
};

const headAt = (at: number): Lead => ({
  first: at,
  next: at,
  the: false,
  stage: null,
  demonstrative: null,
  relation: null,
});
