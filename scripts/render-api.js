/**
 * Renders docs/api/<package>.md: every name that a package exports, with its signature and what its source says of it.
 *
 *     node scripts/render-api.js              after npm run build
 *     node scripts/render-api.js --check      ends with 1 where a page is not what it would be
 *
 * It reads the declarations that `tsc` writes, from the entries of each exports map on. These are regular: a statement
 * starts in column 0 with its comment before it, and goes on in lines that are indented or start with a closing bracket.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "docs/api");
const packages = readdirSync(join(root, "packages"))
  .filter((name) => existsSync(join(root, "packages", name, "package.json")))
  .sort();
const pages = new Map(packages.map((name) => [`${name}.md`, renderPackage(name)]));

if (process.argv.includes("--check")) {
  for (const [name, page] of pages) {
    const path = join(folder, name);
    if (existsSync(path) && readFileSync(path, "utf8") === page) continue;
    console.log(`docs/api/${name} is not up to date: node scripts/render-api.js`);
    process.exitCode = 1;
  }
} else {
  mkdirSync(folder, { recursive: true });
  for (const [name, page] of pages) writeFileSync(join(folder, name), page);
}

function renderPackage(name) {
  const manifest = JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8"));
  const parts = [
    `# ${manifest.name}`,
    `${manifest.description}. Examples: [README](../../packages/${name}/README.md).`,
    "Made by `node scripts/render-api.js` after a build; do not edit.",
  ];
  const shown = new Set();
  for (const [path, { types }] of Object.entries(manifest.exports).filter(([, target]) => target.types)) {
    const file = join(root, "packages", name, types);
    if (!existsSync(file)) throw new Error(`${file} is not there: npm run build`);
    const exported = [...readExports(file)].sort(([a], [b]) => (a < b ? -1 : 1));
    parts.push(`## \`${join(manifest.name, path)}\``);
    const again = exported
      .filter(([, declaration]) => shown.has(declaration.key))
      .map(([one]) => `\`${one}\``);
    if (again.length > 0) parts.push(`Also under an entry above: ${again.join(", ")}.`);
    for (const [one, declaration] of exported) {
      if (!shown.has(declaration.key)) parts.push(renderDeclaration(one, declaration));
      shown.add(declaration.key);
    }
    const named = typesNamed(exported, shown);
    if (named.length > 0) parts.push("### Types named above, not exported by name");
    for (const [one, declaration] of named) parts.push(renderDeclaration(one, declaration, "####"));
  }
  return `${parts.join("\n\n")}\n`;
}

function renderDeclaration(name, { comment, code, file }, level = "###") {
  const heading = `${level} ${name}`;
  const signature = `\`\`\`ts\n${shorten(code, file)}\n\`\`\``;
  return [heading, comment, signature].filter((part) => part !== "").join("\n\n");
}

/** Long signatures are catalogues that have a page of their own: tables, diagnostics. */
function shorten(code, file) {
  const lines = code.split("\n");
  if (lines.length <= 100) return code;
  const rest = `// … ${lines.length - 20} lines more, in ${file.slice(root.length).replaceAll("\\", "/")}`;
  return [...lines.slice(0, 20), rest].join("\n");
}

/** Name → declaration for everything a file exports, whichever file declares it. */
function readExports(file) {
  const { declarations, statements } = readDeclarations(file);
  const exported = new Map();
  for (const statement of statements) {
    const [, star] = /^export \* from "(\.[^"]+)";/.exec(statement) ?? [];
    const [, list, from] = /^export (?:type )?\{([^}]*)\}(?: from "(\.[^"]+)")?;/.exec(statement) ?? [];
    if (star !== undefined)
      for (const [name, found] of readExports(besides(file, star))) exported.set(name, found);
    if (list === undefined) continue;
    const source = from === undefined ? declarations : readExports(besides(file, from));
    for (const [name, as] of readNames(list)) if (source.has(name)) exported.set(as, source.get(name));
  }
  for (const [name, declaration] of declarations) if (declaration.exported) exported.set(name, declaration);
  return exported;
}

/** Types that signatures name and that only files inside the package declare, found through those files' imports. */
function typesNamed(exported, shown) {
  const found = new Map();
  const open = exported.map(([, declaration]) => declaration);
  for (const { code, file } of open) {
    const known = new Map([...readImports(file), ...readDeclarations(file).declarations]);
    for (const name of new Set(code.match(/\b[A-Z]\w*/g) ?? [])) {
      const declaration = known.get(name);
      if (declaration === undefined || shown.has(declaration.key)) continue;
      shown.add(declaration.key);
      found.set(name, declaration);
      open.push(declaration);
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

function readImports(file) {
  const imported = new Map();
  for (const statement of readDeclarations(file).statements) {
    const [, list, from] = /^import (?:type )?\{([^}]*)\} from "(\.[^"]+)";/.exec(statement) ?? [];
    if (list === undefined) continue;
    const source = readExports(besides(file, from));
    for (const [name, as] of readNames(list)) if (source.has(name)) imported.set(as, source.get(name));
  }
  return imported;
}

/** The statements of a file, and its declarations by name: `{ key, file, exported, comment, code }`. */
function readDeclarations(file) {
  const statements = readFileSync(file, "utf8")
    .split(/\n(?![\s}\])>])/)
    .map((statement) => statement.trim());
  const declarations = new Map();
  let comment = "";
  for (const statement of statements) {
    if (statement.startsWith("/**")) {
      comment = readComment(statement);
      continue;
    }
    const pattern =
      /^(export )?(?:declare )?(?:const enum|abstract class|const|function|class|interface|type|enum) (\w+)/;
    const [, exported, name] = pattern.exec(statement) ?? [];
    if (name !== undefined) {
      const code = statement.replace(/^(export )?(declare )?/, "").replace(/^ {4,}/gm, halve);
      declarations.set(name, {
        key: `${file} ${name}`,
        file,
        exported: exported !== undefined,
        comment,
        code,
      });
    }
    comment = "";
  }
  return { statements, declarations };
}

/** Indentation by four turned into that of the source. */
function halve(spaces) {
  return spaces.slice(spaces.length / 2);
}

function readComment(comment) {
  return comment
    .replace(/^\/\*\*\s?|\s*\*\/$/g, "")
    .replace(/^\s*\* ?/gm, "")
    .replace(/\{@link (\w+)\}/g, "`$1`")
    .trim();
}

/** `type A, b as c` → [["A", "A"], ["b", "c"]]. */
function readNames(list) {
  const names = list.split(",").map((part) => part.trim().replace(/^type /, ""));
  return names.filter((part) => part !== "").map((part) => [...part.split(" as "), part].slice(0, 2));
}

function besides(file, specifier) {
  return resolve(dirname(file), specifier.replace(/\.js$/, ".d.ts"));
}
