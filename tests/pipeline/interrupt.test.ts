import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { manyPages } from "../reliability/many-pages.js";
import { folderOf } from "./pages.js";
import { runReadout } from "./run-readout.js";

const timeout = 180_000;

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)(
  "%s ends a build with nothing left behind",
  async (signal, code) => {
    const folder = folderOf(manyPages(300));
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
