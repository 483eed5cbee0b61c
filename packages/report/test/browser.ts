import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { type ReportOptions, renderReport } from "../src/index.js";
import { type MadeTables, rowsOf } from "./made-dataset.js";

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

/**
 * Whether there is a browser to drive. Without one the tests are passed over with a notice; where CI is set they fail, since there nobody
 * reads notices.
 */
export const hasBrowser = existsSync(executablePath);
if (!hasBrowser) {
  const notice = `no browser at ${executablePath} (apt-get install chromium, or CHROMIUM_PATH)`;
  if (process.env.CI === "true") throw new Error(notice);
  process.stderr.write(`${notice}: the report is not driven in one\n`);
}

export type OpenedReport = Readonly<{
  page: Page;
  /** What the page asked for beside itself, and what went wrong in it. */
  requests: readonly string[];
  errors: readonly string[];
}>;

export type ReportBrowser = Readonly<{
  /** Opens HTML from disk in a page of its own, which the next one that is opened closes: a page left open goes on taking time. */
  open: (
    html: string,
    options?: BrowserContextOptions & Readonly<{ fragment?: string }>,
  ) => Promise<OpenedReport>;
  close: () => Promise<void>;
}>;

export const launchBrowser = async (): Promise<ReportBrowser> => {
  const browser: Browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const folder = mkdtempSync(join(tmpdir(), "readout-report-test-"));
  let files = 0;
  let before: BrowserContext | null = null;
  return {
    open: async (html, { fragment = "", ...options } = {}) => {
      await before?.close();
      const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
      before = context;
      const page = await context.newPage();
      const requests: string[] = [];
      const errors: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      page.on("pageerror", (error) => errors.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") errors.push(message.text());
      });
      files += 1;
      const path = join(folder, `report-${files}.html`);
      writeFileSync(path, html);
      await page.goto(`${pathToFileURL(path)}${fragment}`);
      await page.locator("body.ready, [role=alert]").waitFor();
      return { page, requests, errors };
    },
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export const reportOf = (tables: MadeTables, options: Partial<ReportOptions> = {}): string =>
  renderReport(rowsOf(tables), { title: "Two leaders", ...options });
