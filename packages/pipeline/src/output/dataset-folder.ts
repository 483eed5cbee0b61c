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
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { z } from "zod";
import { BuildError } from "../failure.js";

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

const ownerFile = "owner.json";
const owner = z.object({ pid: z.number(), host: z.string() });

/**
 * Makes a place to build a dataset in. Throws a {@link BuildError} where `out` is something else than a dataset of Readout's or
 * an empty folder, or cannot be written. Leftovers of builds that were killed are cleared, and a dataset that such a
 * build had moved out of the way is moved back.
 */
export const openWorkshop = (out: string): Workshop => {
  const target = resolve(out);
  const parent = dirname(target);
  const prefix = `${basename(target)}.tmp-`;
  try {
    mkdirSync(parent, { recursive: true });
    recover(target, parent, prefix);
    refuseForeign(target, out);
    const root = mkdtempSync(join(parent, `${prefix}${process.pid}-`));
    writeFileSync(join(root, ownerFile), JSON.stringify({ pid: process.pid, host: hostname() }));
    const folder = join(root, "dataset");
    const scratch = join(root, "scratch");
    mkdirSync(folder);
    mkdirSync(scratch);
    return {
      folder,
      scratch,
      publish: () => publish(root, folder, target, out),
      discard: () => rmSync(root, { recursive: true, force: true }),
    };
  } catch (error) {
    throw error instanceof BuildError
      ? error
      : new BuildError(`${out}: cannot be written: ${messageOf(error)}`);
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
  if (!existsSync(target)) return;
  if (!lstatSync(target).isDirectory()) throw new BuildError(`${out}: is no folder`);
  if (readdirSync(target).length > 0 && !isDataset(target)) {
    throw new BuildError(
      `${out}: is not a dataset of Readout's, and is left alone; name another folder or empty this one`,
    );
  }
};

/**
 * Two renames, since no call swaps two folders: a kill between them leaves the old dataset under its second name inside the
 * temporary folder, from where {@link recover} brings it back.
 */
const publish = (root: string, folder: string, target: string, out: string): void => {
  syncTree(folder);
  // Somebody may have put something there since the build began.
  refuseForeign(target, out);
  const old = join(root, "old");
  if (existsSync(target)) {
    if (readdirSync(target).length === 0) rmdirSync(target);
    else renameSync(target, old);
  }
  renameSync(folder, target);
  syncFolder(dirname(target));
  rmSync(root, { recursive: true, force: true });
};

const recover = (target: string, parent: string, prefix: string): void => {
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(prefix)) continue;
    const root = join(parent, name);
    if (!isAbandoned(root)) continue;
    const old = join(root, "old");
    if (!existsSync(target) && isDataset(old)) renameSync(old, target);
    rmSync(root, { recursive: true, force: true });
  }
};

/** Whether the process that made a temporary folder is gone; on another machine it cannot be asked. */
const isAbandoned = (root: string): boolean => {
  try {
    const made = owner.parse(JSON.parse(readFileSync(join(root, ownerFile), "utf8")));
    if (made.host !== hostname()) return false;
    process.kill(made.pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
};

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

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
