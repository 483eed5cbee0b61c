import fc from "fast-check";
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { buildTree } from "../../src/html/build-tree.js";
import { type Document, treeAdapter } from "../../src/html/nodes.js";
import { readHead } from "../../src/html/read-head.js";
import { renderVisible } from "../../src/html/render-visible.js";

const read = (document: Document) => ({ text: renderVisible(document), head: readHead(document) });
/** What a page says when parse5 reads all of it. */
const expected = (html: string) => read(parse(html, { treeAdapter }));

const page = `<!DOCTYPE html><html lang="en" class="no-js"><head><title>Talks &amp; tea</title>
<meta property="og:title" content="Talks &amp; more" data-tracked="a-long-value"><link rel="canonical" href="/a"><style>p{color:red}</style>
<script>if (a < b) document.write("<p>no</p>")</script><script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks"}</script>
</head><body><!-- a > b --><nav class="x"><svg viewBox="0 0 1 1"><title>icon</title><path d="M0 0"/></svg><a href="/more-of-it" class="menu-entry">More</a></nav>
<p class="lead-paragraph" hidden>gone</p><p data-a='>' title=">">They <b class="k">met</b> in <img src=a>London.<br/>Twice.</p><select><option>x</select></body></html>`;

/** The names of all elements in a tree. */
const namesIn = (node: Document | Document["childNodes"][number]): readonly string[] =>
  "childNodes" in node ? [node.nodeName, ...node.childNodes.flatMap(namesIn)] : [];

describe("the tree of a page", () => {
  test("says what parse5's own says", () => {
    const found = read(buildTree(page));
    expect(found).toEqual(expected(page));
    expect(found.text).toBe("More\n\nThey met in London.\nTwice.");
    expect(found.head).toMatchObject({ title: "Talks", url: "/a", language: "en" });
  });

  test("has no pictures, icons, and single words in tags where a line of text goes on", () => {
    expect(namesIn(parse(page))).toEqual(expect.arrayContaining(["svg", "path", "img", "b", "select"]));
    for (const gone of ["svg", "path", "img", "b", "select"])
      expect(namesIn(buildTree(`<p>First.</p>${page}`))).not.toContain(gone);
  });

  test.each([
    "",
    "<p class=a>unquoted/>text",
    "<p class='a>b' =x y= >c",
    "<p class=\"a\"title='b'>c</p class='>'>d",
    "<script>never ends <p>a",
    "<script><!-- <script> </script> --></script><p>b",
    "<style></styles><p>a</style ><p>b",
    "a<!-->b<!--->c<!--x--!>d<!-- > e",
    "<title>a<b>c</title>d<textarea>\n<p>e</textarea>",
    "<a class=1>x<a class=2>y</a>z",
    "<table>w<tr>x<td class=a>b<input type=hidden class=c><input class=d>e</table>y<table> <!-- -->z",
    "< p class=a>b</ p>c<?php echo '>' ?>d</>e</",
    "<p class=",
    "<p class='",
    "x<svg><title>a<path/></svg><p>visible",
    "x<svg><desc>a<text>b</svg><p>visible",
    "x<svg><!--a--!><title><!--b--><p>vis",
    "x<svg><script/><script/></svg><p>b",
    "<svg a=b/><p class=a>b</svg>c<svg/>d",
    "<svg><![CDATA[ <p> ]]></svg><p>b<![CDATA[ c ]]>d",
    "<p>a<select name=b><option value=c selected>d<optgroup label=e><option>f</select>g",
    "a <b class=k>c</b>d<pre><em>\n</em>\ne</pre>f<pre><!-- -->\ng</pre><pre>\n\nh</pre><pre>&#10;i",
    "&am<i>p;</i>&amp&lt;&notit;&#39#x;&#x80;&#0;&#13;&nosuch;&",
    "<em><option>a</em>b<a>c<video><a>d</a>e</video>f<table><b>g</b><tr><td><i>h</i>",
    "<a>a<div>b<span aria-hidden=true>c</span></div><a>d</a>e</a><i><svg></svg><span>f</span></i>",
    "<a>x<a>y</a><span hidden><p>z</a>w",
    "<b><b><b><b>x</b><span hidden><p>y</b></b></b></b>z",
    "<b><a hidden>x</b><wbr><textarea>y</textarea>",
    "<script>a</script b='>'>c<style>d</style",
    "<noscript><img src=a></noscript>b<iframe src=c>d</iframe>e",
    "<img><frameset><frame></frameset>a",
    "<frameset> a b <noframes>c</noframes> d",
    "<plaintext><p>a</plaintext>b",
    "<html lang=de><p>a<html lang=en hidden>b",
    "<body><p>a<body hidden>b",
    "<p>a<P HIDDEN>b</P><lin\u212a rel=canonical href=/x>c",
    "<p hidden=&amp;>a</p><meta name=author content='A &amp; B'>b",
    '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN"><p>a<table><tr><td>b',
    "<!DOCTYPE html><p>a<table><tr><td>b",
    "<math><mi><b>a</b></mi><annotation-xml encoding=text/html><p>b</math>c",
  ])("says of %j what parse5's own says", (html) => {
    expect(read(buildTree(html))).toEqual(expected(html));
  });

  test("says what parse5's own says, whatever the markup", () => {
    const name = fc.constantFrom(
      ..."a a b b i em font span span nobr p p div ul li dl dd h1 pre br hr img wbr input form button label".split(
        " ",
      ),
      ..."table tbody tr td th caption col select option textarea title style script noscript iframe xmp".split(
        " ",
      ),
      ..."template svg path desc foreignObject math mi object video html head body meta link frameset plaintext".split(
        " ",
      ),
    );
    const attribute = fc.constantFrom(
      ...["", "", "", " class=x", " hidden", " aria-hidden=true", ' style="display:none"', " a='>'", "/"],
      ...[
        " type=hidden",
        " hidden=&amp;",
        " name=author content=Ida",
        ' type="application/ld+json"',
        " lang=de",
      ],
    );
    const piece = fc.oneof(
      fc.tuple(name, attribute).map(([written, more]) => `<${written}${more}>`),
      name.map((written) => `</${written}>`),
      fc.constantFrom(
        ...[
          " ",
          "\n",
          "words of a page",
          "&amp;",
          "&lt",
          "&#10;",
          "<!-- x -->",
          "<!-->",
          "--!>",
          "<!doctype html>",
        ],
        ...["<![CDATA[ x ]]>", "<", "</", "</>", ">", '"', "'", "=", "-"],
      ),
    );
    fc.assert(
      fc.property(fc.boolean(), fc.array(piece, { maxLength: 40 }), (hasBegun, pieces) => {
        const html = `${hasBegun ? "<body>x" : ""}${pieces.join("")}`;
        expect(read(buildTree(html))).toEqual(expected(html));
      }),
      { numRuns: 3000 },
    );
  });
});
