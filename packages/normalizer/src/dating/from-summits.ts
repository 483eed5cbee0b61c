import { type Day, dateOf, type Time, type Vocabulary } from "@readout/model";
import { loadKnowledge } from "../knowledge/knowledge.js";
import type { Summit } from "../knowledge/summits.js";
import type { Passage } from "../passage.js";
import type { Evidence } from "./evidence.js";

export type SummitReader = (passage: Passage, times: readonly Time[]) => readonly Evidence[];

/** Sentences from the beginning in which a summit is the news. */
const ledeSentences = 10;
/**
 * Days after its end in which a summit is still news that is told with its day and without its year: a judgement on daily
 * papers, measured on no corpus. A later retrospect would name the year.
 */
const reported = 5;

/**
 * A summit that the first sentences name by series and place ("the G20 summit in Mexico", "in Los Cabos"), with a day of it written without a
 * year ("on June 18"): the text was written on that day or within a few days of the summit. A day with its year tells of an older summit.
 */
export const createSummitReader = (vocabulary: Vocabulary): SummitReader => {
  const { summits, stateOf, entities } = loadKnowledge(vocabulary);
  const countryName = (summit: Summit): string => {
    const state = stateOf(summit.country);
    return state === null ? "" : (entities.at(state.entity)?.name ?? "");
  };
  return (passage, times) => {
    const { text, sentences } = passage;
    if (sentences.length === 0) return [];
    const lede = text.slice(sentences.start[0], sentences.end[Math.min(ledeSentences, sentences.length) - 1]);
    const yearless = times.filter((time) => time.sentence < ledeSentences && isYearless(time));
    if (yearless.length === 0) return [];
    const matches = summits.flatMap((summit) => {
      if (!names(lede, summit.series) && !summit.titles.some((title) => names(lede, title))) return [];
      if (!names(lede, summit.place) && !names(lede, countryName(summit))) return [];
      const days = yearless.flatMap((time) => dayWithin(time, summit) ?? []);
      return days.length === 0 ? [] : [{ summit, day: Math.max(...days) }];
    });
    const [only] = matches;
    const at = yearless[0];
    if (only === undefined || at === undefined || matches.length > 1) return [];
    return [
      {
        stretches: [{ earliest: only.day, latest: only.summit.to + reported }],
        reason: `${only.summit.name} at ${only.summit.place} is the news`,
        span: { start: at.start, end: at.end },
      },
    ];
  };
};

/** XXXX-06-18 */
const isYearless = ({ value, granularity, type }: Time): boolean =>
  type === "DATE" && granularity === "day" && /^XXXX-\d\d-\d\d$/.test(value);

const dayWithin = ({ value }: Time, { from, to }: Summit): Day | null => {
  for (let day = from; day <= to; day++) {
    const { month, day: ofMonth } = dateOf(day);
    if (Number(value.slice(5, 7)) === month && Number(value.slice(8, 10)) === ofMonth) return day;
  }
  return null;
};

/** Whether a text has a name as whole words. */
const names = (text: string, name: string): boolean => {
  if (name === "") return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!/[\p{L}\p{N}]/u.test(`${text[at - 1] ?? " "}${text[at + name.length] ?? " "}`)) return true;
  return false;
};
