/**
 * Draws event rows to be read by eye. Builds the datasets of the repository, and the news articles of a folder given after
 * the seed, and prints as many rows as wanted, one in a line of JSON, with evidence; the verdicts go to events-precision.tsv,
 * which holds keys and codes alone.
 *
 *     npx tsx --conditions=@readout/source tests/quality/draw-events.ts SEED OWN READ [FOLDER of .txt …]
 *
 * OWN rows come from the datasets, READ from the folders; a set that has too few gives all. The same seed, build and folders give
 * the same rows.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, runReadout } from "./src/build-dataset.js";

type Mention = Readonly<Record<string, unknown>> & Readonly<{ event_mention_id: string; doc_id: string }>;
type Participant = Readonly<{
  event_mention_id: string;
  role: string;
  text: string | null;
  name: string | null;
}>;

const [seedText, ownText, readText, ...folders] = process.argv.slice(2);
if (seedText === undefined || ownText === undefined || readText === undefined)
  throw new Error("usage: draw-events.ts SEED OWN READ [FOLDER …]");

/** A linear congruential generator (Numerical Recipes): enough to shuffle, and the same everywhere. */
let state = Number(seedText) >>> 0;
const random = (): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};

const shuffled = <T>(rows: readonly T[]): readonly T[] => {
  const all = [...rows];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [all[i], all[j]];
    if (a !== undefined && b !== undefined) [all[i], all[j]] = [b, a];
  }
  return all;
};

const readRows = <T>(folder: string, table: string): readonly T[] =>
  readFileSync(join(folder, "jsonl", `${table}.jsonl`), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);

const temporary = mkdtempSync(join(tmpdir(), "readout-draw-"));
let built = 0;
const rowsOf = (inputs: readonly string[], layout: string): readonly string[] => {
  const out = join(temporary, `build-${built++}`);
  runReadout(["build", ...inputs, "--out", out, "--format", "jsonl", "--layout", layout]);
  const participants = readRows<Participant>(out, "participants");
  const mentions = [...readRows<Mention>(out, "event_mentions")].sort((a, b) =>
    a.event_mention_id < b.event_mention_id ? -1 : 1,
  );
  return mentions.map((row) => {
    const side = (role: string): readonly string[] =>
      participants
        .filter((one) => one.event_mention_id === row.event_mention_id && one.role === role)
        .map((one) => (one.text === one.name ? `${one.text}` : `${one.text} (${one.name})`));
    const { event_mention_id: key, type, mode, status, text, rule, evidence, earliest, latest } = row;
    const dates = earliest === latest ? earliest : `${earliest}..${latest}`;
    return JSON.stringify({
      key,
      type,
      mode,
      status,
      text,
      actors: side("actor"),
      recipients: side("recipient"),
      dates,
      rule,
      evidence,
    });
  });
};

try {
  const raw = readdirSync(join(root, "datasets"), { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map((one) => join(root, "datasets", one.name, "raw"));
  const own = shuffled(rowsOf(raw, "page"));
  const read = folders.length === 0 ? [] : shuffled(rowsOf(folders, "plain"));
  for (const row of [...own.slice(0, Number(ownText)), ...read.slice(0, Number(readText))]) console.log(row);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
