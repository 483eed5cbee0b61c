import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser, launchBrowser, type ReportBrowser, reportOf } from "./browser.js";
import { storyDataset } from "./story-dataset.js";

/** What a person comes to do, each in at most four steps: a step is a click, or something typed into a field. */
describe.skipIf(!hasBrowser)("tasks", { timeout: 60_000 }, () => {
  let browser: ReportBrowser;
  const html = reportOf(storyDataset());
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it("the calls between two leaders, the first page that reports one, and its sentence", async () => {
    const { page, errors, requests } = await browser.open(html);
    await page.getByLabel("Search names, kinds and words").fill("torvald vale call");
    const rows = page.getByRole("list", { name: "Events" }).getByRole("listitem");
    await expect.poll(() => rows.count()).toBe(1);
    await rows.first().getByRole("link").click();
    const reader = page.getByRole("region", { name: "Reader" });
    await expect.poll(() => reader.locator(".report-link").first().textContent()).toBe("Torvald calls Vale");
    const marked = await reader.locator("mark.evidence").allTextContents();
    expect(marked.join("")).toBe("President Ana Torvald telephoned Prime Minister Idris Vale on Monday.");
    expect(await reader.locator("mark.trigger").textContent()).toBe("telephoned");
    expect(errors).toEqual([]);
    expect(requests.filter((url) => !url.startsWith("file:"))).toEqual([]);
    expect(requests).toHaveLength(1);
  });

  it("the same by choosing the two", async () => {
    const { page } = await browser.open(html);
    const who = page.getByRole("combobox", { name: "Who takes part" });
    await who.fill("tor");
    await page.keyboard.press("Enter");
    await who.fill("vale");
    await page.keyboard.press("Enter");
    const rows = page.getByRole("list", { name: "Events" }).getByRole("listitem");
    await expect.poll(() => rows.count()).toBe(1);
    expect(await rows.first().textContent()).toContain("Phone call");
  });

  it("who denies it", async () => {
    const { page } = await browser.open(html);
    await page.getByLabel("Search names, kinds and words").fill("soldiers");
    await page.getByRole("list", { name: "Events" }).getByRole("link").first().click();
    const claims = page.getByRole("region", { name: "Who says so and who denies it" });
    expect(await claims.locator(".asserts").textContent()).toContain("Nordmark");
    const denies = claims.locator(".denies");
    expect(await denies.textContent()).toMatch(/Denies or corrects it.*Calder.*Harbour Post.*5 Mar 2014/);
    await denies.getByRole("button", { name: "Calder" }).click();
    await expect
      .poll(async () => (await page.locator("mark.evidence").allTextContents()).join(""))
      .toBe("Calder denied that it had sent 6,000 soldiers over the river.");
  });

  it("copy this quote with its source", async () => {
    const { page } = await browser.open(html, { permissions: ["clipboard-read", "clipboard-write"] });
    await page.getByRole("link", { name: "Quotes" }).click();
    await page.getByLabel("Search names, kinds and words").fill("boat");
    await page.getByRole("button", { name: "Copy with source" }).click();
    await expect.poll(() => page.getByRole("status").textContent()).toBe("Copied, with its source");
    const copied = await page.evaluate("navigator.clipboard.readText()");
    expect(copied).toBe(
      "“We will not move a single boat”\n— Idris Vale. Harbour Post, “Vale answers”, 5 Mar 2014, second.txt",
    );
  });

  it("where the sources differ, next to each other", async () => {
    const { page } = await browser.open(html, { fragment: "#event=ecall" });
    const differ = page.getByRole("region", { name: "Where the sources differ" });
    expect(await differ.locator("dd").allTextContents()).toEqual([
      "3 Mar 2014The Quay Wire",
      "2 Mar 2014Harbour Post",
    ]);
    await page.goto(`${page.url().split("#")[0]}#event=esoldiers`);
    await expect
      .poll(() => differ.locator("dd").allTextContents())
      .toEqual(["600The Quay Wire", "6,000Harbour Post"]);
  });

  it("the quotes as a file", async () => {
    const { page } = await browser.open(html, { fragment: "#view=quotes", acceptDownloads: true });
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as CSV" }).click();
    const stream = await (await download).createReadStream();
    let csv = "";
    for await (const chunk of stream) csv += chunk;
    expect(csv.split("\r\n")).toEqual([
      "quote,kind,speaker,speaker_as_written,publisher,published,title,source,url,doc_id",
      "We will not move a single boat,direct,Idris Vale,Vale,Harbour Post,2014-03-05,Vale answers,second.txt,,d00000000000000000002",
      "",
    ]);
  });
});
