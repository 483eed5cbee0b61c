import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { recoverDataset } from "../../packages/pipeline/src/output/dataset-folder.js";
import { contentOf, folderOf } from "../pipeline/pages.js";
import { runReadout } from "../pipeline/run-readout.js";
import { manyPages } from "./many-pages.js";

const timeout = 1_200_000;

/** Moments at which builds are killed, spread evenly over the length of one. */
const kills = Number(process.env.READOUT_KILLS ?? 8);

const sources = ["first", "second"] as const;
type Source = (typeof sources)[number];

/** Two inputs, a cache that knows all their documents, and what their datasets are byte for byte. */
const prepare = async () => {
  const folder = folderOf({ ...manyPages(8, "first"), ...manyPages(9, "second") });
  const build = (source: Source, out = "out", during?: Parameters<typeof runReadout>[1]) =>
    runReadout(["build", source, "--out", out, "--workers", "1", "--cache", "cache"], {
      cwd: folder,
      ...during,
    });
  const content = new Map<Source, ReadonlyMap<string, string>>();
  let length = 0;
  for (const source of sources) {
    expect(await build(source, source === "first" ? "out" : "other")).toMatchObject({ code: 0 });
    const start = performance.now();
    expect(await build(source, source === "first" ? "out" : "other")).toMatchObject({ code: 0 });
    length = performance.now() - start;
    content.set(source, contentOf(join(folder, source === "first" ? "out" : "other")));
  }
  return { folder, out: join(folder, "out"), build, content, length };
};

/** Which input's dataset stands there, whole; null where it is neither's. */
const standing = (out: string, content: ReadonlyMap<Source, ReadonlyMap<string, string>>): Source | null => {
  const found = contentOf(out);
  const same = (expected: ReadonlyMap<string, string> | undefined): boolean =>
    expected?.size === found.size && [...found].every(([path, bytes]) => expected.get(path) === bytes);
  return sources.find((source) => same(content.get(source))) ?? null;
};

describe("kill -9", () => {
  test(
    `at ${kills} moments: the old dataset or the new one, whole, and nothing beside it after the next build`,
    async () => {
      const { folder, out, build, content, length } = await prepare();
      const outcomes = { old: 0, new: 0 };
      for (let i = 0; i < kills; i++) {
        const old = standing(out, content);
        const source = old === "first" ? "second" : "first";
        await build(source, "out", {
          during: (child) => setTimeout(() => child.kill("SIGKILL"), (length * (i + 0.5)) / kills),
        });
        // As every command does that is given a dataset that is not there.
        if (!existsSync(out)) recoverDataset(out);
        const now = standing(out, content);
        expect(sources, `kill ${i}`).toContain(now);
        outcomes[now === old ? "old" : "new"]++;
      }
      process.stdout.write(
        `killed ${kills} times: ${outcomes.old} old datasets, ${outcomes.new} new ones, none broken\n`,
      );
      expect(await build("first")).toMatchObject({ code: 0 });
      expect(standing(out, content)).toBe("first");
      expect(readdirSync(folder).sort()).toEqual(["cache", "first", "other", "out", "second"]);

      const both = await Promise.all([build("first"), build("second")]);
      expect(both.map(({ code, stderr }) => (code === 0 ? 0 : stderr))).toEqual([0, 0]);
      expect(sources).toContain(standing(out, content));
      expect(readdirSync(folder).sort()).toEqual(["cache", "first", "other", "out", "second"]);
    },
    timeout,
  );

  test.runIf(process.platform === "linux")(
    "while pages are annotated: the old dataset stays, no worker outlives its driver, the next build clears up",
    async () => {
      const folder = folderOf({ ...manyPages(300), ...manyPages(1, "first") });
      const args = ["--out", "out", "--workers", "2", "--format", "jsonl", "--cache", "none"];
      expect(await runReadout(["build", "first", ...args], { cwd: folder })).toMatchObject({ code: 0 });
      const before = contentOf(join(folder, "out"));
      let workers: readonly number[] = [];
      await runReadout(["build", "in", ...args], {
        cwd: folder,
        during: (child) => {
          const waiting = setInterval(() => {
            workers = child.pid === undefined ? [] : childrenOf(child.pid);
            if (workers.length < 2 && child.exitCode === null) return;
            clearInterval(waiting);
            child.kill("SIGKILL");
          }, 20);
        },
      });
      expect(workers).toHaveLength(2);
      for (let i = 0; i < 600 && workers.some((pid) => existsSync(`/proc/${pid}/exe`)); i++) await sleep(100);
      expect(workers.filter((pid) => existsSync(`/proc/${pid}/exe`))).toEqual([]);
      expect(contentOf(join(folder, "out"))).toEqual(before);
      expect(await runReadout(["build", "first", ...args], { cwd: folder })).toMatchObject({ code: 0 });
      expect(contentOf(join(folder, "out"))).toEqual(before);
      expect(readdirSync(folder).sort()).toEqual(["first", "in", "out"]);
    },
    timeout,
  );
});

const childrenOf = (pid: number): readonly number[] => {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
      .trim()
      .split(" ")
      .filter(Boolean)
      .map(Number);
  } catch {
    return [];
  }
};
