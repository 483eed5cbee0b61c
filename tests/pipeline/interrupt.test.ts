import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contentOf, folderOf, pages } from "./pages.js";
import { runReadout } from "./run-readout.js";

const timeout = 180_000;

/** Enough pages that a build takes longer than its start. */
const manyPages = Object.fromEntries(
  Array.from({ length: 400 }, (_, i) => [
    `in/${i}.txt`,
    `Page ${i}\n\n${pages["a-report.txt"]?.replaceAll("Saturday", `day ${i}`)}`,
  ]),
);

/** Moments spread over a build: before, while and after documents are read. Milliseconds. */
const moments = [50, 400, 900, 1500, 2200, 3000];

test(
  "a build that is killed leaves the old dataset whole, and the next build clears up",
  async () => {
    const folder = folderOf({ ...manyPages, "first/page.txt": pages["a-report.txt"] ?? "" });
    const out = join(folder, "out");
    const args = ["--out", out, "--format", "jsonl", "--workers", "2", "--cache", "none"];
    expect(await runReadout(["build", join(folder, "first"), ...args])).toMatchObject({ code: 0 });
    const before = contentOf(out);
    for (const moment of moments) {
      const run = await runReadout(["build", join(folder, "in"), ...args], {
        during: (child) => setTimeout(() => child.kill("SIGKILL"), moment),
      });
      if (run.signal === null) break;
      expect(contentOf(out)).toEqual(before);
    }
    expect(await runReadout(["build", join(folder, "first"), ...args])).toMatchObject({ code: 0 });
    expect(contentOf(out)).toEqual(before);
    expect(readdirSync(folder).sort()).toEqual(["first", "in", "out"]);
  },
  timeout,
);

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)(
  "%s ends a build with nothing left behind",
  async (signal, code) => {
    const folder = folderOf(manyPages);
    const run = await runReadout(
      ["build", join(folder, "in"), "--out", join(folder, "out"), "--workers", "2"],
      {
        // Once the temporary folder stands, the handlers do too.
        during: (child) => {
          const waiting = setInterval(() => {
            if (!readdirSync(folder).some((name) => name.startsWith("out.tmp-"))) return;
            clearInterval(waiting);
            setTimeout(() => child.kill(signal), 300);
          }, 20);
        },
      },
    );
    expect(run).toMatchObject({ code, stdout: "" });
    expect(readdirSync(folder)).toEqual(["in"]);
  },
  timeout,
);
