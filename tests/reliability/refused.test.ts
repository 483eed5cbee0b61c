import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contentOf, folderOf } from "../pipeline/pages.js";
import { ownCache, readoutBin, runReadout } from "../pipeline/run-readout.js";
import { manyPages } from "./many-pages.js";

const timeout = 120_000;

/** Runs a line of bash in a folder; `$readout` is the command. */
const bash = (line: string, cwd: string) => {
  const { status, stdout, stderr } = spawnSync("bash", ["-c", line], {
    cwd,
    encoding: "utf8",
    env: { ...ownCache, readout: `${process.execPath} ${readoutBin}` },
  });
  return { status, stdout, stderr };
};

/** Whether file systems can be mounted here, in a name space of one's own. */
const mayMount =
  process.platform === "linux" &&
  spawnSync("bash", ["-c", "unshare -rm mount -t tmpfs tmpfs /mnt"]).status === 0;

/** Not English, so that it is quick: a text of several megabytes that fills tables. */
const bulk =
  "Ulkoministeri tapasi maanantaina kollegansa Helsingissä ja keskusteli rauhanneuvotteluista.\n\n".repeat(
    40_000,
  );

describe("what the system refuses is said, and the old dataset stays", () => {
  test.runIf(mayMount)(
    "a disk of 16 MB that is full",
    () => {
      const folder = folderOf({ ...manyPages(1, "small"), "large/page.txt": bulk });
      const script = [
        "set -e; mkdir disk; mount -t tmpfs -o size=16m tmpfs disk",
        "$readout build small --out disk/out --workers 1 --cache none",
        "before=$(cat disk/out/SHA256SUMS)",
        "code=0; $readout build large --out disk/out --workers 1 --cache none || code=$?",
        'test "$before" = "$(cat disk/out/SHA256SUMS)"; $readout validate disk/out; ls disk; exit $code',
      ].join("\n");
      const run = bash(`unshare -rm bash -c '${script}'`, folder);
      expect(run.stderr).toContain("readout: no space left on the device; nothing was written\n");
      expect(run).toMatchObject({ status: 1, stdout: "out\n" });
    },
    timeout,
  );

  test.runIf(mayMount)(
    "a cache that is full costs the cache alone",
    () => {
      const folder = folderOf(manyPages(6));
      const script = [
        "set -e; mkdir disk; mount -t tmpfs -o size=64k tmpfs disk",
        "$readout build in --out out --workers 1 --format jsonl --cache disk/cache",
        "$readout build in --out again --workers 1 --format jsonl --cache disk/cache",
        "diff -r out again",
      ].join("\n");
      const run = bash(`unshare -rm bash -c '${script}'`, folder);
      expect(run.stderr).toMatch(/^cache: .*; later documents are not kept there$/m);
      expect(run.stderr).toMatch(/again: 6 documents \([1-5] from the cache/);
      expect(run.status).toBe(0);
    },
    timeout,
  );

  test.runIf(existsSync("/dev/full"))("standard output on a full disk", () => {
    const run = bash("$readout schema > /dev/full", folderOf({}));
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/^readout: standard output: ENOSPC: .*\n$/);
  });

  test.runIf(process.platform !== "win32")("a reader that has seen enough is no error", () => {
    const run = bash("$readout schema | head -n 1; echo $" + "{PIPESTATUS[0]}", folderOf({}));
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(run.stdout).toMatch(/^documents: .*\n0\n$/);
  });

  test.runIf(process.platform === "linux")("a folder that cannot be written", async () => {
    // Not even root may make folders there.
    const run = await runReadout(["build", "in", "--out", "/proc/readout/out"], {
      cwd: folderOf(manyPages(1)),
    });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/^readout: \/proc\/readout\/out: cannot be written: .*\n$/);
  });
});

describe.runIf(process.platform !== "win32")("signals", () => {
  test(
    "a terminal that closes while a dataset is replaced, and a second signal",
    async () => {
      const folder = folderOf(manyPages(3));
      const args = ["build", "in", "--out", "out", "--workers", "1", "--cache", "cache"];
      expect(await runReadout(args, { cwd: folder })).toMatchObject({ code: 0 });
      const before = contentOf(join(folder, "out"));
      writeFileSync(join(folder, "in/sources.csv"), "file,publisher\n0001.txt,The Harbour Courier\n");
      for (const signals of [1, 2]) {
        const run = await runReadout(args, {
          cwd: folder,
          during: (child) => {
            const waiting = setInterval(() => {
              const begun = readdirSync(folder).some((name) => name.startsWith("out.tmp-"));
              if (child.exitCode === null && !begun) return;
              clearInterval(waiting);
              for (let i = 0; i < signals; i++) child.kill("SIGHUP");
            }, 2);
          },
        });
        expect(run).toMatchObject({ code: 129, stdout: "", stderr: "" });
        expect(contentOf(join(folder, "out"))).toEqual(before);
      }
      expect(await runReadout(args, { cwd: folder })).toMatchObject({ code: 0 });
      expect(readdirSync(folder).sort()).toEqual(["cache", "in", "out"]);
    },
    timeout,
  );
});
