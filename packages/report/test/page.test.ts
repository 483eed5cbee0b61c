import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser, launchBrowser, type ReportBrowser, reportOf } from "./browser.js";
import { storyDataset } from "./story-dataset.js";

// Its declarations need those of a browser, which tests do not have.
const require = createRequire(import.meta.url);
const axe = require("axe-core") as Readonly<{ source: string }>;

/** What is read of axe's answer. */
type AxeResults = Readonly<{
  violations: readonly Readonly<{
    id: string;
    impact: string;
    nodes: readonly Readonly<{ html: string; failureSummary: string }>[];
  }>[];
}>;

const views = ["events", "relations", "quotes", "coverage"] as const;

describe.skipIf(!hasBrowser)("the page", { timeout: 120_000 }, () => {
  let browser: ReportBrowser;
  const html = reportOf(storyDataset());
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  // Dark and light differ in colours alone, and these do not depend on the width.
  it.each([
    { colorScheme: "light", width: 1280, rules: "{}" },
    { colorScheme: "dark", width: 1280, rules: '{ runOnly: ["color-contrast"] }' },
    { colorScheme: "light", width: 360, rules: "{}" },
  ] as const)("axe finds nothing: $colorScheme, $width px", async ({ colorScheme, width, rules }) => {
    // axe is injected, which the page's own policy rightly refuses.
    const viewport = { width, height: 860 };
    const { page } = await browser.open(html, { colorScheme, bypassCSP: true, viewport });
    await page.addScriptTag({ content: axe.source });
    for (const fragment of [...views.map((view) => `view=${view}`), "event=esoldiers", "event=ecall"]) {
      await page.goto(`${page.url().split("#")[0]}#${fragment}`);
      const { violations } = (await page.evaluate(`axe.run(${rules})`)) as AxeResults;
      const found = violations.map(
        ({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`,
      );
      expect(found, fragment).toEqual([]);
    }
  });

  it("is used by the keyboard alone", async () => {
    const { page } = await browser.open(html);
    const list = page.getByRole("list", { name: "Events" });
    await list.getByRole("link").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("End");
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".event-card h2").textContent()).toBe("Ana Torvald, Idris Vale");
    await page.locator(".page-text [tabindex='0']").focus();
    const note = page.getByRole("tooltip");
    const seen: string[] = [];
    for (let i = 0; i < 8; i++) {
      seen.push((await note.textContent()) ?? "");
      await page.keyboard.press("ArrowRight");
    }
    expect(
      seen.some(
        (text) =>
          text.includes("2014-03-03") &&
          text.includes("the day of publication") &&
          text.includes("times/weekday"),
      ),
    ).toBe(true);
    expect(seen.some((text) => text.includes("Phone call") && text.includes("consult/verb/phone"))).toBe(
      true,
    );
    expect(seen.some((text) => text.includes("Ana Torvald") && text.includes("97 %"))).toBe(true);
    await page.keyboard.press("Escape");
    expect(await note.isHidden()).toBe(true);
  });

  it("links lead to an event, a page and a selection, and Back goes back", async () => {
    const { page } = await browser.open(html, { fragment: "#event=ecall&report=2" });
    expect(await page.locator(".report.shown .source").textContent()).toContain("Harbour Post");
    expect(await page.locator(".event-row [aria-current]").count()).toBe(1);
    await page.goto(`${page.url().split("#")[0]}#view=quotes&doc=d00000000000000000002&at=121-151`);
    await expect.poll(() => page.locator(".document-head h2").textContent()).toBe("Vale answers");
    await page.goBack();
    await expect.poll(() => page.locator(".event-card h2").textContent()).toBe("Ana Torvald, Idris Vale");
    await page.goto(`${page.url().split("#")[0]}#words=soldiers&kind=force&event=nothing-like-it`);
    await expect.poll(() => page.locator(".list-heading").first().textContent()).toBe("1 of 3 events");
  });

  it("a range of days drawn on the timeline filters the list", async () => {
    const { page } = await browser.open(html);
    const box = await page.locator(".timeline-surface").boundingBox();
    if (box === null) throw new Error("there is no timeline");
    // The planned meeting takes the right half of the time, April.
    await page.mouse.move(box.x + box.width * 0.6, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, box.y + 20);
    await page.mouse.up();
    await expect.poll(() => page.locator(".list-heading").first().textContent()).toBe("1 of 3 events");
    expect(await page.getByRole("list", { name: "Events" }).textContent()).toContain("Planned");
    expect(page.url()).toMatch(/from=2014-04-\d\d&to=2014-04-\d\d/);
    await page.getByRole("button", { name: "Clear" }).click();
    await expect.poll(() => page.locator(".list-heading").first().textContent()).toBe("3 events");
  });

  it("a cell of the matrix and a circle of the network filter", async () => {
    const { page } = await browser.open(html, { fragment: "#view=relations" });
    await page
      .getByRole("button", { name: "NMK and CLD: 1 event" })
      .or(page.getByRole("button", { name: "CLD and NMK: 1 event" }))
      .click();
    await expect.poll(() => page.locator(".list-heading").first().textContent()).toBe("1 of 3 events");
    await page.goto(`${page.url().split("#")[0]}#view=relations`);
    await page.getByRole("button", { name: "People and organisations" }).click();
    await page
      .getByRole("group", { name: "Network of parties" })
      .getByRole("button", { name: "Idris Vale" })
      .press("Enter");
    await expect
      .poll(() => page.getByRole("list", { name: "Taking part" }).textContent())
      .toContain("Idris Vale");
  });

  it.each([360, 1280, 3840])("nothing is wider than a window of %d px", async (width) => {
    const { page, errors } = await browser.open(html, {
      viewport: { width, height: 900 },
      fragment: "#event=esoldiers",
    });
    for (const view of views) {
      await page.goto(`${page.url().split("#")[0]}#view=${view}&event=esoldiers`);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    }
    expect(errors).toEqual([]);
  });

  it("prints the list and the page, without what only a screen can do", async () => {
    const { page } = await browser.open(html, { fragment: "#event=ecall" });
    await page.emulateMedia({ media: "print" });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator(".filters").isVisible()).toBe(false);
    expect(await page.locator(".event-row").count()).toBe(3);
    expect(await page.locator(".page-text").isVisible()).toBe(true);
    const tops = await page.evaluate(
      "[...document.querySelectorAll('.event-row')].map((row) => row.getBoundingClientRect().top)",
    );
    expect(new Set(tops as number[]).size).toBe(3);
    expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);
  });

  it("says so where its data are damaged", async () => {
    const [before = "", after = ""] = html.split('id="bundle"');
    const { page, errors } = await browser.open(`${before}id="bundle"${after.replace(/>[\w+/=]{40}/, ">")}`);
    expect(await page.getByRole("alert").textContent()).toMatch(
      /^This report cannot be opened \(.+\)\. It needs/,
    );
    expect(errors).toEqual([]);
  });

  it("without the texts it has no word of the pages", async () => {
    const bare = reportOf(storyDataset(), { text: "none" });
    const { page, errors } = await browser.open(bare, { fragment: "#event=ecall" });
    const all = String(await page.evaluate("document.body.innerText"));
    expect(all).not.toContain("telephoned");
    expect(all).not.toContain("river");
    expect(all).toContain("This report was made without the texts");
    expect(all).toMatch(/characters \d+–\d+/);
    await page.goto(`${page.url().split("#")[0]}#view=quotes`);
    await expect.poll(() => page.getByRole("list", { name: "Quotes" }).textContent()).toContain("Idris Vale");
    expect(await page.locator("body").textContent()).not.toContain("boat");
    expect(errors).toEqual([]);
  });
});
