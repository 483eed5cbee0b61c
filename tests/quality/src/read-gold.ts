import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { type GoldPage, goldPage } from "./gold-page.js";

/** Every gold page of a folder, in order of file name. Files that begin with an underscore hold gold of another kind. */
export const readGold = (folder: string): readonly GoldPage[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".yaml") && !name.startsWith("_"))
    .sort()
    .map((name) => check(name, goldPage, parse(readFileSync(join(folder, name), "utf8"))));

/** Groups of pages that carry the same report (`_duplicates.yaml`); a page in no group has none. */
export const readDuplicates = (folder: string): readonly (readonly string[])[] =>
  check(
    "_duplicates.yaml",
    z.array(z.array(z.string()).min(2)),
    parse(readFileSync(join(folder, "_duplicates.yaml"), "utf8")),
  );

const check = <S extends z.ZodType>(name: string, schema: S, value: unknown): z.output<S> => {
  const result = schema.safeParse(value);
  if (!result.success) throw new Error(`${name}: ${z.prettifyError(result.error)}`);
  return result.data;
};
