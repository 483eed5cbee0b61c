import type { EventReport } from "./event-report.js";

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
/** How {@link compatibleDays} begins its answer where the days differ. */
const APART = "days one apart";
/** Days from publication at which a dated event is background, and an undated one in the page another: none further apart merge. */
export const BACKGROUND = 60;
/** Undated reports of the same thing come within these many days of each other. */
const NEWS_CYCLE = 3;

/**
 * Why two reports are of one event, in words for `readout explain`; null where they are not, or where nobody can tell. The same
 * whichever comes first.
 */
export const mergeReason = (a: EventReport, b: EventReport): string | null => {
  if (familyOf(a.mention.type) !== familyOf(b.mention.type)) return null;
  if (statusGroup(a.mention.status) !== statusGroup(b.mention.status)) return null;
  if (a.mention.mode !== null && b.mention.mode !== null && a.mention.mode !== b.mention.mode) return null;
  if (isCall(a) !== isCall(b) && (hasVenue(a) || hasVenue(b))) return null;
  if (
    (a.mention.status === "planned") !== (b.mention.status === "planned") &&
    statusGroup(a.mention.status) === "planned" &&
    !sameDay(a, b)
  )
    return null;
  const who = sameParticipants(a, b) ?? visitedAndMet(a, b) ?? sameStates(a, b) ?? sameActor(a, b);
  if (who === null) return null;
  const when = compatibleDays(a, b);
  if (when === null) return null;
  if (when.startsWith(APART) && !sameSides(a, b)) return null;
  const where = compatiblePlaces(a, b);
  if (where === null) return null;
  return [
    `both ${a.mention.type === b.mention.type ? a.mention.type : familyOf(a.mention.type)}`,
    who,
    when,
    where,
  ]
    .filter((part) => part !== "")
    .join("; ");
};

const isCall = ({ mention }: EventReport): boolean => mention.mode === "phone";

/** Said to have met somewhere: "in London" as the verb's own place. A call of the same two is another contact. */
const hasVenue = ({ mention }: EventReport): boolean => mention.place_basis === "argument";

const shared = (a: readonly string[], b: readonly string[]): readonly string[] =>
  a.filter((key) => b.includes(key));

const sameParticipants = (a: EventReport, b: EventReport): string | null => {
  const allA = [...new Set([...a.actors, ...a.recipients])];
  const allB = [...new Set([...b.actors, ...b.recipients])];
  const common = [...shared(allA, allB)].sort();
  const symmetric = a.recipients.length === 0 || b.recipients.length === 0 || a.mention.type === "CONSULT";
  if (symmetric && common.length >= 2) return `the same participants (${common.join(", ")})`;
  if (!symmetric) {
    const actors = shared(a.actors, b.actors);
    const recipients = shared(a.recipients, b.recipients);
    if (actors.length > 0 && recipients.length > 0)
      return `the same participants (${[...actors, ...recipients].sort().join(", ")})`;
    return null;
  }
  // One side named in both is enough only where place and day agree: a ministry accuses many.
  if (common.length === 1 && allA.length === 1 && allB.length === 1)
    return samePlace(a, b) && sameDay(a, b) ? `the same participant, place and day (${common[0]})` : null;
  // Nobody named, or only those it was done to: place and day must tell.
  const implied = a.actors.length === 0 || b.actors.length === 0;
  if (implied && samePlace(a, b) && sameDay(a, b)) return "the same place and day";
  return null;
};

/** Everybody in both: what days that differ ask for. A visit names the place for the host. */
const sameSides = (a: EventReport, b: EventReport): boolean => {
  if (a.mention.mode === "visit" || b.mention.mode === "visit") return true;
  const [x, y] = [new Set([...a.actors, ...a.recipients]), new Set([...b.actors, ...b.recipients])];
  return x.size === y.size && [...x].every((key) => y.has(key));
};

/** "Annan flew to Syria" and "Annan met Assad": the visitor is in both, and the host is of the country visited. */
const visitedAndMet = (a: EventReport, b: EventReport): string | null => {
  if (a.mention.type !== "CONSULT" || (a.mention.mode === "visit") === (b.mention.mode === "visit"))
    return null;
  const [visit, met] = a.mention.mode === "visit" ? [a, b] : [b, a];
  const [visitor] = shared(visit.actors, met.actors);
  if (visitor === undefined || !isDated(a) || !isDated(b)) return null;
  const goal = visit.known.find(({ role, country }) => role === "recipient" && country !== null);
  const host = met.known.some(
    (one) => one.country === goal?.country && one.entity !== visitor && one.entity !== goal?.entity,
  );
  return goal !== undefined && host ? `the same visitor (${visitor}), and a host of ${goal.country}` : null;
};

/**
 * "The United States and Russia held talks" and "Kerry and Lavrov met": people and the states they act for, where two states are in
 * both, on the same day in the same place.
 */
const sameStates = (a: EventReport, b: EventReport): string | null => {
  if (a.mention.type !== "CONSULT" || b.mention.type !== "CONSULT") return null;
  if (a.mention.mode === "visit" || b.mention.mode === "visit") return null;
  if (!samePlace(a, b) || !sameDay(a, b)) return null;
  const common = shared(countriesOf(a), countriesOf(b));
  return common.length >= 2 ? `people and their states (${[...common].sort().join(", ")})` : null;
};

const countriesOf = ({ known }: EventReport): readonly string[] => [
  ...new Set(known.flatMap(({ country }) => (country === null ? [] : [country]))),
];

/**
 * One known actor in both, and recipients that are not known: in one document where only one side names somebody ("calls off
 * summit" in the title, "cancelled the meeting with Putin" below), over documents where the words are the same.
 */
const sameActor = (a: EventReport, b: EventReport): string | null => {
  const [actor] = shared(a.actors, b.actors);
  if (actor === undefined || a.mention.type === "CONSULT") return null;
  const [x, y] = [a.recipient, b.recipient];
  if (x === null || y === null) return null;
  const [known, other] = [x.known, y.known];
  if (!known && !other && x.words !== "" && x.words === y.words)
    return `the same actor and recipient (${actor}, ${x.words})`;
  const oneDocument = a.mention.doc_id === b.mention.doc_id;
  return oneDocument && known !== other && a.mention.mode !== null && a.mention.mode === b.mention.mode
    ? `the same actor (${actor}) and mode`
    : null;
};

const samePlace = (a: EventReport, b: EventReport): boolean =>
  a.mention.place_entity_id !== null && a.mention.place_entity_id === b.mention.place_entity_id;

const singleDay = ({ earliest, latest }: EventReport): boolean => earliest !== null && earliest === latest;

const sameDay = (a: EventReport, b: EventReport): boolean =>
  singleDay(a) && singleDay(b) && a.earliest === b.earliest;

const isDated = ({ earliest, latest }: EventReport): boolean => earliest !== null || latest !== null;

const compatibleDays = (a: EventReport, b: EventReport): string | null => {
  const sameDocument = a.mention.doc_id === b.mention.doc_id;
  if (isDated(a) && isDated(b)) {
    const gap = Math.max(
      (a.earliest ?? Number.NEGATIVE_INFINITY) - (b.latest ?? Number.POSITIVE_INFINITY),
      (b.earliest ?? Number.NEGATIVE_INFINITY) - (a.latest ?? Number.POSITIVE_INFINITY),
    );
    if (gap > (sameDocument ? 0 : DAY_SLACK)) return null;
    if (!sameDocument && (widthOf(a) > LONGEST_INTERVAL || widthOf(b) > LONGEST_INTERVAL)) return null;
    return gap > 0
      ? `${APART} (${dayText(a)}, ${dayText(b)})`
      : `days that agree (${dayText(a)}, ${dayText(b)})`;
  }
  if (sameDocument) {
    const dated = isDated(a) ? a : isDated(b) ? b : null;
    const published = a.publishedEarliest;
    const last = dated?.latest ?? dated?.earliest ?? null;
    const first = dated?.earliest ?? last;
    const away =
      published === null || last === null ? 0 : Math.max(published - last, (first ?? last) - published);
    return away > BACKGROUND ? null : "in one document, with no day against it";
  }
  if (!isDated(a) && !isDated(b)) {
    return publicationGap(a, b) <= NEWS_CYCLE ? `undated, published within ${NEWS_CYCLE} days` : null;
  }
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
  return first <= undated.publishedLatest && published - last <= NEWS_CYCLE
    ? `the undated one published within ${NEWS_CYCLE} days of ${dayText(dated)}`
    : null;
};

const widthOf = ({ earliest, latest }: EventReport): number =>
  earliest === null || latest === null ? Number.POSITIVE_INFINITY : latest - earliest;

const publicationGap = (a: EventReport, b: EventReport): number => {
  if (a.publishedEarliest === null || b.publishedEarliest === null) return Number.POSITIVE_INFINITY;
  if (a.publishedLatest === null || b.publishedLatest === null) return Number.POSITIVE_INFINITY;
  return Math.max(a.publishedLatest, b.publishedLatest) - Math.min(a.publishedEarliest, b.publishedEarliest);
};

const dayText = ({ mention }: EventReport): string =>
  mention.earliest === mention.latest
    ? (mention.earliest ?? "no day")
    : `${mention.earliest ?? "…"}/${mention.latest ?? "…"}`;

/** Two towns are two places; a town and its country may be one. */
const compatiblePlaces = (a: EventReport, b: EventReport): string | null => {
  const [x, y] = [a.mention, b.mention];
  if (x.place_entity_id === null || y.place_entity_id === null) return "";
  if (x.place_entity_id === y.place_entity_id) return `the same place (${x.place ?? x.place_entity_id})`;
  const precise = (precision: string | null): boolean => precision === "city" || precision === "site";
  const stated = (basis: string | null): boolean => basis === "argument" || basis === "sentence";
  if (
    precise(x.place_precision) &&
    // A site ("the Kremlin") may lie in the town.
    x.place_precision === y.place_precision &&
    stated(x.place_basis) &&
    stated(y.place_basis)
  )
    return null;
  return "";
};
