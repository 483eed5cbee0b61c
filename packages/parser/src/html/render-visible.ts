import { attribute, type Document, type Element, isElement, type Node } from "./nodes.js";

const hiddenStyle = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/** Most text nodes have single spaces between their words and nothing else: to look first costs less than to replace nothing. */
const foldable = /[\t\n\f\r]| {2}/;
/** Depth below which children are not followed; browsers cut at 512. */
const deepest = 512;

/**
 * The visible text of a page, as a browser's innerText gives it: block elements on lines of their own, a blank line
 * round paragraphs and headings, `<br>` a line break, table cells apart by a tab, other white space folded to one
 * space. Hidden elements, scripts and styles are left out. One walk; list items that are numbered or bulleted by
 * the browser get no mark, since none is in the text.
 */
export const renderVisible = (document: Document): string => {
  const page = new Rendering();
  page.children(document, 0, false);
  return page.text();
};

class Rendering {
  private readonly parts: string[] = [];
  /** Line breaks owed before the next word: 0, 1 or 2. */
  private breaks = 0;
  private space = false;
  private begun = false;

  children(parent: Document | Element, depth: number, preformatted: boolean): void {
    if (depth > deepest) return;
    for (const child of parent.childNodes) this.node(child, depth + 1, preformatted);
  }

  text(): string {
    return this.parts.join("");
  }

  private node(node: Node, depth: number, preformatted: boolean): void {
    if (isElement(node)) this.element(node, depth, preformatted);
    else if ("value" in node) this.words(node.value, preformatted);
  }

  private element(element: Element, depth: number, preformatted: boolean): void {
    const { tagName, kind } = element;
    if (!kind.seen || isHidden(element)) return;
    if (tagName === "br") {
      this.breaks = Math.min(2, this.breaks + 1);
      this.space = false;
      return;
    }
    if (kind.breaks > this.breaks) this.breaks = kind.breaks;
    this.children(element, depth, preformatted || tagName === "pre");
    if (kind.breaks > this.breaks) this.breaks = kind.breaks;
    if ((tagName === "td" || tagName === "th") && this.breaks === 0) this.space = true;
  }

  private words(value: string, preformatted: boolean): void {
    if (preformatted) {
      if (value !== "") this.put(value);
      return;
    }
    const folded = foldable.test(value) ? value.replace(/[ \t\n\f\r]+/g, " ") : value;
    const from = folded.startsWith(" ") ? 1 : 0;
    const to = folded.length - (folded.endsWith(" ") && folded.length > from ? 1 : 0);
    if (from > 0) this.space = true;
    if (to > from) {
      this.put(folded.slice(from, to));
      this.space = false;
    }
    if (to < folded.length) this.space = true;
  }

  private put(words: string): void {
    if (this.begun) {
      if (this.breaks > 0) this.parts.push(this.breaks === 1 ? "\n" : "\n\n");
      else if (this.space) this.parts.push(" ");
    }
    this.parts.push(words);
    this.begun = true;
    this.breaks = 0;
    this.space = false;
  }
}

const isHidden = (element: Element): boolean => {
  if (element.attrs.length === 0) return false;
  if (attribute(element, "hidden") !== null || attribute(element, "aria-hidden") === "true") return true;
  const style = attribute(element, "style");
  return style !== null && hiddenStyle.test(style);
};
