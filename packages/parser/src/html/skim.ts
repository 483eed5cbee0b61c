import { type Treatment, treatmentOf } from "./treatments.js";

/**
 * An HTML page without what nobody reads: scripts, styles, icons, pictures and comments, the tags of elements that only colour
 * or link words, and the attributes that neither the text nor the head depends on. Three quarters of a saved page, which the tree builder
 * would go through letter by letter. What is left reads the same; where the markup leaves any doubt of that (a frameset, a CDATA
 * section, a script that holds scripts), the page is given back as it is. One pass, linear in its length.
 */
export const skim = (html: string): string => new Skimmer(html).run() ?? html;

/** Attributes that the text depends on, whatever the element; `render-visible` reads them. */
const alwaysKept = ["hidden", "aria-hidden", "style"];

/** Characters that must go for a tag to be written anew: fewer cost the tree builder less than the writing. */
const worthwhile = 16;
const nothingKept: readonly number[] = [];
/** A comment without words. */
const apart = "<!---->";

type Tag = Readonly<{
  treatment: Treatment;
  /** Behind the tag. */
  end: number;
  /** Whether it ends itself, `<path/>`. */
  closed: boolean;
  /** Where the attributes begin that are kept, and where they end, two numbers each. */
  kept: readonly number[];
  /** Whether writing the tag anew, with those alone, is worth it. */
  shorter: boolean;
}>;

class Skimmer {
  private readonly out: string[] = [];
  /** What stands before is in `out`. */
  private copied = 0;
  private nextBang = -1;
  /** Elements within a line that are open and have held nothing but text and their like so far. */
  private readonly open: Readonly<{ name: string; part: number; instead: string }>[] = [];
  /** Links that are open and keep their tags: the next link ends them, so it must stay. */
  private links = 0;
  /** Where tags in a row that may go end, and the last character before them. */
  private rowEnd = -1;
  private before = -1;

  constructor(private readonly html: string) {}

  /** Null where the page has to be read as it is. */
  run(): string | null {
    const { html } = this;
    for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at)) {
      const next = html.charCodeAt(at + 1);
      if (isLetter(next)) {
        const after = this.element(at);
        if (after === doubt) return null;
        at = after;
      } else if (next === bang) {
        if (html.startsWith("[CDATA[", at + 2)) return null;
        at = html.startsWith("--", at + 2) ? this.comment(at) : this.until(">", at);
      } else if (next === slash && isLetter(html.charCodeAt(at + 2))) {
        at = this.endTag(at);
      } else if (next === slash || next === question) at = this.until(">", at);
      else at++;
    }
    if (this.copied === 0) return html;
    this.out.push(html.slice(this.copied));
    return this.out.join("");
  }

  /** A start tag, and the content that goes with it. Gives where to go on. */
  private element(at: number): number {
    const tag = this.readTag(at + 1);
    // A tag that never ends is nothing, and nothing comes after it.
    if (tag === null) return this.html.length;
    const { treatment, end } = tag;
    switch (treatment.kind) {
      case "doubtful":
        return doubt;
      case "words":
        this.wordsBegin(at, tag);
        return end;
      case "void":
        this.replace(at, end, this.joint(at, end));
        return end;
      case "parts":
        return this.leaveOutWithParts(at, tag);
      case "dropped":
        return this.leaveOutWithText(at, tag);
      case "plain":
      case "verbatim":
        this.settle();
        if (tag.shorter) this.replace(at, end, this.written(tag));
        return treatment.kind === "verbatim" ? this.endTagOf(treatment.name, end) : end;
    }
  }

  /** A script, a style and their like: text up to the end tag. */
  private leaveOutWithText(at: number, { treatment: { name }, end }: Tag): number {
    const { html } = this;
    const close = this.endTagOf(name, end);
    if (name === "script" && !isPlainScript(html, end, close)) return doubt;
    const after = this.readTag(close + 2)?.end;
    // What never ends is content to the end of the page; the page's own end is nothing to be left out.
    if (after === undefined || (name === "script" && /ld\+json/i.test(html.slice(at, end)))) {
      this.settle();
      return close;
    }
    this.replace(at, after, this.joint(at, after));
    return after;
  }

  /** A start tag within a line; what comes before the next tag that is no such one says whether it goes. */
  private wordsBegin(at: number, tag: Tag): void {
    const { treatment, end, kept } = tag;
    const { name } = treatment;
    const isLink = name === "a";
    if (kept.length > 0 || (isLink && this.links > 0)) {
      this.settle();
      if (isLink) this.links++;
      return;
    }
    if (at > this.copied) this.out.push(this.html.slice(this.copied, at));
    this.copied = end;
    const part = this.out.push(tag.shorter ? this.written(tag) : this.html.slice(at, end)) - 1;
    this.open.push({ name, part, instead: this.joint(at, end) });
  }

  private wordsEnd(at: number, { treatment: { name }, end }: Tag): void {
    const begin = this.open.pop();
    if (begin?.name === name) {
      this.out[begin.part] = begin.instead;
      this.replace(at, end, this.joint(at, end));
      return;
    }
    if (begin !== undefined) this.open.push(begin);
    this.settle();
    if (name === "a" && this.links > 0) this.links--;
  }

  /** The elements that stand open keep their tags. */
  private settle(): void {
    if (this.open.length === 0) return;
    for (const { name } of this.open) if (name === "a") this.links++;
    this.open.length = 0;
  }

  private endTag(at: number): number {
    const tag = this.readTag(at + 2);
    if (tag === null) return this.html.length;
    if (tag.treatment.kind === "words") this.wordsEnd(at, tag);
    else this.settle();
    return tag.end;
  }

  /** An element that is not seen, where it holds nothing but its parts; anything else leaves doubt. */
  private leaveOutWithParts(from: number, { treatment: { name, parts }, end, closed }: Tag): number {
    const { html } = this;
    if (name === "svg" && closed) {
      this.replace(from, end, this.joint(from, end));
      return end;
    }
    for (let at = html.indexOf("<", end); at >= 0; at = html.indexOf("<", at)) {
      const next = html.charCodeAt(at + 1);
      const start = next === slash ? at + 2 : at + 1;
      if (next === bang && html.startsWith("--", at + 2)) {
        at = this.endOfComment(at);
        continue;
      }
      if (!isLetter(html.charCodeAt(start))) return doubt;
      const tag = this.readTag(start);
      if (tag === null) return doubt;
      if (tag.treatment.name === name && next === slash) {
        this.replace(from, tag.end, this.joint(from, tag.end));
        return tag.end;
      }
      if (!parts.has(tag.treatment.name)) return doubt;
      at = tag.end;
    }
    return doubt;
  }

  private comment(at: number): number {
    const end = this.endOfComment(at);
    if (end < this.html.length) this.replace(at, end, "<!---->");
    return end;
  }

  /** `<!-->` and `<!--->` are whole comments, `--!>` ends one too. */
  private endOfComment(at: number): number {
    const { html } = this;
    const plain = html.indexOf("-->", at + 2);
    if (this.nextBang < at + 4 && this.nextBang !== html.length) {
      const found = html.indexOf("--!>", at + 4);
      this.nextBang = found < 0 ? html.length : found;
    }
    if (plain < 0 && this.nextBang === html.length) return html.length;
    return plain >= 0 && plain < this.nextBang ? plain + 3 : this.nextBang + 4;
  }

  private until(mark: string, at: number): number {
    const end = this.html.indexOf(mark, at);
    return end < 0 ? this.html.length : end + 1;
  }

  /** Where `</name` begins that ends an element of text, or the end of the page. */
  private endTagOf(name: string, from: number): number {
    const { html } = this;
    for (let at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
      const end = at + 2 + name.length;
      if (endsName(html.charCodeAt(end)) && html.slice(at + 2, end).toLowerCase() === name) return at;
    }
    return html.length;
  }

  /**
   * What stands for a tag that is left out: nothing, or a comment where what is round it would be read as one: `<` and a
   * name, the halves of `&amp;`, `<pre>` and a line end that is no part of it.
   */
  private joint(from: number, to: number): string {
    const { html } = this;
    // Of tags in a row all may go: what counts is what stands before the first.
    if (from > this.rowEnd) this.before = from - 1;
    this.rowEnd = to;
    const { before } = this;
    const last = html.charCodeAt(before);
    if (last === less) return apart;
    if (last === greater) return isSpace(html.charCodeAt(to)) ? apart : "";
    let i = before;
    while (i > before - longestReference && isOfReference(html.charCodeAt(i))) i--;
    return html.charCodeAt(i) === ampersand ? apart : "";
  }

  private replace(from: number, to: number, by: string): void {
    if (from > this.copied) this.out.push(this.html.slice(this.copied, from));
    if (by !== "") this.out.push(by);
    this.copied = to;
  }

  /** Reads a tag as the standard's tokeniser does; null where the page ends within it. */
  private readTag(nameAt: number): Tag | null {
    const { html } = this;
    let i = nameAt;
    while (i < html.length && !endsName(html.charCodeAt(i))) i++;
    const treatment = treatmentOf(html.slice(nameAt, i));
    // Most end tags, and many others, have nothing but a name.
    if (html.charCodeAt(i) === greater)
      return { treatment, end: i + 1, closed: false, kept: nothingKept, shorter: false };
    const wanted = treatment.kept;
    const attributesAt = i;
    const kept: number[] = [];
    let length = 0;
    for (;;) {
      while (isSpace(html.charCodeAt(i)) || html.charCodeAt(i) === slash) i++;
      if (i >= html.length) return null;
      if (html.charCodeAt(i) === greater) break;
      const start = i;
      // An equals sign in front belongs to the name.
      i++;
      while (i < html.length && !endsName(html.charCodeAt(i)) && html.charCodeAt(i) !== equals) i++;
      const nameEnd = i;
      while (isSpace(html.charCodeAt(i))) i++;
      if (html.charCodeAt(i) === equals) {
        i = this.endOfValue(i + 1);
        if (i < 0) return null;
      } else i = nameEnd;
      if (
        wanted === null ||
        !(this.isOneOf(start, nameEnd, alwaysKept) || this.isOneOf(start, nameEnd, wanted))
      )
        continue;
      kept.push(start, i);
      length += i - start + 1;
    }
    const shorter = wanted !== null && i - attributesAt - length >= worthwhile;
    return { treatment, end: i + 1, closed: html.charCodeAt(i - 1) === slash, kept, shorter };
  }

  /** The end of an attribute's value, or a negative number where the page ends within it. */
  private endOfValue(from: number): number {
    const { html } = this;
    let i = from;
    while (isSpace(html.charCodeAt(i))) i++;
    const quote = html.charCodeAt(i);
    if (quote === doubleQuote || quote === singleQuote)
      return html.indexOf(quote === doubleQuote ? '"' : "'", i + 1) + 1 || -1;
    while (i < html.length && !isSpace(html.charCodeAt(i)) && html.charCodeAt(i) !== greater) i++;
    return i;
  }

  private isOneOf(start: number, end: number, names: readonly string[]): boolean {
    for (const name of names) {
      if (name.length !== end - start || (this.html.charCodeAt(start) | 0x20) !== name.charCodeAt(0))
        continue;
      if (this.html.slice(start, end).toLowerCase() === name) return true;
    }
    return false;
  }

  /** A tag with none but the attributes kept. */
  private written({ treatment, closed, kept }: Tag): string {
    let tag = `<${treatment.name}`;
    for (let i = 0; i < kept.length; i += 2) tag += ` ${this.html.slice(kept[i], kept[i + 1])}`;
    return closed ? `${tag} />` : `${tag}>`;
  }
}

/** Whether a script ends at the first end tag: a script within a comment within a script may hide one. */
const isPlainScript = (html: string, from: number, to: number): boolean => {
  const comment = html.indexOf("<!--", from);
  return comment < 0 || comment >= to || !/<script/i.test(html.slice(comment, to));
};

/** No place to go on from: the page is to be read as it is. */
const doubt = -1;
const bang = 0x21;
const hash = 0x23;
const slash = 0x2f;
const question = 0x3f;
const ampersand = 0x26;
const less = 0x3c;
const equals = 0x3d;
const greater = 0x3e;
const doubleQuote = 0x22;
const singleQuote = 0x27;
/** Letters of the longest character reference, `&CounterClockwiseContourIntegral;`, and a sign. */
const longestReference = 33;
const isOfReference = (unit: number): boolean =>
  isLetter(unit) || (unit >= 0x30 && unit <= 0x39) || unit === hash;
const isLetter = (unit: number): boolean => (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;

/** By ASCII code: 1 for white space, 2 for what else ends the name of a tag or of an attribute. */
const enders = new Uint8Array(128);
for (const space of [0x20, 0x0a, 0x09, 0x0d, 0x0c]) enders[space] = 1;
enders[slash] = enders[greater] = 2;
const isSpace = (unit: number): boolean => enders[unit] === 1;
const endsName = (unit: number): boolean => unit < 128 && enders[unit] !== 0;
