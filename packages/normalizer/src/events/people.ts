import type { Mention } from "@readout/model";
import type { EventLexicon } from "./event-lexicon.js";
import { sectorOfTitle } from "./sectors.js";

/** People of one document. */
export type People = Readonly<{
  /** The first mention that ends in a name. */
  byLastName: ReadonlyMap<string, number>;
  /** Entities that bear the title of a leader somewhere on the page. */
  leaders: ReadonlySet<number>;
  /** Sectors of entities by the titles that the page gives them: "Senator" LEG. */
  sectors: ReadonlyMap<number, string>;
}>;

export const peopleOf = (mentions: readonly Mention[], text: string, lexicon: EventLexicon): People => {
  const byLastName = new Map<string, number>();
  const leaders = new Set<number>();
  const sectors = new Map<number, string>();
  mentions.forEach(({ type, entity, roleTitle, start, end }, index) => {
    if (entity === null) return;
    if (type === "PERSON") {
      const last = /[^\s-]+$/.exec(text.slice(start, end))?.[0] ?? "";
      if (!byLastName.has(last)) byLastName.set(last, index);
    }
    if (roleTitle === null) return;
    if (roleTitle.split(/[\s-]+/).some((word) => lexicon.isLeaderTitle(word))) leaders.add(entity);
    const sector = sectorOfTitle(roleTitle, lexicon);
    if (sector !== null && !sectors.has(entity)) sectors.set(entity, sector);
  });
  return { byLastName, leaders, sectors };
};
