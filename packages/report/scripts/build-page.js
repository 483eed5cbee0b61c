/**
 * Bundles src/page into one file, dist/page.html: script and style inline, a Content-Security-Policy that allows these two by
 * their hashes and nothing else, and a mark where renderReport puts the data.
 *
 *     node scripts/build-page.js
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../src/page", import.meta.url));
const out = new URL("../dist/page.html", import.meta.url);

const { script, style } = await bundle();
const policy = [
  "default-src 'none'",
  `script-src '${hashOf(script)}'`,
  `style-src '${hashOf(style)}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const page = readFileSync(new URL("../src/page/page.html", import.meta.url), "utf8")
  .replace("<!--policy-->", () => `<meta http-equiv="Content-Security-Policy" content="${policy}" />`)
  .replace("<!--style-->", () => `<style>${style}</style>`)
  .replace("<!--script-->", () => `<script type="module">${script}</script>`);
mkdirSync(new URL(".", out), { recursive: true });
writeFileSync(out, page);
console.log(`dist/page.html: ${Math.round(page.length / 1000)} kB`);

/** The one script and the one style sheet that src/page/main.ts comes to. */
async function bundle() {
  const result = await build({
    root,
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2022",
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: { input: fileURLToPath(new URL("../src/page/main.ts", import.meta.url)) },
    },
  });
  const { output } = Array.isArray(result) ? result[0] : result;
  const chunks = output.filter(({ type }) => type === "chunk");
  const sheets = output.filter(({ fileName }) => fileName.endsWith(".css"));
  if (chunks.length !== 1 || sheets.length > 1)
    throw new Error(`one script and one style sheet are wanted, not ${output.map((one) => one.fileName)}`);
  // Inside an element, only its own end tag could end it early.
  const code = chunks[0].code.replaceAll("</script", "<\\/script").trim();
  const css = String(sheets[0]?.source ?? "").trim();
  if (css.includes("</style")) throw new Error("the style sheet would end itself");
  return { script: code, style: css };
}

function hashOf(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
