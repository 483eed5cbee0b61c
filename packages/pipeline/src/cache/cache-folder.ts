import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, rmdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { isCode } from "../failure.js";
import type { Engine } from "../worker/protocol.js";

/** The shards of a cache. Answers of one scope and engine lie in one folder, since no other has any use for them. */
export type CacheFolder = Readonly<{
  /** Paths of the shards of this scope and engine. */
  shards: () => readonly string[];
  /** A path for a new shard. */
  newShard: () => string;
  /** Says that a shard was of use to this build, which spares it. */
  spare: (path: string) => void;
  /**
   * Removes shards of any scope and engine, those written first at first, until all together are within the limit. False where they are
   * not even then: what this build used or wrote itself stays. Folders with nothing in them go as well.
   */
  shrink: (limit: number) => boolean;
}>;

const ending = ".shard";

/** Makes the folder where it is missing, for its owner alone: texts of pages lie in it. */
export const openCacheFolder = (folder: string, scope: string, { code, schema }: Engine): CacheFolder => {
  const own = join(folder, `${scope}-${code.slice(0, 16)}-${schema.slice(0, 8)}`);
  mkdirSync(own, { recursive: true, mode: 0o700 });
  const spared = new Set<string>();
  return {
    shards: () => shardsIn(own),
    newShard: () => {
      // Another build may have found it empty and cleared it away.
      mkdirSync(own, { recursive: true, mode: 0o700 });
      const path = join(own, `${randomBytes(12).toString("hex")}${ending}`);
      spared.add(path);
      return path;
    },
    spare: (path) => spared.add(path),
    shrink: (limit) => {
      const folders = readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => join(folder, name));
      const shards = folders
        .flatMap(shardsIn)
        .flatMap(ageOf)
        .sort((a, b) => a.written - b.written);
      let total = shards.reduce((sum, { size }) => sum + size, 0);
      for (const { path, size } of shards) {
        if (total <= limit) break;
        if (spared.has(path)) continue;
        rmSync(path, { force: true });
        total -= size;
      }
      folders.forEach(removeIfEmpty);
      return total <= limit;
    },
  };
};

/** A folder for each engine and output folder there ever was would be left behind. */
const removeIfEmpty = (folder: string): void => {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!isCode(error, "ENOTEMPTY", "EEXIST", "ENOENT")) throw error;
  }
};

const shardsIn = (folder: string): readonly string[] =>
  namesIn(folder)
    .filter((name) => name.endsWith(ending))
    .toSorted()
    .map((name) => join(folder, name));

/** Nothing for a folder that another build has removed meanwhile. */
const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isCode(error, "ENOENT")) return [];
    throw error;
  }
};

/** Nothing for a shard that another build has removed meanwhile. */
const ageOf = (path: string): readonly Readonly<{ path: string; size: number; written: number }>[] => {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? [] : [{ path, size: stat.size, written: stat.mtimeMs }];
};
