import type { Amount, Unit } from "../candidate.js";

/** TIMEX3 period of amounts: P2Y6M, PT4H, PXM for an unknown number; decades and centuries are counted in years, fortnights in weeks. */
export const durationValue = (amounts: readonly Amount[]): string => {
  const totals = new Map<string, number | null>();
  for (const { count, unit } of amounts) addAmount(totals, count, unit);
  let date = "";
  let time = "";
  for (const letter of order) {
    const total = totals.get(letter);
    if (total === undefined) continue;
    const number = total === null ? "X" : String(Math.round(total * 100) / 100);
    if (letter.startsWith("T")) time += number + letter.slice(1);
    else date += number + letter;
  }
  return `P${date}${time === "" ? "" : `T${time}`}`;
};

const order = ["Y", "Q", "M", "W", "D", "TH", "TM", "TS"];

/** Letter of a unit and how many of it one unit is. */
const letters: Readonly<Record<Unit, readonly [string, number]>> = {
  second: ["TS", 1],
  minute: ["TM", 1],
  hour: ["TH", 1],
  day: ["D", 1],
  weekend: ["D", 2],
  week: ["W", 1],
  fortnight: ["W", 2],
  month: ["M", 1],
  quarter: ["Q", 1],
  semester: ["M", 6],
  year: ["Y", 1],
  decade: ["Y", 10],
  century: ["Y", 100],
  millennium: ["Y", 1000],
};

/** Halves of these are written in the next smaller unit: two and a half years are P2Y6M. */
const halves: Readonly<Record<string, readonly [string, number]>> = {
  Y: ["M", 6],
  TH: ["TM", 30],
  TM: ["TS", 30],
};

const addAmount = (totals: Map<string, number | null>, count: number | null, unit: Unit): void => {
  const [letter, factor] = letters[unit];
  if (count === null) {
    totals.set(letter, null);
    return;
  }
  const total = count * factor;
  const half = halves[letter];
  if (half !== undefined && total - Math.floor(total) === 0.5) {
    if (total >= 1) add(totals, letter, Math.floor(total));
    add(totals, half[0], half[1]);
  } else add(totals, letter, total);
};

const add = (totals: Map<string, number | null>, letter: string, count: number): void => {
  const before = totals.get(letter);
  totals.set(letter, before === null ? null : (before ?? 0) + count);
};
