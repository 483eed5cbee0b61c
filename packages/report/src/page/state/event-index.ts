import { absent } from "../../bundle/bundle-tables.js";
import type { Dataset } from "../data/dataset.js";
import { castOf, kindOf } from "../words/event-title.js";
import { type Family, familyOf } from "../words/families.js";
import { fold } from "../words/fold.js";
import { evidenceOf } from "../words/quoted.js";

/** What filters ask of events again and again, worked out once. */
export type EventIndex = Readonly<{
  /** Rows by day, those without one by the day they were first reported. */
  order: Int32Array;
  family: readonly Family[];
  /** First and last day on the timeline. */
  first: Int32Array;
  last: Int32Array;
  /** Whether the text states a day; else first and last are the publication's. */
  dated: Uint8Array;
  entities: readonly ReadonlySet<number>[];
  actorCountries: readonly (readonly string[])[];
  recipientCountries: readonly (readonly string[])[];
  /** All that can be looked up, folded; made when first asked for. */
  words: (event: number) => string;
}>;

export const indexEvents = (dataset: Dataset): EventIndex => {
  const { events } = dataset;
  const first = new Int32Array(events.rows);
  const last = new Int32Array(events.rows);
  const dated = new Uint8Array(events.rows);
  for (let event = 0; event < events.rows; event++) {
    const earliest = events.earliest[event] ?? absent;
    const latest = events.latest[event] ?? absent;
    const published = events.first_published[event] ?? absent;
    dated[event] = Number(earliest !== absent || latest !== absent);
    first[event] = earliest !== absent ? earliest : latest !== absent ? latest : published;
    last[event] = latest !== absent ? latest : (first[event] ?? absent);
  }
  const rows = Array.from({ length: events.rows }, (_, event) => event);
  const byDay = (a: number, b: number): number => (first[a] ?? 0) - (first[b] ?? 0) || a - b;
  const words: string[] = [];
  const partyWords = foldParties(dataset);
  return {
    order: Int32Array.from([
      ...rows.filter((event) => first[event] !== absent).sort(byDay),
      ...rows.filter((event) => first[event] === absent),
    ]),
    family: rows.map((event) => familyOf(events.type.at(event))),
    first,
    last,
    dated,
    entities: rows.map((event) => new Set([...events.actors.at(event), ...events.recipients.at(event)])),
    actorCountries: rows.map((event) => countriesOf(dataset, event, "actor")),
    recipientCountries: rows.map((event) => countriesOf(dataset, event, "recipient")),
    words: (event) => {
      words[event] ??= wordsOf(dataset, partyWords, event);
      return words[event];
    },
  };
};

/** As `dyads` has them: the countries of all its reports' participants. */
const countriesOf = (
  { mentionsOfEvent, participantsOf, participants }: Dataset,
  event: number,
  role: string,
): readonly string[] => {
  const found = new Set<string>();
  for (const mention of mentionsOfEvent.of(event)) {
    for (const row of participantsOf.of(mention)) {
      const country = participants.country.at(row);
      if (country !== null && participants.role.at(row) === role) found.add(country);
    }
  }
  return [...found].sort();
};

const wordsOf = (dataset: Dataset, partyWords: (entity: number) => string, event: number): string => {
  const { events } = dataset;
  const parties = [...events.actors.at(event), ...events.recipients.at(event)];
  const written = parties.length > 0 ? [] : Object.values(castOf(dataset, event)).flat();
  const own = [
    kindOf(dataset, event),
    events.type.at(event),
    events.place.at(event),
    ...written,
    evidenceOf(dataset, events.first_mention[event] ?? -1),
    events.event_id.at(event),
  ];
  return [fold(own.join(" ")), ...parties.map(partyWords)].join("");
};

/** The names of an entity, folded once however many events it takes part in. */
const foldParties = ({ entities }: Dataset): ((entity: number) => string) => {
  const folded: string[] = [];
  return (entity) => {
    folded[entity] ??= fold(`${entities.name.at(entity)} ${entities.aliases.at(entity)}`);
    return folded[entity];
  };
};
