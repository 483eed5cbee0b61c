/**
 * Adds to package-lock.json the entries of optional platform packages that the registry at hand does not serve, without
 * which `npm ci` stops with "Missing … from lock file". Elsewhere the same entries are what other platforms install.
 * Run it after every `npm install` that changes the lock file: node scripts/complete-lockfile.js
 */
import { readFileSync, writeFileSync } from "node:fs";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const systems = { windows: "win32" };
const architectures = { 64: "x64" };

for (const entry of Object.values({ ...lock.packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    if (lock.packages[key] !== undefined || !/^\d/.test(version)) continue;
    const parts = name.split(/[/-]/);
    const os = parts.find((part) =>
      /^(darwin|win32|windows|linux|android|freebsd|openbsd|netbsd|sunos|aix|openharmony)$/.test(part),
    );
    const cpu = parts.find((part) =>
      /^(64|x64|arm64|arm|ia32|ppc64|s390x|riscv64|loong64|mips64el|wasm32)$/.test(part),
    );
    lock.packages[key] = {
      version,
      ...(cpu ? { cpu: [architectures[cpu] ?? cpu] } : {}),
      ...(entry.dev ? { dev: true } : {}),
      ...(entry.license ? { license: entry.license } : {}),
      optional: true,
      ...(os ? { os: [systems[os] ?? os] } : {}),
    };
    console.error(`added ${name}@${version}`);
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
);
writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
