import { type Day, type Head, readIsoDay } from "@readout/model";
import { html } from "parse5";
import { jsonLdType, readJsonLd } from "./json-ld.js";
import { attribute, type Document, type Element, isElement, textContent } from "./nodes.js";

type Field = "title" | "author" | "publisher" | "published" | "url";

/** Names and properties of meta elements, best first within a field. Never a modification date. */
const metaNames: readonly Readonly<{ name: string; field: Field }>[] = [
  { name: "og:title", field: "title" },
  { name: "twitter:title", field: "title" },
  { name: "dc.title", field: "title" },
  { name: "author", field: "author" },
  { name: "article:author", field: "author" },
  { name: "parsely-author", field: "author" },
  { name: "dc.creator", field: "author" },
  { name: "sailthru.author", field: "author" },
  { name: "og:site_name", field: "publisher" },
  { name: "application-name", field: "publisher" },
  { name: "article:published_time", field: "published" },
  { name: "og:article:published_time", field: "published" },
  { name: "datepublished", field: "published" },
  { name: "parsely-pub-date", field: "published" },
  { name: "publish-date", field: "published" },
  { name: "pubdate", field: "published" },
  { name: "date", field: "published" },
  { name: "dc.date.issued", field: "published" },
  { name: "dc.date", field: "published" },
  { name: "sailthru.date", field: "published" },
  { name: "og:url", field: "url" },
];
const placeOf = new Map(metaNames.map(({ name }, place) => [name, place]));

/** What a page's head says: JSON-LD of an article first, then meta elements, then the first `<title>` that names no icon, `<html lang>` and the canonical link. */
export const readHead = (document: Document): Head => {
  const found: {
    meta: (string | undefined)[];
    language: string | null;
    canonical: string | null;
    title: string | null;
    scripts: string[];
  } = {
    meta: [],
    language: null,
    canonical: null,
    title: null,
    scripts: [],
  };
  const read = (element: Element): void => {
    const { tagName } = element;
    if (tagName === "html") found.language = attribute(element, "lang") ?? attribute(element, "xml:lang");
    else if (tagName === "title" && element.namespaceURI === html.NS.HTML)
      found.title ??= fold(textContent(element));
    else if (tagName === "meta") {
      const name =
        attribute(element, "property") ?? attribute(element, "name") ?? attribute(element, "itemprop");
      const place = name === null ? undefined : placeOf.get(name.toLowerCase());
      const content = fold(attribute(element, "content") ?? "");
      if (place !== undefined && content !== "") found.meta[place] ??= content;
    } else if (tagName === "link" && attribute(element, "rel") === "canonical")
      found.canonical ??= attribute(element, "href");
    else if (tagName === "script" && attribute(element, "type") === jsonLdType)
      found.scripts.push(textContent(element));
  };
  const visit = (parent: Document | Element, depth: number): void => {
    for (const child of parent.childNodes) {
      if (!isElement(child)) continue;
      if (child.kind.tells) read(child);
      if (depth < 400) visit(child, depth + 1);
    }
  };
  visit(document, 0);
  const article = readJsonLd(found.scripts);
  const meta = (field: Field): string | null => {
    for (let place = 0; place < metaNames.length; place++) {
      if (metaNames[place]?.field === field && found.meta[place] !== undefined)
        return found.meta[place] ?? null;
    }
    return null;
  };
  const author = meta("author");
  const published = article?.published ?? meta("published");
  const day = published === null ? null : dayOfDateTime(published);
  return {
    title: article?.title ?? meta("title") ?? found.title,
    authors:
      article !== null && article.authors.length > 0
        ? article.authors
        : author === null || author.includes("://")
          ? []
          : [author],
    publisher: article?.publisher ?? meta("publisher"),
    published: day,
    publishedAt: day !== null && published !== null && hasTime.test(published) ? published : null,
    language: found.language,
    url: found.canonical ?? meta("url"),
  };
};

const hasTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

const dayOfDateTime = (value: string): Day | null => readIsoDay(value);

const fold = (text: string): string => text.replace(/\s+/g, " ").trim();
