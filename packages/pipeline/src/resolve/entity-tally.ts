import type { Annotations, EntityType } from "@readout/model";

/** One document's sightings of an entity, counted. */
export type EntityTally = Readonly<{
  id: string;
  qid: string | null;
  name: string;
  type: EntityType;
  country: string | null;
  lat: number | null;
  lon: number | null;
  /** Mentions by the type they have in their place. */
  mentions: Readonly<Partial<Record<EntityType, number>>>;
  /** Names as written, each once, in text order; nominal mentions and pronouns are no names. */
  surfaces: readonly string[];
}>;

/** Counts a document's mentions by entity. Entities that only a quote or an event refers to have no mentions. */
export const tallyEntities = (text: string, { entities, mentions }: Annotations): readonly EntityTally[] => {
  const counted = entities.map((entity) => ({
    entity,
    mentions: {} as Partial<Record<EntityType, number>>,
    surfaces: new Set<string>(),
  }));
  for (const mention of mentions) {
    const tally = mention.entity === null ? undefined : counted[mention.entity];
    if (tally === undefined) continue;
    tally.mentions[mention.type] = (tally.mentions[mention.type] ?? 0) + 1;
    if (mention.form !== "nominal" && mention.form !== "pronoun") {
      tally.surfaces.add(text.slice(mention.start, mention.end).replace(/\s+/g, " "));
    }
  }
  return counted.map(({ entity, mentions: byType, surfaces }) => ({
    id: entity.id,
    qid: entity.qid,
    name: entity.name,
    type: entity.type,
    country: entity.country,
    lat: entity.lat,
    lon: entity.lon,
    mentions: byType,
    surfaces: [...surfaces],
  }));
};
