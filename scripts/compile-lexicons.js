/**
 * Turns every lexicon/**\/*.tsv of one package into src/generated/<name>.ts, a module with the table's text as
 * one string, so that a package needs no file system to find its words (a browser bundle works too).
 *
 *     node scripts/compile-lexicons.js packages/normalizer
 *
 * lexicon/en/months.tsv becomes src/generated/months.ts with `export const months`. Names must be unique in a
 * package. Files whose text has not changed are left alone, so that incremental type checks stay incremental.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";

const root = resolve(process.argv[2] ?? ".");
const source = join(root, "lexicon");
const target = join(root, "src", "generated");

const camel = (name) => name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());

const tables = existsSync(source)
  ? readdirSync(source, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".tsv"))
      .sort()
  : [];
const wanted = new Set();
if (tables.length > 0) mkdirSync(target, { recursive: true });
for (const path of tables) {
  const name = basename(path, ".tsv");
  const file = `${name}.ts`;
  if (wanted.has(file)) throw new Error(`${root}: two lexicons are called ${name}`);
  wanted.add(file);
  const text = readFileSync(join(source, path), "utf8").replaceAll("\r\n", "\n");
  const code = `// Generated from lexicon/${path.replaceAll("\\", "/")}: edit that file.\nexport const ${camel(name)}: string = ${JSON.stringify(text)};\n`;
  const out = join(target, file);
  if (!existsSync(out) || readFileSync(out, "utf8") !== code) writeFileSync(out, code);
}
if (existsSync(target)) {
  for (const file of readdirSync(target))
    if (!wanted.has(file) && file.endsWith(".ts")) rmSync(join(target, file));
}
