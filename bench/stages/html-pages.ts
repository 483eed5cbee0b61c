import { createRandom, type Page } from "./texts.js";

/**
 * Saved HTML pages made of texts: each line an element of its own, in the markup that news sites wrap round it. The measures are
 * those of pages as sites send them: some 120 kB, half of it scripts and styles, 1,000 elements with two attributes each,
 * links, icons and pictures beside the article, entities in the text.
 */
export const wrapInHtml = (pages: readonly Page[]): readonly Page[] => {
  const below = createRandom(11);
  return pages.map(({ name, bytes }) => ({
    name: name.replace(/\.\w+$/, ".html"),
    bytes: Buffer.from(pageOf(bytes.toString("utf8"), below), "utf8"),
  }));
};

const pageOf = (text: string, below: (limit: number) => number): string => {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const [title = ""] = lines;
  return [
    '<!DOCTYPE html>\n<html lang="en" class="no-js">\n<head>\n<meta charset="utf-8">',
    `<title>${escaped(title)}</title>`,
    ...Array.from(
      { length: 30 },
      (_, i) => `<meta property="site:field-${i}" content="${letters(below, 40)}">`,
    ),
    `<meta property="og:title" content="${escaped(title)}"><meta name="author" content="Ida Brandt">`,
    ...Array.from(
      { length: 12 },
      () => `<link rel="preload" href="/static/${letters(below, 24)}.js" as="script">`,
    ),
    `<style>${Array.from({ length: 300 }, () => `.${letters(below, 8)}{margin:0 ${below(40)}px;color:#${letters(below, 6)}}`).join("")}</style>`,
    `<script>window.__STATE__=${JSON.stringify(Array.from({ length: 400 }, () => ({ id: letters(below, 12), url: `/${letters(below, 30)}` })))};</script>`,
    '</head>\n<body>\n<header class="site-header" role="banner"><nav><ul>',
    ...Array.from({ length: 80 }, () => linkOf(below)),
    '</ul></nav></header>\n<main id="content"><article class="story story--long">',
    ...lines.map((line) => elementOf(line, below)),
    '</article><aside class="rail"><ul>',
    ...Array.from({ length: 60 }, () => linkOf(below)),
    "</ul></aside></main>\n<footer><ul>",
    ...Array.from({ length: 60 }, () => linkOf(below)),
    `</ul></footer>\n<script>${Array.from({ length: 200 }, () => `function ${letters(below, 6)}(a,b){return a<b&&"${letters(below, 20)}"}`).join(";")}</script>`,
    "</body>\n</html>\n",
  ].join("\n");
};

const elementOf = (line: string, below: (limit: number) => number): string => {
  const words = escaped(line);
  if (below(12) === 0) {
    return `<figure class="media" data-id="${letters(below, 12)}"><img src="/img/${letters(below, 20)}.jpg" alt="" width="640"><figcaption>${words}</figcaption></figure>`;
  }
  const at = words.indexOf(" ", words.length >> 1);
  const linked =
    at < 0
      ? words
      : `${words.slice(0, at)} <a href="/${letters(below, 20)}" class="inline">${words.slice(at + 1)}</a>`;
  return `<div class="component text-block" data-component="${letters(below, 8)}"><p class="${letters(below, 10)}">${linked}</p></div>`;
};

const linkOf = (below: (limit: number) => number): string =>
  `<li class="item ${letters(below, 6)}"><a href="/${letters(below, 24)}" data-track="${letters(below, 16)}"><svg viewBox="0 0 24 24"><path d="M${below(24)} ${below(24)}h${below(9)}v${below(9)}z"/></svg><span>More of the ${letters(below, 6)}</span></a></li>`;

const letters = (below: (limit: number) => number, count: number): string => {
  let word = "";
  for (let i = 0; i < count; i++) word += "abcdef0123456789"[below(16)] ?? "";
  return word;
};

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("“", "&ldquo;").replaceAll("’", "&rsquo;");
