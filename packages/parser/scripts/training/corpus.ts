import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Gold for one page of the corpora; fields that a corpus lacks are absent. */
export type Gold = Readonly<{
  body?: string;
  title?: string | null;
  author?: string | readonly string[] | null;
  date?: string | null;
  url?: string;
  with?: readonly string[];
  without?: readonly string[];
}>;

/** One rendering of one page with its gold; `fold` depends on the page alone, so that renderings stay together. */
export type Sample = Readonly<{ id: string; rendering: string; text: string; gold: Gold; fold: number }>;

export const foldCount = 5;

/** Reads a collection (a folder with gold.json and one folder a rendering), in order of page ids. */
export const readCorpus = (folder: string, renderings: readonly string[]): readonly Sample[] => {
  const gold = JSON.parse(readFileSync(join(folder, "gold.json"), "utf8")) as Readonly<Record<string, Gold>>;
  const ids = Object.keys(gold).sort();
  const foldOf = new Map(ids.map((id, place) => [id, place % foldCount]));
  return renderings.flatMap((rendering) => {
    const there = new Set(readdirSync(join(folder, rendering)));
    return ids
      .filter((id) => there.has(`${id}.txt`))
      .map((id) => ({
        id,
        rendering,
        text: readFileSync(join(folder, rendering, `${id}.txt`), "utf8")
          .replaceAll("\r\n", "\n")
          .replaceAll("\r", "\n"),
        gold: gold[id] ?? {},
        fold: foldOf.get(id) ?? 0,
      }));
  });
};
