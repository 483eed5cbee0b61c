/**
 * An HTML page without what nobody reads: the content of scripts, styles and icons, comments, and the attributes that neither
 * the text nor the head depends on. Some two thirds of a saved page, which the tree builder would go through letter by letter.
 * What is left builds the same visible tree; where the markup leaves any doubt of that (a frameset, a CDATA section, a script that
 * holds scripts), the page is given back as it is. One pass, linear in its length.
 */
export const skim = (html: string): string => new Skimmer(html).run() ?? html;

/** Attributes that the text depends on, whatever the element; `render-visible` reads them. */
const alwaysKept = ["hidden", "aria-hidden", "style"];
/** Attributes that `read-head` reads, and those by which the tree builder tells elements apart. */
const keptOf: Readonly<Record<string, readonly string[]>> = {
  html: ["lang", "xml:lang"],
  body: ["lang"],
  meta: ["property", "name", "itemprop", "content"],
  link: ["rel", "href"],
  script: ["type"],
  input: ["type"],
};
/** Elements whose attributes the tree builder compares with each other ("Noah's Ark"), or may come to. */
const whole = new Set(
  "b big code em font i nobr s small strike strong tt u template object applet marquee form frame".split(" "),
);
/** Elements whose content is text up to their end tag, and is never seen. */
const dropped = new Set(["script", "style", "noscript", "iframe"]);
/** Elements whose content is text up to their end tag, and may be seen. */
const verbatim = new Set(["title", "textarea", "xmp", "noembed", "noframes"]);
/** Elements that change how what follows is read. */
const doubtful = new Set(["frameset", "plaintext", "math", "annotation-xml", "foreignobject"]);
/** Unseen elements with elements in them, none of which leads out: the drawing of an icon, the choices of a form. */
const partsOf: Readonly<Record<string, ReadonlySet<string>>> = {
  svg: new Set(
    "path g use circle rect defs polygon polyline line ellipse clippath lineargradient radialgradient stop symbol title desc mask text tspan".split(
      " ",
    ),
  ),
  select: new Set(["option", "optgroup"]),
};

/** Characters that must go for a tag to be written anew: fewer cost the tree builder less than the writing. */
const worthwhile = 16;

type Tag = Readonly<{
  name: string;
  /** Behind the tag. */
  end: number;
  /** Whether it ends itself, `<path/>`. */
  closed: boolean;
  /** Where the attributes begin that are kept, and where they end, two numbers each; null where the tag stands as it is. */
  kept: readonly number[] | null;
}>;

class Skimmer {
  private readonly out: string[] = [];
  /** What stands before is in `out`. */
  private copied = 0;
  private nextBang = -1;

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
        at = this.readTag(at + 2)?.end ?? html.length;
      } else if (next === slash || next === question) at = this.until(">", at);
      else at++;
    }
    if (this.copied === 0) return html;
    this.out.push(html.slice(this.copied));
    return this.out.join("");
  }

  /** A start tag, and the content that goes with it. Gives where to go on. */
  private element(at: number): number {
    const { html } = this;
    const tag = this.readTag(at + 1);
    // A tag that never ends is nothing, and nothing comes after it.
    if (tag === null) return html.length;
    const { name, end } = tag;
    if (doubtful.has(name)) return doubt;
    if (tag.kept !== null) this.shorten(at, tag, tag.kept);
    const parts = partsOf[name];
    if (parts !== undefined) return name === "svg" && tag.closed ? end : this.unseen(name, parts, end);
    if (verbatim.has(name)) return this.endTagOf(name, end);
    if (!dropped.has(name)) return end;
    const close = this.endTagOf(name, end);
    if (name === "script" && !isPlainScript(html, end, close)) return doubt;
    // What never ends is content to the end of the page; the page's own end is nothing to be dropped.
    if (name === "script" && /ld\+json/i.test(html.slice(at, end))) return close;
    this.replace(end, close, "");
    return close;
  }

  /** The content of an element that is not seen, where it holds nothing but its parts; anything else leaves doubt. */
  private unseen(name: string, parts: ReadonlySet<string>, from: number): number {
    const { html } = this;
    for (let at = html.indexOf("<", from); at >= 0; at = html.indexOf("<", at)) {
      const next = html.charCodeAt(at + 1);
      const start = next === slash ? at + 2 : at + 1;
      if (next === bang && html.startsWith("--", at + 2)) {
        at = this.endOfComment(at);
        continue;
      }
      if (!isLetter(html.charCodeAt(start))) return doubt;
      const tag = this.readTag(start);
      if (tag === null) return doubt;
      if (tag.name === name && next === slash) {
        this.replace(from, at, "");
        return tag.end;
      }
      if (!parts.has(tag.name)) return doubt;
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
    const name = html.slice(nameAt, i).toLowerCase();
    const wanted = whole.has(name) ? null : (keptOf[name] ?? []);
    // Most end tags, and many others, have nothing but a name.
    if (html.charCodeAt(i) === greater) return { name, end: i + 1, closed: false, kept: null };
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
    return { name, end: i + 1, closed: html.charCodeAt(i - 1) === slash, kept: shorter ? kept : null };
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

  /** Writes a tag with none but the attributes kept. */
  private shorten(at: number, { name, end, closed }: Tag, kept: readonly number[]): void {
    let by = `<${name}`;
    for (let i = 0; i < kept.length; i += 2) by += ` ${this.html.slice(kept[i], kept[i + 1])}`;
    this.replace(at, end, closed ? `${by} />` : `${by}>`);
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
const slash = 0x2f;
const question = 0x3f;
const equals = 0x3d;
const greater = 0x3e;
const doubleQuote = 0x22;
const singleQuote = 0x27;
const isLetter = (unit: number): boolean => (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;

/** By ASCII code: 1 for white space, 2 for what else ends the name of a tag or of an attribute. */
const enders = new Uint8Array(128);
for (const space of [0x20, 0x0a, 0x09, 0x0d, 0x0c]) enders[space] = 1;
enders[slash] = enders[greater] = 2;
const isSpace = (unit: number): boolean => enders[unit] === 1;
const endsName = (unit: number): boolean => unit < 128 && enders[unit] !== 0;
