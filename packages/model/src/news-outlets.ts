import { newsOutlets as table } from "./generated/news-outlets.js";
import { readList, readTable } from "./lexicon.js";

/** What an outlet is: the column `kind` of lexicon/news-outlets.tsv. */
export const outletKinds = [
  "agency",
  "aggregator",
  "broadcaster",
  "government site",
  "IGO site",
  "magazine",
  "newspaper",
  "online",
  "radio",
  "state broadcaster",
  "state media",
  "television",
  "think-tank site",
  "trade",
] as const;

export type OutletKind = (typeof outletKinds)[number];

/** An outlet or agency and the ways in which it is written. */
export type NewsOutlet = Readonly<{
  name: string;
  kind: OutletKind;
  /** ISO 3166 alpha-3; null where it is not known. */
  country: string | null;
  /** Wikidata's identifier; null where no source gives one. */
  qid: string | null;
  /** Its other names, wherever they stand: `New York Times`. */
  aliases: readonly string[];
  /** Names that mean it in the text of an article and are too short to tell on a page round it: `AP`, `Post`. */
  inText: readonly string[];
  /** Names by which a page tells its own outlet and which an article may use for another: `The Observer`. */
  onPage: readonly string[];
}>;

/** The rows of lexicon/news-outlets.tsv, in their order. */
export const readNewsOutlets = (): readonly NewsOutlet[] =>
  readTable(table, ["name", "kind", "country", "qid", "aliases", "in_text", "on_page"]).map((row) => {
    const kind = outletKinds.find((known) => known === row.kind);
    if (kind === undefined) throw new Error(`outlet "${row.name}" has an unknown kind "${row.kind}"`);
    return {
      name: row.name,
      kind,
      country: row.country === "" ? null : row.country,
      qid: row.qid === "" ? null : row.qid,
      aliases: readList(row.aliases),
      inText: readList(row.in_text),
      onPage: readList(row.on_page),
    };
  });
