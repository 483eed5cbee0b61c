import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser, launchBrowser, type ReportBrowser, reportOf } from "./browser.js";
import { acts, shown } from "./large-acts.js";
import { largeDataset } from "./large-dataset.js";

const documents = 5_000;
const events = 10_000;

/**
 * Elements that a page may hold at any time, whatever the dataset: lists show the rows in sight, the timeline bins of days. A list of
 * all events alone would be 10,000 rows. How long an answer takes is measured by bench/report.bench.ts.
 */
const elements = 1_500;

describe.skipIf(!hasBrowser)(`${events} events and ${documents} documents`, { timeout: 300_000 }, () => {
  let browser: ReportBrowser;
  let html = "";
  beforeAll(async () => {
    browser = await launchBrowser();
    html = reportOf(largeDataset(documents, events));
  }, 300_000);
  afterAll(() => browser.close());

  it("stay under 10 MB", () => {
    expect(html.length).toBeLessThan(10e6);
  });

  it("show no more than fits on the screen", async () => {
    const { page, errors } = await browser.open(html);
    const sizes: Record<string, number> = {};
    for (const [name, act] of acts) {
      await page.evaluate(act);
      await page.evaluate(shown);
      sizes[name] = await page.locator("*").count();
    }
    expect(Object.entries(sizes).filter(([, size]) => size > elements)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("say what they leave out beyond a limit", async () => {
    const cut = reportOf(largeDataset(60, 100), { limits: { events: 40, characters: 20_000, quotes: 50 } });
    const { page } = await browser.open(cut, { fragment: "#view=coverage" });
    const said = await page.locator(".left-out").allTextContents();
    expect(said.join("\n")).toContain("60 of 100 events");
    expect(said.join("\n")).toMatch(/\d+ of 60 page texts/);
    expect(said.join("\n")).toContain("310 of 360 quotes");
    expect(await page.locator(".masthead").textContent()).toContain("not all of it fits on this page");
  });
});
