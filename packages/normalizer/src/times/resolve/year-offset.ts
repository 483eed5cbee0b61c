import type { Relation } from "../candidate.js";
import type { Tense } from "./tense-cue.js";

/**
 * How many years from this one a month (or day) lies that is `ahead` months from now in this year. Past by default: in TimeBank a bare
 * month is past 45 times and future 19 times; a day is the nearest one unless the tense speaks against it.
 */
export const yearOffset = (
  ahead: number,
  hasDay: boolean,
  relation: Relation | null,
  tense: Tense | null,
): number => {
  // "last February", said in March, is that of a year ago: this year's would be "last month".
  if (relation === "last" || relation === "previous") return ahead < -1 ? 0 : -1;
  if (relation === "past") return ahead < 0 ? 0 : -1;
  if (relation === "next" || relation === "following") return ahead > 0 ? 0 : 1;
  if (relation === "this") return 0;
  if (tense === "future") return ahead >= (hasDay ? -1 : 0) ? 0 : 1;
  // "declared a dividend payable Dec. 15": notices in the past tense tell of the weeks ahead (of 0 and 1 month, 1 is better on TimeBank: value F1 82.6 and 83.2).
  if (tense === "past") return ahead <= (hasDay ? 1 : 0) ? 0 : -1;
  if (ahead > 6) return -1;
  return ahead < -6 ? 1 : 0;
};
