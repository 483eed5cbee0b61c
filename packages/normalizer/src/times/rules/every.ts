import type { Match, PartOfDay, Season, Unit } from "../candidate.js";
import { calendar } from "../points.js";
import { readNumber, readOrdinal } from "../read-number.js";
import type { TimeRule } from "../rule.js";
import type { TimeReader } from "../time-reader.js";
import { TimeClass } from "../time-words.js";

const { every: everyWord, unit, weekday, month, season, part } = TimeClass;

/** "every day", "each Thursday", "every two weeks", "each July", "every other month", "every Monday morning". Not: "each of them". */
export const every: TimeRule = {
  id: "times/every",
  heads: everyWord,
  match: (reader, lead) => {
    if (lead.first !== lead.next) return null;
    const quant = reader.value(lead.next, "every");
    return period(reader, lead.next, quant) ?? recurring(reader, lead.next, quant);
  },
};

const period = (reader: TimeReader, first: number, quant: string): Match | null => {
  let at = first + 1;
  let count: number | null = 1;
  if (reader.isWord(at, "other")) {
    count = 2;
    at++;
  }
  const number = readOrdinal(reader, at) === null ? readNumber(reader, at) : null;
  if (number !== null) {
    count = number.value;
    at = number.next;
  }
  if (!reader.is(at, unit) || reader.isJoint(at + 1)) return null;
  const name = reader.value(at, "unit") as Unit;
  if (name === "second" && !reader.is(at, TimeClass.plural)) return null;
  return { first, last: at + 1, meaning: { kind: "set", period: { count, unit: name }, quant } };
};

const recurring = (reader: TimeReader, first: number, quant: string): Match | null => {
  const at = first + 1;
  const found = (last: number, meaning: Match["meaning"]): Match => ({ first, last, meaning });
  if (reader.is(at, weekday) && reader.capital(at)) {
    const hasPart = reader.is(at + 1, part);
    return found(at + (hasPart ? 2 : 1), {
      kind: "recurring",
      base: calendar({ weekday: Number(reader.value(at, "weekday")) }),
      part: hasPart ? (reader.value(at + 1, "part") as PartOfDay) : null,
      quant,
    });
  }
  if (reader.is(at, month) && reader.capital(at))
    return found(at + 1, {
      kind: "recurring",
      base: calendar({ month: Number(reader.value(at, "month")) }),
      part: null,
      quant,
    });
  if (reader.is(at, season) && !reader.is(at, TimeClass.plural))
    return found(at + 1, {
      kind: "recurring",
      base: { kind: "season", season: reader.value(at, "season") as Season, year: null, relation: null },
      part: null,
      quant,
    });
  if (reader.is(at, part))
    return found(at + 1, {
      kind: "recurring",
      base: { kind: "unnamed-day" },
      part: reader.value(at, "part") as PartOfDay,
      quant,
    });
  return null;
};
