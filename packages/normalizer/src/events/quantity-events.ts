import type { EventMention, Quantity } from "@readout/model";

/**
 * Gives each quantity the event of its sentence that it measures: the one in whose participant it stands ("killed 20 people"),
 * else the nearest trigger before it, people going to events that hurt people first.
 */
export const linkQuantities = (
  quantities: readonly Quantity[],
  events: readonly EventMention[],
): readonly Quantity[] => {
  const bySentence = new Map<number, number[]>();
  events.forEach((event, index) => {
    const held = bySentence.get(event.sentence);
    if (held === undefined) bySentence.set(event.sentence, [index]);
    else held.push(index);
  });
  return quantities.map((quantity) => {
    const near = bySentence.get(quantity.sentence);
    if (near === undefined || quantity.event !== null) return quantity;
    const inside = near.filter((index) =>
      events[index]?.participants.some(
        ({ span }) => span !== null && span.start < quantity.end && quantity.start < span.end,
      ),
    );
    const found = inside[0] ?? nearestBefore(quantity, near, events);
    return found === undefined ? quantity : { ...quantity, event: found };
  });
};

const nearestBefore = (
  quantity: Quantity,
  near: readonly number[],
  events: readonly EventMention[],
): number | undefined => {
  const people = quantity.counted !== null || quantity.unit === "people";
  let best: number | undefined;
  for (const index of near) {
    const event = events[index];
    if (event === undefined || event.start > quantity.start) continue;
    if (people && event.type !== "ASSAULT" && best !== undefined) continue;
    best = index;
  }
  return best;
};
