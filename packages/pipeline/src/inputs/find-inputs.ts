import { type Dirent, lstatSync, opendirSync, readdirSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { type Diagnostic, diagnostic } from "@readout/model";
import { compareCodePoints } from "../code-point-order.js";
import { BuildError, isCode, portableReasonOf, reasonOf } from "../failure.js";
import { ending, type InputKind, inputKind } from "./input-kind.js";

/** A file to read, or `-` for standard input. */
export type InputFile = Readonly<{
  /** For opening: absolute, or `-`. */
  path: string;
  /** Path below the deepest common folder of all inputs, `/` between its parts. */
  source: string;
  /** Null where the name does not tell: the first bytes will. */
  kind: InputKind | null;
}>;

export type FoundInputs = Readonly<{
  /** By source, in code point order. */
  files: readonly InputFile[];
  /** What was met and not read. */
  skipped: readonly Readonly<{ source: string; diagnostic: Diagnostic }>[];
}>;

export type FindOptions = Readonly<{
  /** Absolute paths that are no input even inside an input folder: the output folder, sources.csv. */
  except: readonly string[];
}>;

/**
 * The files that the inputs of a build name: files as they are, folders with all that is below them. Links are not followed,
 * special files, the `*_files` folders of saved pages and folders that may not be read are skipped, each with a diagnostic; hidden
 * files are skipped like a shell's `*` does. Throws a {@link BuildError} where an input does not exist, or is a folder that may not be read.
 */
export const findInputs = (inputs: readonly string[], { except }: FindOptions): FoundInputs => {
  const roots = inputs.filter((input) => input !== "-").map((input) => rootOf(input));
  const common = commonFolder(roots.map(({ path, folder }) => (folder ? path : dirname(path))));
  const files = new Map<string, InputFile>();
  const skipped = new Map<string, Diagnostic>();
  const sourceOf = (path: string): string => relative(common, path).split(sep).join("/") || basename(path);
  const skip = (path: string, reason: Diagnostic): void => {
    if (!skipped.has(sourceOf(path))) skipped.set(sourceOf(path), reason);
  };
  const entriesOf = (folder: string): readonly Dirent[] => {
    try {
      return readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      skip(folder, diagnostic("unreadable", { reason: portableReasonOf(error) }));
      return [];
    }
  };
  const walk = (folder: string): void => {
    for (const entry of entriesOf(folder)) {
      const path = join(folder, entry.name);
      if (entry.name.startsWith(".") || except.includes(path)) continue;
      if (entry.isSymbolicLink()) skip(path, diagnostic("link_skipped"));
      else if (entry.isDirectory()) {
        if (entry.name.endsWith("_files")) skip(path, diagnostic("saved_page_folder_skipped"));
        else walk(path);
      } else if (!entry.isFile()) skip(path, diagnostic("special_file_skipped"));
      else {
        const kind = inputKind(entry.name);
        if (kind === null)
          skip(path, diagnostic("unknown_extension", { extension: ending(entry.name) || "none" }));
        else files.set(path, { path, source: sourceOf(path), kind });
      }
    }
  };
  for (const { path, folder } of roots) {
    if (folder) walk(path);
    // A file that is named outright is read whatever its ending.
    else files.set(path, { path, source: sourceOf(path), kind: inputKind(path) });
  }
  if (inputs.includes("-")) files.set("-", { path: "-", source: "-", kind: null });
  return {
    files: [...files.values()].sort((a, b) => compareCodePoints(a.source, b.source)),
    skipped: [...skipped]
      .map(([source, reason]) => ({ source, diagnostic: reason }))
      .sort((a, b) => compareCodePoints(a.source, b.source)),
  };
};

const rootOf = (input: string): Readonly<{ path: string; folder: boolean }> => {
  const path = resolve(input);
  try {
    // Links are not followed inside folders; an input that is itself a link was meant.
    const real = lstatSync(path).isSymbolicLink() ? realpathSync(path) : path;
    const folder = lstatSync(real).isDirectory();
    if (folder) opendirSync(real).closeSync();
    return { path: real, folder };
  } catch (error) {
    throw new BuildError(`${input}: ${isCode(error, "ENOENT") ? "no such file or folder" : reasonOf(error)}`);
  }
};

const commonFolder = (folders: readonly string[]): string => {
  const [first, ...rest] = folders.map((folder) => folder.split(sep));
  if (first === undefined) return resolve(".");
  let length = first.length;
  for (const parts of rest) {
    let shared = 0;
    while (shared < length && parts[shared] === first[shared]) shared++;
    length = shared;
  }
  return first.slice(0, length).join(sep) || sep;
};
