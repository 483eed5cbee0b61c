import type { Token } from "parse5";
import { type ElementKind, kindOf } from "./elements.js";

/** The attributes that say whether an element is seen, whatever it is; `render-visible` reads them. */
const hiding = ["hidden", "aria-hidden", "style"];

/**
 * Reads tags as the standard's tokeniser does, but keeps none of the attributes that neither the text, nor the head, nor the tree
 * builder depends on: nearly all of them, and the larger part of most pages' markup. What the last tag was stands in the fields,
 * which saves an object for each.
 */
export class TagReader {
  kind: ElementKind = kindOf("");
  /** One list a tag: the tree builder adds to that of `<html>` what a second one brings. */
  attributes: Token.Attribute[] = [];
  /** Whether it ends itself, `<path/>`. */
  selfClosing = false;
  /** Whether attributes that count were not read: all of them, or one with a character reference in it. */
  isPartial = false;

  /** @param html A page with LF alone at its line ends, and without NUL. */
  constructor(private readonly html: string) {}

  /** Reads the tag whose name begins at a place; gives the place behind it, or -1 where the page ends within it. */
  read(nameAt: number): number {
    const { html } = this;
    let at = nameAt;
    let unit = html.charCodeAt(at);
    while (!endsName(unit)) unit = html.charCodeAt(++at);
    this.kind = kindOf(html.slice(nameAt, at));
    this.attributes = [];
    this.selfClosing = false;
    this.isPartial = false;
    // Most end tags, and many others, have nothing but a name.
    return unit === greater ? at + 1 : this.readAttributes(at);
  }

  private readAttributes(from: number): number {
    const { html } = this;
    this.isPartial = this.kind.attributes === null;
    let at = from;
    for (;;) {
      let unit = html.charCodeAt(at);
      this.selfClosing = false;
      while (isSpace(unit) || unit === slash) {
        this.selfClosing = unit === slash;
        unit = html.charCodeAt(++at);
      }
      if (unit === greater) return at + 1;
      if (at >= html.length) return -1;
      const nameAt = at;
      // An equals sign in front belongs to the name.
      do unit = html.charCodeAt(++at);
      while (!endsName(unit) && unit !== equals);
      const nameEnd = at;
      while (isSpace(unit)) unit = html.charCodeAt(++at);
      if (unit === equals) {
        do unit = html.charCodeAt(++at);
        while (isSpace(unit));
        const valueAt = isQuote(unit) ? at + 1 : at;
        const valueEnd = this.endOfValue(valueAt, unit);
        if (valueEnd < 0) return -1;
        this.keep(nameAt, nameEnd, valueAt, valueEnd);
        at = isQuote(unit) ? valueEnd + 1 : valueEnd;
      } else {
        at = nameEnd;
        this.keep(nameAt, nameEnd, at, at);
      }
    }
  }

  /** The end of an attribute's value that begins with a quote or not; -1 where the page ends before the quote that ends it. */
  private endOfValue(from: number, first: number): number {
    const { html } = this;
    if (first === doubleQuote) return html.indexOf('"', from);
    if (first === singleQuote) return html.indexOf("'", from);
    let at = from;
    while (at < html.length && !isSpace(html.charCodeAt(at)) && html.charCodeAt(at) !== greater) at++;
    return at;
  }

  private keep(nameAt: number, nameEnd: number, valueAt: number, valueEnd: number): void {
    const name = this.keptName(nameAt, nameEnd);
    if (name === null) return;
    const value = this.html.slice(valueAt, valueEnd);
    if (value.includes("&")) this.isPartial = true;
    // Of attributes with one name the first counts.
    if (this.attributes.some((attribute) => attribute.name === name)) return;
    this.attributes.push({ name, value });
  }

  private keptName(from: number, to: number): string | null {
    return this.oneOf(hiding, from, to) ?? this.oneOf(this.kind.attributes ?? [], from, to);
  }

  private oneOf(names: readonly string[], from: number, to: number): string | null {
    for (const name of names) {
      if (name.length !== to - from || (this.html.charCodeAt(from) | 0x20) !== name.charCodeAt(0)) continue;
      if (this.html.slice(from, to).toLowerCase() === name) return name;
    }
    return null;
  }
}

const slash = 0x2f;
const equals = 0x3d;
const greater = 0x3e;
const doubleQuote = 0x22;
const singleQuote = 0x27;
const isQuote = (unit: number): boolean => unit === doubleQuote || unit === singleQuote;

/** By ASCII code up to `>`: 1 for white space, 2 for what else ends the name of a tag or of an attribute. */
const enders = new Uint8Array(greater + 1);
for (const space of [0x20, 0x0a, 0x09, 0x0d, 0x0c]) enders[space] = 1;
enders[slash] = enders[greater] = 2;
export const isSpace = (unit: number): boolean => unit <= greater && enders[unit] === 1;
/** Whether a character ends the name of a tag or of an attribute; the end of the page, NaN, does. */
export const endsName = (unit: number): boolean => !(unit > greater) && enders[unit] !== 0;
