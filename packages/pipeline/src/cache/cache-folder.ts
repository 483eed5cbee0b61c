import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
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
   * not even then: what this build used or wrote itself stays.
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
      const path = join(own, `${randomBytes(12).toString("hex")}${ending}`);
      spared.add(path);
      return path;
    },
    spare: (path) => spared.add(path),
    shrink: (limit) => {
      if (limit === Number.POSITIVE_INFINITY) return true;
      const shards = readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .flatMap(({ name }) => shardsIn(join(folder, name)))
        .flatMap(ageOf)
        .sort((a, b) => a.written - b.written);
      let total = shards.reduce((sum, { size }) => sum + size, 0);
      for (const { path, size } of shards) {
        if (total <= limit) break;
        if (spared.has(path)) continue;
        rmSync(path, { force: true });
        total -= size;
      }
      return total <= limit;
    },
  };
};

const shardsIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));

/** Nothing for a shard that another build has removed meanwhile. */
const ageOf = (path: string): readonly Readonly<{ path: string; size: number; written: number }>[] => {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? [] : [{ path, size: stat.size, written: stat.mtimeMs }];
};
