import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import type { CacheOptions } from "./answer-cache.js";

/** Bytes that the user's own cache may take: answers to a hundred thousand pages or so. */
const defaultLimit = 4_000_000_000;

/**
 * What `--cache` stands for: `none`; a folder, which all builds that name it share and which may grow as it needs; or, left out,
 * the user's own cache folder, in which builds find what builds into the same output folder left.
 */
export const cacheOptions = (given: string | undefined, out: string): CacheOptions | null => {
  if (given === "none") return null;
  if (given !== undefined) return { folder: given, scope: "all", limit: null };
  const scope = createHash("sha256").update(resolve(out)).digest("hex").slice(0, 16);
  return { folder: userCache(), scope, limit: defaultLimit };
};

/** Where this system's programs keep what they can make again. */
export const userCache = (): string => {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME !== undefined && XDG_CACHE_HOME !== "") return join(XDG_CACHE_HOME, "readout");
  if (process.platform === "win32")
    return join(LOCALAPPDATA ?? join(homedir(), "AppData", "Local"), "readout", "cache");
  const caches = process.platform === "darwin" ? join("Library", "Caches") : ".cache";
  return join(homedir(), caches, "readout");
};
