import { isoDay } from "@readout/model";
import { describe, expect, it } from "vitest";
import { looksLikeHtml } from "../../src/html/looks-like-html.js";
import { readHtml } from "../../src/html/read-html.js";

const page = `<!doctype html><html lang="en-GB"><head><title>Talks resume | The Daily Example</title>
<link rel="canonical" href="https://example.org/talks"><meta property="og:site_name" content="The Daily Example">
<meta property="article:published_time" content="2015-09-28T21:30:00+01:00"><meta property="article:modified_time" content="2016-01-01T00:00:00Z">
<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","headline":"Talks resume","author":[{"name":"Ana Ruiz"},{"name":"Tom Ek"}]}]}</script>
<style>p { color: red }</style></head><body><nav><ul><li>Home</li><li>World</li></ul></nav>
<h1>Talks   resume</h1><p>Ministers <b>met</b>
in Oslo.<br>They agreed on little.</p><p hidden>Never seen</p><div style="display: none">Nor this</div><script>var x = 1</script>
<table><tr><td>One</td><td>Two</td></tr></table><p>End&nbsp;&amp; done</p></body></html>`;

describe("HTML", () => {
  it("renders what is visible, blocks on lines of their own", () => {
    expect(readHtml(page).text).toBe(
      "Home\nWorld\n\nTalks resume\n\nMinisters met in Oslo.\nThey agreed on little.\n\nOne Two\n\nEnd\u00a0& done",
    );
  });

  it("reads the head, JSON-LD first, never a modification date", () => {
    const { head } = readHtml(page);
    expect(head).toMatchObject({
      title: "Talks resume",
      authors: ["Ana Ruiz", "Tom Ek"],
      publisher: "The Daily Example",
      publishedAt: "2015-09-28T21:30:00+01:00",
      language: "en-GB",
      url: "https://example.org/talks",
    });
    expect(head.published === null ? null : isoDay(head.published)).toBe("2015-09-28");
  });

  it("says nothing where the head says nothing", () => {
    expect(readHtml("<p>Words").head).toEqual({
      title: null,
      authors: [],
      publisher: null,
      published: null,
      publishedAt: null,
      language: null,
      url: null,
    });
    expect(readHtml("<p>Words").text).toBe("Words");
  });

  it("passes over broken JSON-LD and deep nesting", () => {
    expect(readHtml('<script type="application/ld+json">{"@type":</script><p>Words').text).toBe("Words");
    expect(readHtml(`${"<div>".repeat(3000)}Deep`).text.length).toBeLessThanOrEqual(4);
  });

  it("has no half character where structured data were cut inside one", () => {
    const cut = '{"@type":"NewsArticle","headline":"Talks \\ud83d","author":"Ana \\ud83d\\ude00"}';
    const { head } = readHtml(`<script type="application/ld+json">${cut}</script><p>Words`);
    expect([head.title, ...head.authors]).toEqual(["Talks \uFFFD", "Ana \u{1f600}"]);
  });

  it("is told from text that mentions a tag", () => {
    expect(looksLikeHtml(page)).toBe(true);
    expect(looksLikeHtml("  <!-- saved --><html>")).toBe(true);
    expect(looksLikeHtml("The <b>bold</b> plan\n<html>")).toBe(false);
  });
});
