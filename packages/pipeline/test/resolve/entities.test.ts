import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { resolveEntities } from "../../src/resolve/entities.js";
import type { EntityTally } from "../../src/resolve/entity-tally.js";

const tally = (over: Partial<EntityTally>): EntityTally => ({
  id: "x1",
  qid: null,
  name: "Meridian Wire",
  type: "ORG",
  country: null,
  lat: null,
  lon: null,
  mentions: {},
  surfaces: [],
  ...over,
});

const documents = [
  {
    published: "2013-09-14",
    entities: [tally({ mentions: { ORG: 2 }, surfaces: ["Meridian Wire", "Meridian"] })],
  },
  { published: null, entities: [tally({ mentions: { PERSON: 2 }, surfaces: ["Meridian"], country: "FRA" })] },
  {
    published: "2012-01-01",
    entities: [tally({ mentions: { PERSON: 1, ORG: 1 } }), tally({ id: "Q1", qid: "Q1", name: "Lima" })],
  },
];

describe("entities", () => {
  test("are counted over documents; type by vote, ties in the order of the types", () => {
    expect(resolveEntities(documents)).toEqual([
      expect.objectContaining({ entity_id: "Q1", type: "ORG", n_mentions: 0, n_documents: 1 }),
      {
        entity_id: "x1",
        qid: null,
        name: "Meridian Wire",
        type: "PERSON",
        country: "FRA",
        aliases: ["Meridian", "Meridian Wire"],
        lat: null,
        lon: null,
        n_mentions: 6,
        n_documents: 3,
        first_published: "2012-01-01",
        last_published: "2013-09-14",
      },
    ]);
  });

  test("the order of the documents does not show", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(documents, { minLength: documents.length }), (shuffled) => {
        expect(resolveEntities(shuffled)).toEqual(resolveEntities(documents));
      }),
    );
  });
});
