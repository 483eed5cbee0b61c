import { isoDay } from "@readout/model";
import { compareCodePoints } from "../../code-point-order.js";
import type { Comparand } from "./event-report.js";

/** Types that one event can be told under: what was promised to be eased and what was eased. */
const families: Readonly<Record<string, string>> = { CONCEDE: "YIELD", RETREAT: "YIELD" };
export const familyOf = (type: string): string => families[type] ?? type;

/**
 * Statuses that can speak of one thing: a disputed event and the same one told as a fact; what is announced and what may come, which
 * ask for the same day.
 */
export const statusGroup = (status: string): string =>
  status === "disputed" ? "actual" : status === "hypothetical" ? "planned" : status;

/** An interval longer than this many days says too little about when to merge over documents. */
const LONGEST_INTERVAL = 31;
/** Reports of one contact may put it a day apart (time zones, filing after midnight); a further day is another event. */
const DAY_SLACK = 1;
/** Days from publication at which a dated event is background, and an undated one in the page another: none further apart merge. */
const BACKGROUND = 60;
/** Undated reports of the same thing come within these many days of each other. */
const NEWS_CYCLE = 3;

/** In what two reports are alike. */
export type MergeReason = Readonly<{
  type: string;
  who:
    | Readonly<{ kind: "participants"; keys: readonly string[] }>
    | Readonly<{ kind: "participant"; key: string }>
    | Readonly<{ kind: "place" }>
    | Readonly<{ kind: "visitor"; visitor: string; country: string }>
    | Readonly<{ kind: "states"; countries: readonly string[] }>
    | Readonly<{ kind: "recipient"; actor: string; words: string }>
    | Readonly<{ kind: "mode"; actor: string }>;
  when:
    | Readonly<{ kind: "apart" | "agree"; a: Comparand; b: Comparand }>
    | Readonly<{ kind: "document" | "undated" }>
    | Readonly<{ kind: "news"; dated: Comparand }>;
  /** The place that both name; null where one names none, or another that may hold it. */
  place: string | null;
}>;

/**
 * Why two reports are of one event; null where they are not, or where nobody can tell. Null or not whichever comes first. What is
 * cheap to tell is asked first: a full block asks twenty-four times a report.
 */
export const mergeReason = (a: Comparand, b: Comparand): MergeReason | null => {
  if (familyOf(a.type) !== familyOf(b.type)) return null;
  if (statusGroup(a.status) !== statusGroup(b.status)) return null;
  if (a.mode !== null && b.mode !== null && a.mode !== b.mode) return null;
  if (isCall(a) !== isCall(b) && (hasVenue(a) || hasVenue(b))) return null;
  if (
    (a.status === "planned") !== (b.status === "planned") &&
    statusGroup(a.status) === "planned" &&
    !sameDay(a, b)
  )
    return null;
  if (areTwoPlaces(a, b)) return null;
  const when = compatibleDays(a, b);
  if (when === null || (when.kind === "apart" && !sameSides(a, b))) return null;
  const who = sameParticipants(a, b) ?? visitedAndMet(a, b) ?? sameStates(a, b) ?? sameActor(a, b);
  if (who === null) return null;
  return {
    type: a.type === b.type ? a.type : familyOf(a.type),
    who,
    when,
    place: samePlace(a, b) ? (a.place.name ?? a.place.entity) : null,
  };
};

/** A reason in words, for `readout explain`. */
export const describeReason = ({ type, who, when, place }: MergeReason): string =>
  [
    `both ${type}`,
    describeWho(who),
    describeWhen(when),
    ...(place === null ? [] : [`the same place (${place})`]),
  ].join("; ");

const describeWho = (who: MergeReason["who"]): string => {
  switch (who.kind) {
    case "participants":
      return `the same participants (${who.keys.join(", ")})`;
    case "participant":
      return `the same participant, place and day (${who.key})`;
    case "place":
      return "the same place and day";
    case "visitor":
      return `the same visitor (${who.visitor}), and a host of ${who.country}`;
    case "states":
      return `people and their states (${who.countries.join(", ")})`;
    case "recipient":
      return `the same actor and recipient (${who.actor}, ${who.words})`;
    case "mode":
      return `the same actor (${who.actor}) and mode`;
  }
};

const describeWhen = (when: MergeReason["when"]): string => {
  switch (when.kind) {
    case "apart":
      return `days one apart (${dayText(when.a)}, ${dayText(when.b)})`;
    case "agree":
      return `days that agree (${dayText(when.a)}, ${dayText(when.b)})`;
    case "document":
      return "in one document, with no day against it";
    case "undated":
      return `undated, published within ${NEWS_CYCLE} days`;
    case "news":
      return `the undated one published within ${NEWS_CYCLE} days of ${dayText(when.dated)}`;
  }
};

const dayText = ({ earliest, latest }: Comparand): string => {
  const [from, to] = [earliest, latest].map((day) => (day === null ? null : isoDay(day)));
  return from === to ? (from ?? "no day") : `${from ?? "…"}/${to ?? "…"}`;
};

const isCall = ({ mode }: Comparand): boolean => mode === "phone";

/** Said to have met somewhere: "in London" as the verb's own place. A call of the same two is another contact. */
const hasVenue = ({ place }: Comparand): boolean => place.basis === "argument";

/** Sorted, since which report comes first must not show. */
const shared = (a: readonly string[], b: readonly string[]): readonly string[] =>
  a.filter((key) => b.includes(key)).sort(compareCodePoints);

const sameParticipants = (a: Comparand, b: Comparand): MergeReason["who"] | null => {
  const symmetric = a.recipients.length === 0 || b.recipients.length === 0 || a.type === "CONSULT";
  if (!symmetric) {
    const actors = shared(a.actors, b.actors);
    if (actors.length === 0) return null;
    const recipients = shared(a.recipients, b.recipients);
    return recipients.length === 0
      ? null
      : { kind: "participants", keys: [...actors, ...recipients].sort(compareCodePoints) };
  }
  const common = shared(a.sides, b.sides);
  const [only] = common;
  if (common.length >= 2) return { kind: "participants", keys: common };
  // One side named in both is enough only where place and day agree: a ministry accuses many.
  if (only !== undefined && a.sides.length === 1 && b.sides.length === 1)
    return samePlace(a, b) && sameDay(a, b) ? { kind: "participant", key: only } : null;
  // Nobody named, or only those it was done to: place and day must tell.
  const implied = a.actors.length === 0 || b.actors.length === 0;
  return implied && samePlace(a, b) && sameDay(a, b) ? { kind: "place" } : null;
};

/** Everybody in both: what days that differ ask for. A visit names the place for the host. */
const sameSides = (a: Comparand, b: Comparand): boolean =>
  a.mode === "visit" ||
  b.mode === "visit" ||
  (a.sides.length === b.sides.length && a.sides.every((key) => b.sides.includes(key)));

/** "Annan flew to Syria" and "Annan met Assad": the visitor is in both, and the host is of the country visited. */
const visitedAndMet = (a: Comparand, b: Comparand): MergeReason["who"] | null => {
  if (a.type !== "CONSULT" || (a.mode === "visit") === (b.mode === "visit")) return null;
  const [visit, met] = a.mode === "visit" ? [a, b] : [b, a];
  const visitor = visit.actors.find((key) => met.actors.includes(key));
  if (visitor === undefined || !isDated(a) || !isDated(b)) return null;
  const goal = visit.known.find(({ role, country }) => role === "recipient" && country !== null);
  if (goal === undefined || goal.country === null) return null;
  const host = met.known.some(
    (one) => one.country === goal.country && one.entity !== visitor && one.entity !== goal.entity,
  );
  return host ? { kind: "visitor", visitor, country: goal.country } : null;
};

/**
 * "The United States and Russia held talks" and "Kerry and Lavrov met": people and the states they act for, where two states are in
 * both, on the same day in the same place.
 */
const sameStates = (a: Comparand, b: Comparand): MergeReason["who"] | null => {
  if (a.type !== "CONSULT" || b.type !== "CONSULT") return null;
  if (a.mode === "visit" || b.mode === "visit") return null;
  if (!samePlace(a, b) || !sameDay(a, b)) return null;
  const countries = shared(countriesOf(a), countriesOf(b));
  return countries.length >= 2 ? { kind: "states", countries } : null;
};

const countriesOf = ({ known }: Comparand): readonly string[] => [
  ...new Set(known.flatMap(({ country }) => (country === null ? [] : [country]))),
];

/**
 * One known actor in both, and recipients that are not known: in one document where only one side names somebody ("calls off
 * summit" in the title, "cancelled the meeting with Putin" below), over documents where the words are the same.
 */
const sameActor = (a: Comparand, b: Comparand): MergeReason["who"] | null => {
  const [x, y] = [a.recipient, b.recipient];
  if (x === null || y === null || a.type === "CONSULT") return null;
  const actor = a.actors.find((key) => b.actors.includes(key));
  if (actor === undefined) return null;
  if (!x.known && !y.known && x.words !== "" && x.words === y.words)
    return { kind: "recipient", actor, words: x.words };
  const alike = a.docId === b.docId && a.mode !== null && a.mode === b.mode;
  return alike && x.known !== y.known ? { kind: "mode", actor } : null;
};

const samePlace = (a: Comparand, b: Comparand): boolean =>
  a.place.entity !== null && a.place.entity === b.place.entity;

const sameDay = (a: Comparand, b: Comparand): boolean =>
  a.earliest !== null && a.earliest === a.latest && a.earliest === b.earliest && b.earliest === b.latest;

const isDated = ({ earliest, latest }: Comparand): boolean => earliest !== null || latest !== null;

const compatibleDays = (a: Comparand, b: Comparand): MergeReason["when"] | null => {
  const sameDocument = a.docId === b.docId;
  if (isDated(a) && isDated(b)) {
    const gap = Math.max(
      (a.earliest ?? Number.NEGATIVE_INFINITY) - (b.latest ?? Number.POSITIVE_INFINITY),
      (b.earliest ?? Number.NEGATIVE_INFINITY) - (a.latest ?? Number.POSITIVE_INFINITY),
    );
    if (gap > (sameDocument ? 0 : DAY_SLACK)) return null;
    if (!sameDocument && (widthOf(a) > LONGEST_INTERVAL || widthOf(b) > LONGEST_INTERVAL)) return null;
    return { kind: gap > 0 ? "apart" : "agree", a, b };
  }
  if (sameDocument) {
    const dated = isDated(a) ? a : isDated(b) ? b : null;
    const published = a.publishedEarliest;
    const last = dated?.latest ?? dated?.earliest ?? null;
    const first = dated?.earliest ?? last;
    const away =
      published === null || last === null ? 0 : Math.max(published - last, (first ?? last) - published);
    return away > BACKGROUND ? null : { kind: "document" };
  }
  if (!isDated(a) && !isDated(b)) return publicationGap(a, b) <= NEWS_CYCLE ? { kind: "undated" } : null;
  const [dated, undated] = isDated(a) ? [a, b] : [b, a];
  // The undated one tells news: what it tells lies close before its publication.
  const published = undated.publishedEarliest;
  if (
    published === null ||
    undated.publishedLatest === null ||
    undated.publishedLatest - published > NEWS_CYCLE
  )
    return null;
  const last = dated.latest ?? dated.earliest ?? Number.NEGATIVE_INFINITY;
  const first = dated.earliest ?? last;
  return first <= undated.publishedLatest && published - last <= NEWS_CYCLE ? { kind: "news", dated } : null;
};

const widthOf = ({ earliest, latest }: Comparand): number =>
  earliest === null || latest === null ? Number.POSITIVE_INFINITY : latest - earliest;

const publicationGap = (a: Comparand, b: Comparand): number => {
  if (a.publishedEarliest === null || b.publishedEarliest === null) return Number.POSITIVE_INFINITY;
  if (a.publishedLatest === null || b.publishedLatest === null) return Number.POSITIVE_INFINITY;
  return Math.max(a.publishedLatest, b.publishedLatest) - Math.min(a.publishedEarliest, b.publishedEarliest);
};

/** Two towns are two places; a town and its country may be one, and a site ("the Kremlin") may lie in the town. */
const areTwoPlaces = ({ place: x }: Comparand, { place: y }: Comparand): boolean =>
  x.entity !== null &&
  y.entity !== null &&
  x.entity !== y.entity &&
  isPrecise(x) &&
  x.precision === y.precision &&
  isStated(x) &&
  isStated(y);

const isPrecise = ({ precision }: Comparand["place"]): boolean =>
  precision === "city" || precision === "site";

const isStated = ({ basis }: Comparand["place"]): boolean => basis === "argument" || basis === "sentence";
