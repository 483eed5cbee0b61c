/**
 * Keeps datasets/datasets.lock.json: what every table of every dataset came to when it was last built.
 *
 *     npm run lock:datasets                after npm run build: writes the file
 *     npm run lock:datasets -- --check     compares; ends with 1 and one line a difference
 *
 * Of a table it holds the rows, the bytes and the SHA-256 of the JSON lines, and of the other formats the bytes alone:
 * they are made of the same rows, and their bytes tell whether a writer changed. So a change in a rule shows in review
 * as the tables that it changed.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../datasets", import.meta.url));
const lockFile = join(root, "datasets.lock.json");
const built = measureDatasets();

if (process.argv.includes("--check")) {
  const locked = existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, "utf8")) : {};
  const differences = compare(flatten(locked), flatten(built));
  for (const line of differences) console.log(line);
  if (differences.length > 0) {
    console.log(
      `\n${differences.length} differences. If they are meant: npm run lock:datasets, and commit the file.`,
    );
    process.exitCode = 1;
  } else console.log(`${Object.keys(built).length} datasets as locked`);
} else {
  writeFileSync(lockFile, `${JSON.stringify(built, null, 2)}\n`);
  console.log(`${Object.keys(built).length} datasets written to datasets/datasets.lock.json`);
}

/** `{ dataset: { table: { rows, bytes, sha256, csv, arrow, parquet } } }`, names in code unit order. */
function measureDatasets() {
  const names = readdirSync(root)
    .filter((name) => existsSync(join(root, name, "dataset.json")))
    .sort();
  return Object.fromEntries(names.map((name) => [name, measureTables(join(root, name, "dist"))]));
}

function measureTables(dist) {
  const folder = join(dist, "jsonl");
  if (!existsSync(folder)) throw new Error(`${dist} is not built: npm run build`);
  const files = readdirSync(folder).sort();
  return Object.fromEntries(
    files.map((file) => {
      const table = file.replace(".jsonl", "");
      return [table, { ...measureLines(join(folder, file)), ...otherFormats(dist, table) }];
    }),
  );
}

function measureLines(path) {
  const bytes = readFileSync(path);
  let rows = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) rows += 1;
  return { rows, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function otherFormats(dist, table) {
  const sizes = ["csv", "arrow", "parquet"].map((format) => {
    const path = join(dist, format, `${table}.${format}`);
    return [format, existsSync(path) ? statSync(path).size : null];
  });
  return Object.fromEntries(sizes.filter(([, size]) => size !== null));
}

/** `dataset/table field` → value, so that any difference is one line. */
function flatten(datasets) {
  const fields = new Map();
  for (const [dataset, tables] of Object.entries(datasets)) {
    for (const [table, measured] of Object.entries(tables)) {
      for (const [field, value] of Object.entries(measured))
        fields.set(`${dataset}/${table} ${field}`, value);
    }
  }
  return fields;
}

function compare(locked, now) {
  const names = [...new Set([...locked.keys(), ...now.keys()])].sort();
  return names
    .filter((name) => locked.get(name) !== now.get(name))
    .map((name) => `${name}: ${shorten(locked.get(name))} → ${shorten(now.get(name))}`);
}

function shorten(value) {
  if (value === undefined) return "absent";
  return typeof value === "string" ? value.slice(0, 12) : String(value);
}
