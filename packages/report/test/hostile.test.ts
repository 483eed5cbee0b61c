import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser, launchBrowser, type OpenedReport, type ReportBrowser, reportOf } from "./browser.js";
import type { MadeTables } from "./made-dataset.js";
import { storyDataset } from "./story-dataset.js";

/** What a page might put where a report shows text. Each would set `window.struck` or ask for something if it ever ran. */
const attacks = [
  // First, since it harms only where an address begins with it.
  `javascript:window.struck=1`,
  `<img src=x onerror="window.struck=1">`,
  `</script><script>window.struck=1</script>`,
  `</title><script>window.struck=1</script>`,
  `<!--<script>window.struck=1`,
  `]]></style><svg onload=window.struck=1>`,
  `<link rel=stylesheet href="https://attacker.example/a.css">`,
  `"><iframe srcdoc="<script>parent.struck=1</script>">`,
  `$& $1 <!--data--> <!--script--> {{constructor}} \${window.struck=1}`,
  `\u202Egnirts\u0000\u001B[31m\u2028`,
];

/** Every string of every row becomes the attack, but ids, and words out of a fixed list. */
const poisoned = (attack: string): MadeTables => {
  const tables = storyDataset();
  const kept =
    /(_id|_of|^first_mention|^type|^mode|^role|status|basis|^kind|^form|anchor|stance|severity|earliest|latest|published|_by)$/;
  const poison = (row: object): void => {
    for (const [column, value] of Object.entries(row)) {
      if (kept.test(column) || column === "actors" || column === "recipients") continue;
      if (typeof value === "string" || (value === null && column === "url")) Reflect.set(row, column, attack);
      if (Array.isArray(value)) Reflect.set(row, column, [attack]);
    }
  };
  for (const rows of Object.values(tables)) for (const row of rows) poison(row);
  for (const document of tables.documents) document.text = `${attack}\n\n`.repeat(40);
  return tables;
};

describe.skipIf(!hasBrowser)("pages that attack", { timeout: 120_000 }, () => {
  let browser: ReportBrowser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  const expectHarmless = async ({ page, errors, requests }: OpenedReport): Promise<void> => {
    expect(await page.evaluate("window.struck")).toBeUndefined();
    expect(errors).toEqual([]);
    expect(requests).toHaveLength(1);
    expect(await page.locator("img, iframe, link, object, embed, base, form[action]").count()).toBe(0);
    const links = (await page.evaluate("[...document.links].map((link) => link.protocol)")) as string[];
    expect(links.filter((protocol) => !["file:", "https:", "http:"].includes(protocol))).toEqual([]);
  };

  it.each(attacks)("%j is shown as text where the page says what it is", async (attack) => {
    const opened = await browser.open(reportOf(storyDataset(), { title: attack, description: attack }));
    await expectHarmless(opened);
    const shown = attack.replaceAll("\u0000", "");
    expect(await opened.page.locator("h1").textContent()).toContain(shown.slice(0, 6));
  });

  it("all of them are shown as text in every cell, whatever is opened", async () => {
    const opened = await browser.open(reportOf(poisoned(attacks.join(" "))));
    const { page } = opened;
    for (const view of ["events", "relations", "quotes", "coverage"]) {
      for (const row of ["", "&event=ecall", "&doc=d00000000000000000001&at=0-50"]) {
        await page.goto(`${page.url().split("#")[0]}#view=${view}${row}`);
        await page.evaluate(
          "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))",
        );
        await expectHarmless(opened);
      }
    }
    // It is there to be seen, or nothing was tried.
    await page.goto(`${page.url().split("#")[0]}#view=events`);
    expect(await page.locator("body").textContent()).toContain("window.struck=1");
  });

  it("no script but its own runs, even if one got in", async () => {
    const struck = reportOf(storyDataset()).replace(
      "<noscript>",
      () => "<script>window.struck=1</script><noscript>",
    );
    const { page, errors } = await browser.open(struck);
    expect(await page.evaluate("window.struck")).toBeUndefined();
    expect(errors.join()).toContain("Content Security Policy");
  });

  it("links with nonsense in them open the page", async () => {
    const html = reportOf(storyDataset());
    for (const fragment of [
      "#event=%",
      "#view=__proto__&kind=constructor",
      "#from=0000-99-99&doc=x&at=a-b",
      "#%00<script>",
    ]) {
      const { page, errors } = await browser.open(html, { fragment });
      expect(await page.locator(".list-heading").first().textContent()).toContain("3 events");
      expect(errors).toEqual([]);
    }
  });
});
