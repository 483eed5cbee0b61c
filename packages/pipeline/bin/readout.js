#!/usr/bin/env node
/**
 * The readout command. In a source checkout that has not been built yet it builds first, everything it says going to
 * stderr, so that the command works right after `npm ci`.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const built = join(root, "dist", "cli.js");

if (!existsSync(built)) buildFromSource();
const { main } = await import("../dist/cli.js");
await main(process.argv);

function buildFromSource() {
  const workspace = join(root, "..", "..");
  const packages = ["model", "parser", "normalizer", "exporters", "report", "pipeline"];
  process.stderr.write("readout: building from source, once\n");
  for (const name of packages) {
    run([join(workspace, "scripts", "compile-lexicons.js"), join(workspace, "packages", name)]);
  }
  run([join(workspace, "node_modules", "typescript", "bin", "tsc"), "-b", root]);
  run([join(workspace, "packages", "report", "scripts", "build-page.js")]);
}

function run(args) {
  const { status } = spawnSync(process.execPath, args, { stdio: ["ignore", 2, 2] });
  if (status === 0) return;
  process.stderr.write("readout: the build from source failed\n");
  process.exit(1);
}
