import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const readoutBin = fileURLToPath(new URL("../../packages/pipeline/bin/readout.js", import.meta.url));

export type Run = Readonly<{
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}>;

const userCache = mkdtempSync(join(tmpdir(), "readout-cache-"));
process.on("exit", () => rmSync(userCache, { recursive: true, force: true }));

/** The environment with another cache folder than the user's: tests neither find what other runs left nor leave anything. */
export const ownCache: NodeJS.ProcessEnv = { ...process.env, XDG_CACHE_HOME: userCache };

/** Starts the command as a user does, and gives what it wrote and how it ended. */
export const runReadout = (
  args: readonly string[],
  {
    cwd,
    input,
    during,
  }: Readonly<{ cwd?: string; input?: string; during?: (child: ChildProcess) => void }> = {},
): Promise<Run> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [readoutBin, ...args], {
      ...(cwd === undefined ? {} : { cwd }),
      env: ownCache,
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", fail);
    child.on("close", (code, signal) => done({ code, signal, stdout, stderr }));
    child.stdin.on("error", () => undefined);
    child.stdin.end(input ?? "");
    during?.(child);
  });
