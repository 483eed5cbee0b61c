import { absent } from "../../bundle/bundle-tables.js";
import type { Dataset } from "../data/dataset.js";
import type { EventIndex } from "../state/event-index.js";
import { type Family, familyNames } from "../words/families.js";

/** Two who meet in events: how often, by family. `to` is the recipient where the pair has a direction. */
export type Pair<Party> = Readonly<{
  from: Party;
  to: Party;
  events: number;
  byFamily: Readonly<Record<Family, number>>;
}>;

/**
 * The rule of the table `dyads`, on the events given: each actor with each recipient; where there are no recipients, actors with each
 * other, once. That table takes actual events of a single day alone; here the filters say which.
 */
export const countPairs = <Party extends string | number>(
  events: Int32Array,
  index: EventIndex,
  partiesOf: (event: number) => Readonly<{ actors: readonly Party[]; recipients: readonly Party[] }>,
): readonly Pair<Party>[] => {
  const pairs = new Map<Party, Map<Party, Counted<Party>>>();
  const add = (from: Party, to: Party, family: Family): void => {
    const others = pairs.get(from) ?? new Map<Party, Counted<Party>>();
    const pair = others.get(to) ?? { from, to, events: 0, byFamily: none() };
    pair.events += 1;
    pair.byFamily[family] += 1;
    others.set(to, pair);
    pairs.set(from, others);
  };
  for (const event of events) {
    const family = index.family[event] ?? "contact";
    const { actors, recipients } = partiesOf(event);
    if (recipients.length > 0) {
      for (const actor of actors)
        for (const other of recipients) if (actor !== other) add(actor, other, family);
    } else {
      actors.forEach((actor, i) => {
        for (const other of actors.slice(i + 1)) add(actor, other, family);
      });
    }
  }
  return [...pairs.values()].flatMap((others) => [...others.values()]);
};

type Counted<Party> = { from: Party; to: Party; events: number; byFamily: Record<Family, number> };

const none = (): Record<Family, number> => ({ contact: 0, accord: 0, help: 0, dispute: 0, force: 0 });

export const countriesOf =
  (index: EventIndex) =>
  (event: number): Readonly<{ actors: readonly string[]; recipients: readonly string[] }> => ({
    actors: index.actorCountries[event] ?? [],
    recipients: index.recipientCountries[event] ?? [],
  });

export const entitiesOf =
  ({ events }: Dataset) =>
  (event: number): Readonly<{ actors: readonly number[]; recipients: readonly number[] }> => ({
    actors: [...events.actors.at(event)],
    recipients: [...events.recipients.at(event)].filter((row) => row !== absent),
  });

/** The family that most events of a pair belong to; of equal ones the first. */
export const mainFamily = (byFamily: Readonly<Record<Family, number>>): Family =>
  familyNames.reduce((most, family) => (byFamily[family] > byFamily[most] ? family : most));

/** The parties, those with the most events first. */
export const rankParties = <Party>(pairs: readonly Pair<Party>[]): readonly Party[] => {
  const totals = new Map<Party, number>();
  for (const { from, to, events } of pairs) {
    totals.set(from, (totals.get(from) ?? 0) + events);
    totals.set(to, (totals.get(to) ?? 0) + events);
  }
  return [...totals].sort(([, a], [, b]) => b - a).map(([party]) => party);
};
