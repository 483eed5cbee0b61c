/**
 * Takes the picture of docs/report.md, after npm run build:
 *
 *     npx tsx packages/report/scripts/take-picture.ts datasets/syria-diplomacy/dist/report.html '#event=…' docs/report.png
 */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [report = "", fragment = "", path = ""] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium" });
const page = await browser.newPage({ viewport: { width: 1280, height: 730 } });
await page.goto(`${pathToFileURL(resolve(report))}${fragment}`);
await page.locator("body.ready").waitFor();
// The upper part: what is below is more of the same, and pictures in a repository are to be small.
await page.screenshot({ path, clip: { x: 0, y: 0, width: 1280, height: 575 } });
await browser.close();
