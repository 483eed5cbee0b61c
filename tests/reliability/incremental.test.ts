import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contentOf, folderOf, pages } from "../pipeline/pages.js";
import { type Run, runReadout } from "../pipeline/run-readout.js";
import { manyPages } from "./many-pages.js";

const timeout = 120_000;

/** Documents that a build took from the cache; NaN where it did not say. */
const fromCache = ({ stderr }: Run): number => Number(/\((\d+) from the cache/.exec(stderr)?.[1]);

const shardsIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".shard"))
        .map((name) => join(folder, name))
    : [];

const bytesIn = (folder: string): number =>
  shardsIn(folder).reduce((sum, path) => sum + statSync(path).size, 0);

const buildIn = (folder: string) => {
  const build = (out: string, ...args: readonly string[]): Promise<Run> =>
    runReadout(["build", "in", "--out", out, "--workers", "1", "--format", "jsonl,csv", ...args], {
      cwd: folder,
    });
  /** The same build with nothing known from before. */
  const fresh = async (): Promise<ReadonlyMap<string, string>> => {
    expect(await build("fresh", "--cache", "none")).toMatchObject({ code: 0 });
    return contentOf(join(folder, "fresh"));
  };
  return { build, fresh };
};

describe("builds go on where others were", () => {
  test(
    "one page more costs one page, and so does another date from outside; the bytes are those of a build without a cache",
    async () => {
      const folder = folderOf({
        ...manyPages(20),
        "in/sources.csv": "file,publisher\n0003.txt,The Harbour Courier\n",
      });
      const { build, fresh } = buildIn(folder);
      expect(fromCache(await build("out", "--cache", "cache"))).toBe(0);
      const size = bytesIn(join(folder, "cache"));
      writeFileSync(join(folder, "in/0007b.txt"), pages["a-report.txt"] ?? "");
      writeFileSync(
        join(folder, "in/sources.csv"),
        "file,publisher,published\n0003.txt,The Harbour Courier,2013-09-14\n",
      );
      expect(fromCache(await build("out", "--cache", "cache"))).toBe(19);
      expect(bytesIn(join(folder, "cache")) - size).toBeLessThan(size / 5);
      expect(contentOf(join(folder, "out"))).toEqual(await fresh());
    },
    timeout,
  );

  test(
    "a build that was killed is taken up, and a damaged cache is not believed",
    async () => {
      const folder = folderOf(manyPages(30));
      const cache = join(folder, "cache");
      const { build, fresh } = buildIn(folder);
      const killed = await runReadout(["build", "in", "--out", "out", "--workers", "1", "--cache", "cache"], {
        cwd: folder,
        during: (child) => {
          const waiting = setInterval(() => {
            if (child.exitCode === null && bytesIn(cache) < 50_000) return;
            clearInterval(waiting);
            child.kill("SIGKILL");
          }, 5);
        },
      });
      expect(killed.signal).toBe("SIGKILL");
      expect(existsSync(join(folder, "out"))).toBe(false);
      const resumed = await build("out", "--cache", "cache");
      expect(resumed.code).toBe(0);
      const known = fromCache(resumed);
      expect(known).toBeGreaterThan(2);
      expect(known).toBeLessThan(30);
      const expected = await fresh();
      expect(contentOf(join(folder, "out"))).toEqual(expected);
      for (const shard of shardsIn(cache)) {
        const bytes = readFileSync(shard);
        for (let at = 5000; at < bytes.length; at += 40_000) bytes[at] = (bytes[at] ?? 0) ^ 255;
        writeFileSync(shard, bytes);
      }
      const wary = await build("out", "--cache", "cache");
      expect(fromCache(wary)).toBeLessThan(30);
      expect(contentOf(join(folder, "out"))).toEqual(expected);
    },
    timeout,
  );

  test("a cache that cannot be is said before any work is done", async () => {
    const folder = folderOf({ ...manyPages(1), blocked: "a file" });
    const run = await buildIn(folder).build("out", "--cache", "blocked");
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/^readout: blocked: no place for a cache: .*; --cache none builds without\n$/);
    expect(readdirSync(folder).sort()).toEqual(["blocked", "in"]);
  });
});
