/** Units of time that are counted or pointed at: "three weeks", "last quarter". */
export const units = [
  "second",
  "minute",
  "hour",
  "day",
  "weekend",
  "week",
  "fortnight",
  "month",
  "quarter",
  "semester",
  "year",
  "decade",
  "century",
  "millennium",
] as const;
export type Unit = (typeof units)[number];

/** How a period is pointed at. `the`: by article alone ("the year"); `past`: "the past year", which ends now. */
export type Relation =
  | "last"
  | "past"
  | "previous"
  | "this"
  | "that"
  | "the"
  | "same"
  | "latest"
  | "next"
  | "following"
  | "recent";

export type Season = "SP" | "SU" | "FA" | "WI";
/** Morning, midday, afternoon, evening, night, daytime. */
export type PartOfDay = "MO" | "MI" | "AF" | "EV" | "NI" | "DT";
export type Mod =
  | "START"
  | "MID"
  | "END"
  | "APPROX"
  | "EQUAL_OR_LESS"
  | "EQUAL_OR_MORE"
  | "LESS_THAN"
  | "MORE_THAN"
  | "ON_OR_BEFORE"
  | "ON_OR_AFTER";
export type Reference = "PAST_REF" | "PRESENT_REF" | "FUTURE_REF";

/** A clock time; `hour` 0–24 ("midnight" is 24, the end of its day). */
export type Clock = Readonly<{
  hour: number;
  minute: number | null;
  second: number | null;
  zone: string | null;
}>;

/** A number of units; `count` is null where the text leaves it open ("several weeks"). */
export type Amount = Readonly<{ count: number | null; unit: Unit }>;

/** Which day or period is meant, as far as the words alone say it. */
export type Base =
  | Readonly<{
      kind: "calendar";
      year: number | null;
      month: number | null;
      day: number | null;
      /** ISO weekday, 1 = Monday. */
      weekday: number | null;
      relation: Relation | null;
    }>
  | Readonly<{ kind: "season"; season: Season; year: number | null; relation: Relation | null }>
  | Readonly<{
      kind: "part-of-year";
      unit: "quarter" | "half";
      /** From 1; null for "the latest quarter". */
      index: number | null;
      year: number | null;
      relation: Relation | null;
    }>
  | Readonly<{ kind: "period"; unit: Unit; relation: Relation }>
  | Readonly<{ kind: "shift"; amount: Amount; direction: -1 | 1; from: "published" | "context" }>
  | Readonly<{ kind: "named-day"; offset: number }>
  | Readonly<{ kind: "holiday"; holiday: string; year: number | null; relation: Relation | null }>
  /** `decade` counts from 1 for the 10s of the first century: 198 = the 1980s; without a century 8 = "the eighties". */
  | Readonly<{ kind: "decade"; decade: number; withCentury: boolean }>
  /** Century by its ordinal: 20 = 1901–2000; `era` -1 = before Christ. */
  | Readonly<{ kind: "century"; century: number; era: 1 | -1 }>
  /** "the third week of June"; ordinal -1 = the last, null = the one that holds it ("the week of March 6"). */
  | Readonly<{ kind: "nth"; ordinal: number | null; unit: Unit; of: Base }>
  /** "the first Monday in May"; ordinal -1 = the last. */
  | Readonly<{ kind: "nth-weekday"; ordinal: number; weekday: number; of: Base }>
  /** A clock time or part of a day whose day is not named. */
  | Readonly<{ kind: "unnamed-day" }>;

/** What an expression says, before anything is known about when the text was written. */
export type Meaning =
  | Readonly<{ kind: "point"; base: Base; part: PartOfDay | null; clock: Clock | null }>
  | Readonly<{ kind: "duration"; amounts: readonly Amount[]; toward: "past" | "future" | null }>
  | Readonly<{ kind: "set"; period: Amount; quant: string | null }>
  | Readonly<{ kind: "recurring"; base: Base; part: PartOfDay | null; quant: string | null }>
  | Readonly<{ kind: "reference"; reference: Reference }>;

/** A recognised time expression: where it stands (tokens half-open, offsets in UTF-16 units) and what it says. */
export type TimeCandidate = Readonly<{
  start: number;
  end: number;
  sentence: number;
  first: number;
  last: number;
  meaning: Meaning;
  mod: Mod | null;
  /** The rule that found it: `times/weekday`. */
  rule: string;
}>;

/** What a rule gives: tokens half-open, meaning, and a modifier read along the way. */
export type Match = Readonly<{ first: number; last: number; meaning: Meaning; mod?: Mod | null }>;
