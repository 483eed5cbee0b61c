import { readList, readNewsOutlets, readTable } from "@readout/model";
import { armedGroups } from "../generated/armed-groups.js";
import { organisations } from "../generated/organisations.js";
import type { FactCollector } from "./fact-collector.js";
import { readCell } from "./known-entity.js";
import { readType } from "./read-type.js";

/** Organisations, ministries, agencies, armed groups and news outlets. Where several states are named, the first counts. */
export const readOrganisations = (facts: FactCollector): void => {
  const common = ["name", "kind", "country", "qid", "aliases"] as const;
  for (const row of readTable(organisations, [...common, "type", "sector"])) {
    facts.entity(
      {
        lat: null,
        lon: null,
        population: 0,
        kind: "organisation",
        name: row.name,
        type: readType(row.type),
        qid: readCell(row.qid),
        country: readCell(row.country),
        sector: readCell(row.sector),
        sort: row.kind,
      },
      [row.name, ...readList(row.aliases)],
    );
  }
  for (const row of readTable(armedGroups, [...common, "sector"])) {
    facts.entity(
      {
        lat: null,
        lon: null,
        population: 0,
        kind: "group",
        name: row.name,
        type: "ORG",
        qid: readCell(row.qid),
        country: readList(row.country)[0] ?? null,
        sector: readCell(row.sector),
        sort: row.kind,
      },
      [row.name, ...readList(row.aliases)],
    );
  }
  for (const { name, kind, country, qid, inText, aliases } of readNewsOutlets()) {
    facts.entity(
      {
        lat: null,
        lon: null,
        population: 0,
        kind: "outlet",
        name,
        type: "ORG",
        qid,
        country,
        sector: "JRN",
        sort: kind,
      },
      [name, ...inText, ...aliases],
    );
  }
};
