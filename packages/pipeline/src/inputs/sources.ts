import { existsSync } from "node:fs";
import { dirname, join, posix, resolve } from "node:path";
import { type Diagnostic, diagnostic, type Given, isoDay } from "@readout/model";
import { z } from "zod";
import type { InputFile } from "./find-inputs.js";
import { readGiven } from "./given.js";
import { readSourcesCsv } from "./sources-csv.js";

/** A row of sources.csv; all but `file` may be missing or empty, further columns are left alone. */
const sourcesRow = z.object({
  file: z.string().trim().min(1),
  url: z.string().optional(),
  title: z.string().optional(),
  publisher: z.string().optional(),
  published: z.string().optional(),
});

/** What sources.csv says of the inputs, by the input's path, and what is wrong with it. */
export type Sources = Readonly<{
  givenOf: ReadonlyMap<string, Given>;
  diagnostics: readonly Readonly<{ source: string; diagnostic: Diagnostic }>[];
}>;

/**
 * Reads the files that say from outside where inputs come from. `file` is a path relative to the CSV, else a base name that
 * only one input has. Throws a {@link BuildError} where a named CSV does not exist or is no CSV.
 */
export const readSources = (csvPaths: readonly string[], inputs: readonly InputFile[]): Sources => {
  const byPath = new Map(inputs.map((input) => [input.path, input]));
  const byName = new Map<string, InputFile[]>();
  for (const input of inputs) {
    const name = posix.basename(input.source);
    const named = byName.get(name);
    if (named === undefined) byName.set(name, [input]);
    else named.push(input);
  }
  const givenOf = new Map<string, Given>();
  const diagnostics: { source: string; diagnostic: Diagnostic }[] = [];
  for (const csvPath of csvPaths) {
    const source = posix.basename(csvPath.replaceAll("\\", "/"));
    const report = (
      code: Parameters<typeof diagnostic>[0],
      params: Record<string, string | number>,
    ): void => {
      diagnostics.push({ source, diagnostic: diagnostic(code, params) });
    };
    const { rows, diagnostics: read } = readSourcesCsv(csvPath);
    for (const one of read) diagnostics.push({ source, diagnostic: one });
    if (rows === null) report("sources_invalid", { line: 1, reason: "no column file" });
    for (const { line, row } of rows ?? []) {
      const checked = sourcesRow.safeParse(row);
      if (!checked.success) {
        report("sources_invalid", { line, reason: "no file named" });
        continue;
      }
      const { file, ...fields } = checked.data;
      const path = resolve(dirname(csvPath), file);
      const exact = byPath.get(path);
      const named = exact === undefined ? (byName.get(posix.basename(file)) ?? []) : [exact];
      const [input] = named;
      const { given, noDate } = readGiven(fields);
      if (named.length > 1) report("sources_ambiguous", { file, count: named.length });
      else if (input === undefined) {
        // A row about a file that exists and is not part of this build is no mistake.
        if (!existsSync(path)) report("sources_unmatched", { file });
      } else {
        if (noDate !== null)
          report("sources_invalid", { line, reason: `published is no ISO date: ${noDate}` });
        const before = givenOf.get(input.path);
        const merged = before === undefined ? { given, diagnostics: [] } : mergeGiven(before, given);
        givenOf.set(input.path, merged.given);
        for (const conflict of merged.diagnostics) {
          diagnostics.push({ source: input.source, diagnostic: conflict });
        }
      }
    }
  }
  return { givenOf, diagnostics };
};

/** The sources.csv inside or beside each input, where there is one. */
export const findSources = (inputs: readonly string[]): readonly string[] => {
  const found = new Set<string>();
  for (const input of inputs) {
    if (input === "-") continue;
    const place = [join(resolve(input), "sources.csv"), join(dirname(resolve(input)), "sources.csv")].find(
      (path) => existsSync(path),
    );
    if (place !== undefined) found.add(place);
  }
  return [...found];
};

/** `first` where it says something, else `second`; and where both speak and differ, a diagnostic. */
export const mergeGiven = (
  first: Given,
  second: Given,
): Readonly<{ given: Given; diagnostics: readonly Diagnostic[] }> => ({
  given: {
    url: first.url ?? second.url,
    title: first.title ?? second.title,
    publisher: first.publisher ?? second.publisher,
    published: first.published ?? second.published,
    publishedAt: first.published === null ? second.publishedAt : first.publishedAt,
  },
  diagnostics: contradictions(first, second),
});

const contradictions = (first: Given, second: Given): readonly Diagnostic[] =>
  (["url", "title", "publisher", "published"] as const).flatMap((field) => {
    const given = shown(first[field]);
    const other = shown(second[field]);
    return given === null || other === null || given === other
      ? []
      : [diagnostic("sources_contradiction", { field, given, other })];
  });

const shown = (value: string | number | null): string | null =>
  typeof value === "number" ? isoDay(value) : value;
