import { readFileSync } from "node:fs";
import type { Manifest } from "./bundle/manifest.js";

/** Puts data into the built page, `dist/page.html`, which stands there from wherever this module runs. */
export const fillPage = (manifest: Manifest, bundle: Uint8Array): string =>
  readFileSync(new URL("../dist/page.html", import.meta.url), "utf8")
    .replace("<!--title-->", () => escapeText(manifest.title))
    .replace("<!--data-->", () =>
      [
        `<script type="application/json" id="manifest">${escapeJson(JSON.stringify(manifest))}</script>`,
        `<script type="application/octet-stream;base64" id="bundle">${Buffer.from(bundle).toString("base64")}</script>`,
      ].join("\n    "),
    );

const escapeText = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** JSON that no parser of HTML takes for a tag or a comment. */
const escapeJson = (json: string): string => json.replaceAll("<", "\\u003c");
