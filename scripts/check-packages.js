/**
 * Checks that each package can be installed and used alone.
 *
 *     npm run check:packages [-- name …]        after npm run build
 *
 * Packs every package with its licence, lets publint and attw judge the tarballs, installs them into an empty project outside the
 * repository, imports every entry of each exports map, type-checks tests/packages/<name>.ts there against the packed
 * types and runs it. What must work without another package is run with that package taken away. Prints what each
 * package weighs, and ends with 1 if anything failed.
 */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const asked = process.argv.slice(2);
const names = readdirSync(join(root, "packages")).filter(
  (name) =>
    existsSync(join(root, "packages", name, "package.json")) && (asked.length === 0 || asked.includes(name)),
);

/** Entries that must load although the packages named are not installed. */
const without = [
  {
    entry: "@readout/normalizer/times",
    gone: ["@readout/parser", "@readout/exporters", "zod", "apache-arrow"],
  },
  { entry: "@readout/exporters/csv", gone: ["apache-arrow", "hyparquet-writer", "@readout/normalizer"] },
  { entry: "@readout/exporters/jsonl", gone: ["apache-arrow", "hyparquet-writer", "csv-stringify"] },
  { entry: "@readout/exporters/arrow", gone: ["hyparquet-writer", "csv-stringify"] },
  { entry: "@readout/exporters/parquet", gone: ["apache-arrow", "csv-stringify"] },
  { entry: "@readout/model", gone: ["zod"] },
];

let passed = 0;
let failed = 0;

const judge = (what, holds, why = "") => {
  if (holds) passed += 1;
  else {
    failed += 1;
    console.log(`FAILED ${what}\n${why}`);
  }
};

/** Runs a program; what it prints where it fails is shown. */
const check = (what, command, args, cwd) => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  judge(what, status === 0, `${stdout}${stderr}`);
  return stdout;
};

/** The licence in a folder; null where none lies, so that npm would pack none. */
const licenceIn = (folder) => {
  const file = join(folder, "LICENSE");
  return existsSync(file) ? readFileSync(file, "utf8") : null;
};

const bin = (name) => join(root, "node_modules", ".bin", name);
const project = mkdtempSync(join(tmpdir(), "readout-packages-"));
try {
  const packed = names.map((name) => {
    const folder = join(root, "packages", name);
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    // Of other scripts' chatter npm prints first, only the list at the end is JSON.
    const printed = check(
      `${name}: npm pack`,
      "npm",
      ["pack", "--json", "--pack-destination", project],
      folder,
    );
    const [{ filename, size, unpackedSize, entryCount }] = JSON.parse(printed.slice(printed.indexOf("[")));
    judge(`${name}: LICENSE is the repository's`, licenceIn(folder) === licenceIn(root));
    check(`${name}: publint`, bin("publint"), ["--strict", join(project, filename)], root);
    check(`${name}: attw`, bin("attw"), [join(project, filename), "--profile", "esm-only"], root);
    const kB = (bytes) => `${Math.round(bytes / 1000)} kB`;
    console.log(`${manifest.name}: ${kB(size)} packed, ${kB(unpackedSize)} in ${entryCount} files`);
    return { name, manifest, filename };
  });

  // All at once: they depend on each other, and no registry has them.
  const dependencies = Object.fromEntries(
    packed.map(({ manifest, filename }) => [manifest.name, `file:${filename}`]),
  );
  const { zod } = JSON.parse(
    readFileSync(join(root, "packages/exporters/package.json"), "utf8"),
  ).dependencies;
  writeFileSync(
    join(project, "package.json"),
    JSON.stringify({ name: "empty", private: true, type: "module", dependencies: { ...dependencies, zod } }),
  );
  check(
    "npm install",
    "npm",
    ["install", "--no-audit", "--no-fund", "--prefer-offline", "--omit=dev"],
    project,
  );

  for (const { name, manifest } of packed) {
    for (const path of Object.keys(manifest.exports).filter((path) => !path.endsWith(".json"))) {
      const entry = join(manifest.name, path).replaceAll("\\", "/");
      check(
        `${entry}: import`,
        process.execPath,
        ["-e", `await import(${JSON.stringify(entry)})`, "--input-type=module"],
        project,
      );
    }
    const use = join(root, "tests/packages", `${name}.ts`);
    judge(`${name}: tests/packages/${name}.ts uses it`, existsSync(use));
    if (existsSync(use)) cpSync(use, join(project, `${name}.ts`));
  }
  writeFileSync(
    join(project, "tsconfig.json"),
    JSON.stringify({ compilerOptions: options(), include: ["*.ts"] }),
  );
  check("the types in a project of its own", bin("tsc"), ["-p", "."], project);
  for (const { name } of packed)
    check(`${name}: ${name}.ts as JavaScript`, process.execPath, [`${name}.js`], project);
  for (const { entry, gone } of without) {
    if (packed.some(({ manifest }) => entry.startsWith(manifest.name))) checkWithout(entry, gone);
  }
} finally {
  rmSync(project, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** As strict as a user may be: types of dependencies are checked too. */
function options() {
  return {
    target: "ES2023",
    lib: ["ES2023"],
    module: "NodeNext",
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
  };
}

function checkWithout(entry, gone) {
  const folders = gone
    .map((name) => join(project, "node_modules", name))
    .filter((folder) => existsSync(folder));
  for (const folder of folders) renameSync(folder, `${folder}.away`);
  const what = `${entry} without ${gone.join(", ")}`;
  check(
    what,
    process.execPath,
    ["--input-type=module", "-e", `await import(${JSON.stringify(entry)})`],
    project,
  );
  for (const folder of folders) renameSync(`${folder}.away`, folder);
}
