import { type Day, type DayInterval, type Diagnostic, diagnostic, slice, type Time } from "@readout/model";
import type { Passage } from "../../passage.js";
import type { Base, Clock, Meaning, PartOfDay, TimeCandidate } from "../candidate.js";
import { anchoredRange } from "./anchored-range.js";
import { durationValue } from "./duration-value.js";
import { locate } from "./locate.js";
import type { Period } from "./periods.js";
import type { Located, Situation } from "./situation.js";
import type { TenseCues } from "./tense-cue.js";

export type Resolution = Readonly<{ times: readonly Time[]; diagnostics: readonly Diagnostic[] }>;

type Point = Extract<Meaning, { kind: "point" }>;

/**
 * Gives candidates their values. Relative ones are counted from the day of publication where that is one day; where it is an interval, a
 * value is given only if every day of the interval gives the same one, else the days it can cover; where it is open, the value
 * stays underspecified (`XXXX-06-25`). Candidates that name no real date become a diagnostic and no time.
 */
export const resolveTimes = (
  candidates: readonly TimeCandidate[],
  passage: Passage,
  published: DayInterval,
  cues: TenseCues,
): Resolution => {
  const times: Time[] = [];
  const diagnostics: Diagnostic[] = [];
  const context = { passage, published, cues, state: new Discourse() };
  for (const candidate of candidates) {
    context.state.enter(passage.sentences.block[candidate.sentence] ?? 0);
    const time = resolveOne(candidate, context, times.length);
    if (time === null)
      diagnostics.push(
        diagnostic(
          "impossible_date",
          { text: slice(passage.text, candidate) },
          { start: candidate.start, end: candidate.end },
        ),
      );
    else times.push(time);
  }
  return { times, diagnostics };
};

/** What the text has spoken of so far. */
class Discourse {
  focus: Period | null = null;
  focusTime: number | null = null;
  year: number | null = null;
  quarter: Day | null = null;
  private block = -1;

  enter(block: number): void {
    if (block === this.block) return;
    this.block = block;
    this.year = null;
  }

  mention(period: Period, time: number, base: Base): void {
    if (period.earliest === null) return;
    this.focus = period;
    this.focusTime = time;
    // What is compared with ("the year-ago quarter") is not what the figures are about.
    if (
      base.kind === "part-of-year" &&
      base.unit === "quarter" &&
      base.relation !== "previous" &&
      base.year === null
    )
      this.quarter = period.earliest;
    if (base.kind === "calendar" && base.year !== null) this.year = base.year;
  }
}

/** What the value of a time may depend on beside its own words. */
type Context = Readonly<{ passage: Passage; published: DayInterval; cues: TenseCues; state: Discourse }>;

/** `index` is the place that the time will have among those of the text. */
const resolveOne = (candidate: TimeCandidate, context: Context, index: number): Time | null => {
  const { meaning } = candidate;
  const { published } = context;
  const unplaced = unplacedTime(candidate);
  switch (meaning.kind) {
    case "reference":
      return {
        ...unplaced,
        type: "DATE",
        value: meaning.reference,
        anchor: "published",
        basis: "relative",
        earliest: meaning.reference === "PAST_REF" ? null : published.earliest,
        latest: meaning.reference === "FUTURE_REF" ? null : published.latest,
      };
    case "duration":
      return {
        ...unplaced,
        type: "DURATION",
        value: durationValue(meaning.amounts),
        // "the past two months" is counted from the writing; "two months" from nothing.
        ...(meaning.toward !== null && {
          ...anchoredRange(meaning.amounts, meaning.toward, published),
          anchor: "published",
          basis: "relative",
        }),
      };
    case "set":
      return {
        ...unplaced,
        type: "SET",
        value: durationValue([meaning.period]),
        quant: meaning.quant?.toUpperCase() ?? null,
      };
    case "recurring": {
      const located = locate(meaning.base, {
        now: null,
        tense: null,
        focus: null,
        year: null,
        quarter: null,
      });
      const value =
        (located?.period.value ?? "XXXX-XX-XX") + (meaning.part === null ? "" : `T${meaning.part}`);
      return { ...unplaced, type: "SET", value, quant: meaning.quant?.toUpperCase() ?? null };
    }
    case "point":
      return resolvePoint(candidate, meaning, context, index);
  }
};

const resolvePoint = (
  candidate: TimeCandidate,
  meaning: Point,
  { passage, published, cues, state }: Context,
  index: number,
): Time | null => {
  const tense = cues.around(passage, candidate.sentence, candidate.first, candidate.last);
  const { focus, year, quarter } = state;
  const located = locateIn(meaning, published, { tense, focus, year, quarter });
  if (located === null) return null;
  const { period, anchor } = located;
  const anchorTime = anchor === "time" ? state.focusTime : null;
  state.mention(period, index, meaning.base);
  return {
    ...unplacedTime(candidate),
    type: meaning.part !== null || meaning.clock !== null ? "TIME" : "DATE",
    value: withTime(period.value, meaning.part, meaning.clock),
    earliest: period.earliest,
    latest: period.latest,
    granularity: granularityOf(meaning) ?? period.granularity,
    anchor,
    anchorTime,
    basis: basisOf(anchor, published),
  };
};

/** The unit of a time of day; null for a day or more. */
const granularityOf = ({ part, clock }: Point): Time["granularity"] => {
  if (clock !== null) return clock.minute === null ? "hour" : "minute";
  return part === null ? null : "part_of_day";
};

const basisOf = (anchor: Time["anchor"], { earliest, latest }: DayInterval): Time["basis"] => {
  if (anchor === "none") return "stated";
  return anchor === "published" && earliest !== latest ? "inferred" : "relative";
};

/** The time of a candidate before it has a value, every key in its place: keys that come later are dear. */
const unplacedTime = (candidate: TimeCandidate): Time => ({
  start: candidate.start,
  end: candidate.end,
  sentence: candidate.sentence,
  type: "DATE",
  value: "",
  mod: candidate.mod,
  quant: null,
  freq: null,
  earliest: null,
  latest: null,
  granularity: null,
  anchor: "none",
  anchorTime: null,
  basis: "stated",
  rule: candidate.rule,
});

/** A point counted from a publication date that may be an interval. */
const locateIn = (
  meaning: Point,
  published: DayInterval,
  situation: Omit<Situation, "now">,
): Located | null => {
  const { earliest, latest } = published;
  const { base } = meaning;
  if (earliest === null || latest === null) return locate(base, { now: null, ...situation });
  const first = locate(base, { now: earliest, ...situation });
  if (earliest === latest || first === null) return first;
  const last = locate(base, { now: latest, ...situation });
  if (last === null || last.period.value === first.period.value) return first;
  const open = locate(base, { now: null, ...situation });
  if (open === null) return null;
  return {
    period: { ...open.period, earliest: first.period.earliest, latest: last.period.latest },
    anchor: "published",
  };
};

const pad = (value: number): string => String(value).padStart(2, "0");

const withTime = (value: string, part: PartOfDay | null, clock: Clock | null): string => {
  if (clock !== null)
    return `${value}T${pad(clock.hour)}:${pad(clock.minute ?? 0)}${clock.second === null ? "" : `:${pad(clock.second)}`}`;
  return part === null ? value : `${value}T${part}`;
};
