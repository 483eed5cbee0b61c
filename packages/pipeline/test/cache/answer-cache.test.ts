import { readdirSync, readFileSync, statSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nothingGiven } from "@readout/model";
import { describe, expect, test } from "vitest";
import { type AnswerCache, type CacheOptions, openAnswerCache } from "../../src/cache/answer-cache.js";
import type { Answer } from "../../src/worker/answer.js";
import type { OpenHead, SessionOptions } from "../../src/worker/protocol.js";
import { temporaryFolder } from "../temporary-folder.js";
import { emptyAnswer } from "../worker/empty-answer.js";

const engine = { code: "c".repeat(64), schema: "s".repeat(64) };
const session: SessionOptions = { layout: "page", text: "full" };

const headOf = (name: string): OpenHead => ({
  docId: `d${name}`,
  source: `${name}.txt`,
  sha256: name,
  format: "text",
  encoding: null,
  given: nothingGiven,
  diagnostics: [],
  depth: "full",
});

const answerOf = (name: string, bytes = 100): Answer => ({
  ...emptyAnswer,
  summary: { ...emptyAnswer.summary, docId: `d${name}` },
  lines: { ...emptyAnswer.lines, blocks: { rows: 1, bytes: Buffer.alloc(bytes, name) } },
  shingles: new Uint32Array([1, 2, 3]),
});

const open = (options: Partial<CacheOptions> & { folder: string }, warnings: string[] = []): AnswerCache =>
  openAnswerCache({ scope: "all", limit: null, ...options }, { engine, session }, (message) =>
    warnings.push(message),
  );

/** Keeps answers and closes the cache. */
const keep = (folder: string, ...names: readonly string[]): void => {
  const cache = open({ folder });
  for (const name of names) cache.keep(headOf(name), answerOf(name));
  cache.close();
};

const found = (folder: string, ...names: readonly string[]): readonly (string | null)[] => {
  const cache = open({ folder });
  const ids = names.map((name) => cache.read(headOf(name))?.summary.docId ?? null);
  cache.close();
  return ids;
};

const shardsOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".shard"))
    .map((name) => join(folder, name));

describe("answer cache", () => {
  test("gives what was kept, as it was, and nothing else", () => {
    const folder = temporaryFolder();
    keep(folder, "a", "b");
    const cache = open({ folder });
    expect(cache.read(headOf("b"))).toEqual(answerOf("b"));
    expect(cache.read(headOf("c"))).toBeNull();
  });

  test.each([
    ["bytes", { head: { sha256: "other" } }],
    ["name", { head: { source: "moved/a.txt" } }],
    ["date given from outside", { head: { given: { ...nothingGiven, published: 16_000 } } }],
    ["format", { head: { format: "html" } }],
    ["rules", { engine: { ...engine, code: "d".repeat(64) } }],
    ["rules, beyond what names the folder", { engine: { ...engine, code: `${"c".repeat(63)}d` } }],
    ["schema", { engine: { ...engine, schema: "t".repeat(64) } }],
    ["layout", { session: { ...session, layout: "plain" } }],
    ["text", { session: { ...session, text: "none" } }],
  ] as const)("another %s, another document", (_, changed) => {
    const folder = temporaryFolder();
    keep(folder, "a");
    const making = { engine, session, ...changed };
    const cache = openAnswerCache({ folder, scope: "all", limit: null }, making, () => undefined);
    const head = { ...headOf("a"), ...("head" in changed ? changed.head : {}) } as OpenHead;
    expect(cache.read(head)).toBeNull();
  });

  test("every bit of an answer is vouched for", () => {
    const folder = temporaryFolder();
    keep(folder, "a");
    const [shard = ""] = shardsOf(folder);
    const sound = readFileSync(shard);
    expect(found(folder, "a")).toEqual(["da"]);
    for (let at = 0; at < sound.length; at++) {
      const damaged = Buffer.from(sound);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(shard, damaged);
      expect(found(folder, "a")).toEqual([null]);
    }
  });

  test("a shard that was cut short keeps what came before the cut", () => {
    const folder = temporaryFolder();
    keep(folder, "a", "b", "c");
    const [shard = ""] = shardsOf(folder);
    const { size } = statSync(shard);
    for (const cut of [size - 1, size - 80, size - 200]) {
      truncateSync(shard, cut);
      expect(found(folder, "a", "b", "c")).toEqual(["da", "db", null]);
    }
    truncateSync(shard, 0);
    expect(found(folder, "a", "b", "c")).toEqual([null, null, null]);
  });

  test("two builds at once do not disturb each other, nor does a shard that vanishes", () => {
    const folder = temporaryFolder();
    const [one, other] = [open({ folder }), open({ folder })];
    one.keep(headOf("a"), answerOf("a"));
    other.keep(headOf("b"), answerOf("b"));
    const late = open({ folder });
    one.close();
    other.close();
    expect(late.read(headOf("a"))?.summary.docId).toBe("da");
    expect(found(folder, "a", "b")).toEqual(["da", "db"]);
    for (const shard of shardsOf(folder)) truncateSync(shard, 0);
    expect(late.read(headOf("b"))).toBeNull();
  });

  test("scopes are apart", () => {
    const folder = temporaryFolder();
    keep(folder, "a");
    expect(open({ folder, scope: "other" }).read(headOf("a"))).toBeNull();
  });

  test("over its limit the oldest shards go, of any scope, but not what this build used or wrote", () => {
    const folder = temporaryFolder();
    for (const [i, name] of ["a", "b", "c"].entries()) {
      const cache = open({ folder, scope: `s${i}` });
      cache.keep(headOf(name), answerOf(name, 1000));
      cache.close();
    }
    for (const shard of shardsOf(folder)) utimesSync(shard, 0, Number(/s(\d)-/.exec(shard)?.[1]) + 1);
    const warnings: string[] = [];
    const cache = open({ folder, scope: "s0", limit: 3000 }, warnings);
    expect(cache.read(headOf("a"))).not.toBeNull();
    cache.keep(headOf("d"), answerOf("d", 1000));
    cache.close();
    expect(warnings).toEqual([]);
    const scopes = shardsOf(folder).map((path) => /s\d(?=-)/.exec(path)?.[0]);
    expect(scopes.sort()).toEqual(["s0", "s0"]);
    // Nor do the folders stay that have nothing in them now.
    expect(readdirSync(folder)).toHaveLength(1);
    const tight = open({ folder, scope: "s0", limit: 10 }, warnings);
    tight.keep(headOf("e"), answerOf("e", 1000));
    tight.close();
    expect(warnings).toEqual(["cache: more than 1e-8 GB; later documents are not kept there"]);
  });

  test("no one else may read it", () => {
    const folder = join(temporaryFolder(), "cache");
    keep(folder, "a");
    const [shard = ""] = shardsOf(folder);
    expect(statSync(folder).mode & 0o77).toBe(0);
    expect(statSync(shard).mode & 0o77).toBe(0);
  });
});
