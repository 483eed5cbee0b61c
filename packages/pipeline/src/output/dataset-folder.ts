import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
} from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { z } from "zod";
import { BuildError, isCode, reasonOf } from "../failure.js";

/** A dataset in the making: a folder beside its final place, on the same file system. */
export type Workshop = Readonly<{
  /** The folder to fill; what stands in it is published. */
  folder: string;
  /** Scratch beside it; gone when the build ends. */
  scratch: string;
  /** Puts the folder in its place, whole. */
  publish: () => void;
  /** Removes everything; harmless after publishing. */
  discard: () => void;
}>;

/**
 * Makes a place to build a dataset in. Throws a {@link BuildError} where `out` is something else than a dataset of Readout's or
 * an empty folder, or cannot be written. Clears up first, see {@link recoverDataset}.
 */
export const openWorkshop = (out: string): Workshop => {
  const target = resolve(out);
  try {
    makeFolders(dirname(target));
    recoverDataset(target);
    refuseForeign(target, out);
    const root = mkdtempSync(temporaryName(target));
    const folder = join(root, "dataset");
    const scratch = join(root, "scratch");
    mkdirSync(folder);
    mkdirSync(scratch);
    return {
      folder,
      scratch,
      publish: () => publish(root, folder, target, out),
      discard: () => discard(root, target),
    };
  } catch (error) {
    throw error instanceof BuildError
      ? error
      : new BuildError(`${out}: cannot be written: ${reasonOf(error)}`);
  }
};

/** Makes a folder and those above it. Node's own way to do that never ends where the system forbids it with ENOENT, as in /proc. */
const makeFolders = (path: string): void => {
  if (existsSync(path)) return;
  makeFolders(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  }
};

/** Whether a folder is a dataset that Readout wrote: a data package with a table of documents, and checksums. */
export const isDataset = (folder: string): boolean => {
  try {
    const described: unknown = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8"));
    const checked = readoutPackage.safeParse(described);
    return checked.success && existsSync(join(folder, "SHA256SUMS"));
  } catch {
    return false;
  }
};

const readoutPackage = z.object({
  resources: z
    .array(z.object({ name: z.string(), path: z.union([z.string(), z.array(z.string())]) }))
    .refine((resources) =>
      ["documents", "events", "diagnostics"].every((table) =>
        resources.some(({ name }) => name.split("-")[0] === table),
      ),
    ),
});

const refuseForeign = (target: string, out: string): void => {
  const found = lstatSync(target, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory()) throw new BuildError(`${out}: is no folder`);
  if (isEmptyOrGone(target) || isDataset(target)) return;
  // Another build may have set its dataset aside between these looks.
  if (!existsSync(target)) return;
  throw new BuildError(
    `${out}: is not a dataset of Readout's, and is left alone; name another folder or empty this one`,
  );
};

const isEmptyOrGone = (folder: string): boolean => {
  try {
    return readdirSync(folder).length === 0;
  } catch (error) {
    if (isCode(error, "ENOENT")) return true;
    throw error;
  }
};

/** Other builds that put a dataset there between our two renames; nobody loses that race so often. */
const mostAttempts = 20;

/**
 * Two renames, since no call swaps two folders: a kill between them leaves the old dataset under its second name, from where
 * {@link recoverDataset} brings it back. Both names lie in one folder, so that no power cut can keep the one rename and lose
 * half of the other. Where two builds end at once, both put their dataset there and the last one stays.
 */
const publish = (root: string, folder: string, target: string, out: string): void => {
  syncTree(folder);
  for (let attempt = 0; ; attempt++) {
    // Somebody may have put something there since the build began.
    refuseForeign(target, out);
    setAside(target, `${root}${oldEnding}${attempt}`);
    try {
      renameSync(folder, target);
      break;
    } catch (error) {
      if (!isCode(error, "ENOTEMPTY", "EEXIST") || attempt === mostAttempts) throw error;
    }
  }
  syncFolder(dirname(target));
  try {
    discard(root, target);
  } catch {
    // The dataset stands; what could not be removed beside it the next build removes.
  }
};

const setAside = (target: string, old: string): void => {
  try {
    if (readdirSync(target).length === 0) rmdirSync(target);
    else renameSync(target, old);
  } catch (error) {
    // Nothing is there, or another build was quicker to set it aside.
    if (!isCode(error, "ENOENT")) throw error;
  }
};

/** Removes what a build made beside its place; where that is empty, what was there before goes back. */
const discard = (root: string, target: string): void => {
  const parent = dirname(root);
  for (const name of readdirSync(parent)) {
    if (name.startsWith(`${basename(root)}${oldEnding}`)) putBack(join(parent, name), target);
  }
  rmSync(root, { recursive: true, force: true });
};

const putBack = (old: string, target: string): void => {
  if (existsSync(target) || !isDataset(old)) rmSync(old, { recursive: true, force: true });
  else renameSync(old, target);
};

/**
 * Clears what builds that were killed left beside a dataset, and brings back a dataset that such a build had set aside. What a
 * living process has there, or a process of another machine, is let alone.
 */
export const recoverDataset = (out: string): void => {
  const target = resolve(out);
  const parent = dirname(target);
  const prefix = `${basename(target)}.tmp-`;
  if (!existsSync(parent)) return;
  const abandoned = readdirSync(parent).filter(
    (name) => name.startsWith(prefix) && isAbandoned(name.slice(prefix.length)),
  );
  // What was set aside is put back before anything is removed.
  for (const name of abandoned) if (name.includes(oldEnding)) putBack(join(parent, name), target);
  for (const name of abandoned) rmSync(join(parent, name), { recursive: true, force: true });
};

/** Ending of the second name of a dataset that is being replaced. */
const oldEnding = "-old";

/**
 * Begin of the name of a temporary folder: machine, its start, process. All in the name, so that no kill and no power cut can
 * leave a folder whose maker nobody knows.
 */
const temporaryName = (target: string): string =>
  `${target}.tmp-${shortHash(hostname())}-${shortHash(bootId())}-${process.pid}-`;

/** Whether the process that made a temporary folder is gone; one of another machine cannot be asked. */
const isAbandoned = (rest: string): boolean => {
  const [, host, boot, pid] = /^([0-9a-f]{8})-([0-9a-f]{8})-(\d+)-/.exec(rest) ?? [];
  if (host !== shortHash(hostname())) return false;
  return boot !== shortHash(bootId()) || !isAlive(Number(pid));
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !isCode(error, "ESRCH");
  }
};

/** Tells one start of the machine from the next, since process ids begin anew; "" where the system does not say. */
const bootId = (): string => {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8");
  } catch {
    return "";
  }
};

const shortHash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 8);

const syncTree = (folder: string): void => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncTree(path);
    else syncPath(path, "r+");
  }
  syncFolder(folder);
};

/** Windows knows no sync of folders. */
const syncFolder = (folder: string): void => {
  if (process.platform !== "win32") syncPath(folder, "r");
};

const syncPath = (path: string, flags: "r" | "r+"): void => {
  const descriptor = openSync(path, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};
