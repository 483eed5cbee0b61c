import fc from "fast-check";
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { readHead } from "../../src/html/read-head.js";
import { renderVisible } from "../../src/html/render-visible.js";
import { skim } from "../../src/html/skim.js";

const read = (html: string) => {
  const document = parse(html);
  return { text: renderVisible(document), head: readHead(document) };
};

const page = `<!DOCTYPE html><html lang="en" class="no-js"><head><title>Talks &amp; tea</title>
<meta property="og:title" content="Talks" data-tracked="a-long-value"><link rel="canonical" href="/a"><style>p{color:red}</style>
<script>if (a < b) document.write("<p>no</p>")</script><script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks"}</script>
</head><body><!-- a > b --><nav class="x"><svg viewBox="0 0 1 1"><title>icon</title><path d="M0 0"/></svg><a href="/more-of-it" class="menu-entry">More</a></nav>
<p class="lead-paragraph" hidden>gone</p><p data-a='>' title=">">They <b class="k">met</b> in London.<br/>Twice.</p></body></html>`;

describe("skimming a page", () => {
  test("drops scripts, styles, icons, comments, links and attributes that nobody reads", () => {
    const short = skim(page);
    expect(short.length).toBeLessThan(page.length * 0.8);
    for (const gone of [
      "color",
      "document.write",
      "M0 0",
      "a > b",
      "data-tracked",
      "/more-of-it",
      "lead-paragraph",
      "<svg",
      "<a",
    ])
      expect(short).not.toContain(gone);
    expect(read(short)).toEqual(read(page));
    expect(read(short).text).toContain("They met in London.\nTwice.");
    expect(read(short).head).toMatchObject({ title: "Talks", url: "/a", language: "en" });
  });

  test.each([
    ["a frameset", "<frameset><script>a</script><p>b"],
    ["a CDATA section", "<svg><![CDATA[ <p> ]]></svg><p class=a>b"],
    ["a script within a comment within a script", "<script><!-- <script> </script> --></script><p class=a>b"],
    ["an icon that text leads out of", '<svg><p class="a">out</p></svg>'],
    ["a style in a select", "<select><style><p class=a>b</style></select>"],
  ])("leaves %s as it is", (_, html) => {
    expect(skim(html)).toBe(html);
  });

  test.each([
    "<p class=a>unquoted/>text",
    "<p class='a>b' =x y= >c",
    "<p class=\"a\"title='b'>c</p class='>'>d",
    "<script>never ends <p>a",
    "<style></styles><p>a</style ><p>b",
    "a<!-->b<!--->c<!--x--!>d<!-- > e",
    "<title>a<b>c</title>d<textarea>\n<p>e</textarea>",
    "<a class=1>x<a class=2>y</a>z",
    "<table><tr><td class=a>b<input type=hidden class=c><input class=d>e",
    "< p class=a>b</ p>c<?php echo '>' ?>d",
    "<p class=",
    "<p class='",
    "<svg/><p class=a>b",
    "<p>a<select name=b><option value=c selected>d<optgroup label=e><option>f</select>g",
    "a <b class=long-name>c</b>d<pre><em>\n</em>\ne</pre>&am<i>p;</i><</font>p class=x>f",
    "<em><option>a</em>b<a>c<video><a>d</a>e</video>f<table><b>g</b><tr><td><i>h</i>",
    "<a>a<div>b<span aria-hidden=true>c</span></div><a>d</a>e</a><i><svg></svg><span>f</span></i>",
    "<script>a</script b='>'>c<style>d</style",
    "<noscript><img src=a></noscript>b<iframe src=c>d</iframe>e",
  ])("reads %j as it stands there", (html) => {
    expect(read(skim(html))).toEqual(read(html));
  });

  test("never changes what is read, whatever the markup", () => {
    const piece = fc.constantFrom(
      ..."< > </ /> \" ' = - -- <!-- --> --!> a b <p> </p> <p class=x> <b class=y> </b> <i> <a href=z> </a> <div hidden> </div>".split(
        " ",
      ),
      ..."<script> </script> <style> </style> <title> </title> <svg> </svg> <path> <table> <tr> <td> </table> <br/> <ul> <li>".split(
        " ",
      ),
      ..."<noscript> </noscript> <textarea> </textarea> <select> </select> <select> </select> <option> <template> <math> <pre> </pre> <iframe> </iframe>".split(
        " ",
      ),
      ..."<!doctype html> <span> </span> <img src=a> <wbr> <em> </em> <font color=b> </font> <body> </body> <head> </head> </p> </i> <label>".split(
        " ",
      ),
      "<span hidden>",
      "<b hidden>",
      "<a aria-hidden=true>",
      " ",
      "\n",
      "words of a page",
      '<div class="a" style="display:none">',
      '<meta name="author" content="Ida">',
      '<script type="application/ld+json">',
      "&amp;",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = pieces.join("");
        expect(read(skim(html))).toEqual(read(html));
      }),
      { numRuns: 2000 },
    );
  });
});
