import { type DefaultTreeAdapterMap, InsertionMode, Parser, Token, TokenizerMode } from "parse5";
import type { ElementKind } from "./elements.js";
import { jsonLdType } from "./json-ld.js";
import { type Document, treeAdapter } from "./nodes.js";
import { readReferences } from "./references.js";
import { endsName, isSpace, TagReader } from "./tag-reader.js";

/**
 * The tree of a page as browsers build it. parse5 builds it and mends what is broken; its tokens are made here, of whole slices
 * of the page and not letter by letter, without the words of comments and the attributes that nobody reads, and, in the body,
 * without scripts, icons, pictures and tags round nothing but text. The visible text and the head are those of parse5's own tree.
 * Linear in the page's length.
 *
 * @param html A page with LF alone at its line ends, and without NUL.
 */
export const buildTree = (html: string): Document => new TreeBuilder(html).run();

const { TokenType } = Token;

class TreeBuilder {
  private readonly parser = new Parser<DefaultTreeAdapterMap>({ treeAdapter });
  private readonly tokenizer = this.parser.tokenizer;
  private readonly tag: TagReader;
  /** For tags that are looked at before what stands in front of them is settled. */
  private readonly ahead: TagReader;
  private readonly ends: NextMark;
  private readonly bangEnds: NextMark;

  constructor(private readonly html: string) {
    this.tag = new TagReader(html);
    this.ahead = new TagReader(html);
    this.ends = new NextMark(html, "-->");
    this.bangEnds = new NextMark(html, "--!>");
  }

  run(): Document {
    const { html, parser } = this;
    /** What stands before is read. */
    let from = 0;
    for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at)) {
      const next = html.charCodeAt(at + 1);
      const isEnd = next === slash;
      if (!isLetter(next) && next !== bang && next !== question && !(isEnd && at + 2 < html.length)) {
        at++;
        continue;
      }
      if (at > from) this.characters(readReferences(html.slice(from, at)));
      if (isLetter(next)) from = this.startTag(at);
      else if (isEnd && isLetter(html.charCodeAt(at + 2))) from = this.endTag(at);
      else if (isEnd && html.charCodeAt(at + 2) === greater) from = at + 3;
      else if (next === bang) from = this.declaration(at);
      else from = this.comment(this.behind(">", at));
      if (from === handedOver) return parser.document;
      at = from;
    }
    if (from < html.length) this.characters(readReferences(html.slice(from)));
    parser.onEof({ type: TokenType.EOF, location: null });
    return parser.document;
  }

  /** White space in front is a token of its own: before the body begins, it is nothing. */
  private characters(chars: string): void {
    let start = 0;
    while (isSpace(chars.charCodeAt(start))) start++;
    if (start > 0)
      this.parser.onWhitespaceCharacter({
        type: TokenType.WHITESPACE_CHARACTER,
        chars: chars.slice(0, start),
        location: null,
      });
    if (start < chars.length)
      this.parser.onCharacter({ type: TokenType.CHARACTER, chars: chars.slice(start), location: null });
  }

  /** A start tag, with what is left out behind it or is no markup. Gives the place where reading goes on, as the next ones do. */
  private startTag(at: number): number {
    const { html, parser, tag, tokenizer } = this;
    const end = tag.read(at + 1);
    // A tag that never ends is nothing, and nothing comes after it.
    if (end < 0) return html.length;
    const { kind } = tag;
    if (
      kind.name === "frameset" ||
      (kind.name === "script" && !tokenizer.inForeignNode && !this.isPlainScript(end))
    )
      return this.handOver(at);
    const omitted = this.endOfOmitted(end);
    if (omitted >= 0) return omitted;
    if (tag.isPartial || tokenizer.inForeignNode) tokenizer.write(html.slice(at, end), false);
    else parser.onStartTag(this.token(TokenType.START_TAG));
    return tokenizer.state === TokenizerMode.DATA ? end : this.content(kind.name, end);
  }

  private endTag(at: number): number {
    const end = this.tag.read(at + 2);
    if (end < 0) return this.html.length;
    this.parser.onEndTag(this.token(TokenType.END_TAG));
    return end;
  }

  private token(type: Token.TokenType.START_TAG | Token.TokenType.END_TAG): Token.TagToken {
    const { kind, attributes, selfClosing } = this.tag;
    return {
      type,
      tagName: kind.name,
      tagID: kind.id,
      selfClosing,
      ackSelfClosing: false,
      attrs: attributes,
      location: null,
    };
  }

  /** What is text up to the end tag, as the tree builder says: a title, a script, a style and their like. */
  private content(name: string, from: number): number {
    const { html, tokenizer } = this;
    const { state } = tokenizer;
    if (state === TokenizerMode.PLAINTEXT) return this.handOver(from);
    const end = this.endTagOf(name, from);
    const chars = html.slice(from, end);
    this.characters(state === TokenizerMode.RCDATA ? readReferences(chars) : chars);
    tokenizer.state = TokenizerMode.DATA;
    return end;
  }

  /**
   * Where the element ends whose start tag was read last, if it is left out; else a negative number. It may be once the body has
   * begun and no frameset can take its place any more: the tree builder would put a node there that nobody reads.
   */
  private endOfOmitted(end: number): number {
    const { parser, tag } = this;
    const { omitted } = tag.kind;
    if (omitted === "nothing" || parser.framesetOk || this.tokenizer.inForeignNode) return -1;
    const { insertionMode } = parser;
    if (insertionMode !== InsertionMode.IN_BODY && insertionMode !== InsertionMode.IN_CELL) return -1;
    // Any tag ends the place where `<pre>` swallows a line end.
    parser.skipNextNewLine = false;
    const after = this.endOf(omitted, end);
    // What is no script or its like opens again what formatting stands open, and that may be hidden.
    if (after >= 0 && omitted !== "content") parser._reconstructActiveFormattingElements();
    return after;
  }

  private endOf(omitted: ElementKind["omitted"], end: number): number {
    const { tag } = this;
    switch (omitted) {
      case "nothing":
        return -1;
      case "tag":
        return end;
      case "content":
        return tag.isPartial || tag.attributes.some(({ value }) => value === jsonLdType)
          ? -1
          : this.ahead.read(this.endTagOf(tag.kind.name, end) + 2);
      case "parts":
        return tag.selfClosing && tag.kind.name === "svg" ? end : this.endOfParts(end);
      case "tags":
        return this.endOfWords(end);
      case "formatting":
        // One that is open may be ended by the next, a link by a link.
        return this.parser.activeFormattingElements.newest === null ? this.endOfWords(end) : -1;
    }
  }

  /** Of an element that holds nothing but text, tags are left out and the text is read. */
  private endOfWords(end: number): number {
    const { html, tag } = this;
    if (tag.attributes.length > 0) return -1;
    const { name } = tag.kind;
    const close = html.indexOf("<", end);
    const after = close + 3 + name.length;
    if (
      close < 0 ||
      !html.startsWith("</", close) ||
      !html.startsWith(name, close + 2) ||
      html[after - 1] !== ">"
    )
      return -1;
    if (close > end) this.characters(readReferences(html.slice(end, close)));
    return after;
  }

  /** Of an element that is not seen and holds nothing but its parts. */
  private endOfParts(from: number): number {
    const { html, ahead } = this;
    const { name, parts } = this.tag.kind;
    for (let at = html.indexOf("<", from); at >= 0; at = html.indexOf("<", at)) {
      if (html.startsWith("<!--", at)) {
        at = this.endOfComment(at);
        continue;
      }
      const isEnd = html.charCodeAt(at + 1) === slash;
      const nameAt = isEnd ? at + 2 : at + 1;
      if (!isLetter(html.charCodeAt(nameAt))) return -1;
      at = ahead.read(nameAt);
      if (at < 0) return -1;
      if (isEnd && ahead.kind.name === name) return at;
      if (!parts.has(ahead.kind.name)) return -1;
      // What stands within a title of a drawing is HTML.
      if (!isEnd && titles.has(ahead.kind.name) && !this.endsNext(ahead.kind.name, at)) return -1;
    }
    return -1;
  }

  /** Whether the next tag ends an element, with nothing but text before it. */
  private endsNext(name: string, from: number): boolean {
    const next = this.html.indexOf("<", from);
    return next >= 0 && this.html.startsWith(`</${name}>`, next);
  }

  private declaration(at: number): number {
    const { html } = this;
    if (html.startsWith("--", at + 2)) return this.comment(this.endOfComment(at));
    if (this.tokenizer.inForeignNode) return this.handOver(at);
    const end = this.behind(">", at);
    if (!doctype.test(html.slice(at, at + 9))) return this.comment(end);
    if (html.charCodeAt(end - 1) !== greater) return this.handOver(at);
    this.tokenizer.write(html.slice(at, end), false);
    return end;
  }

  /** A comment, or what is read as one. Its words are nothing to anybody, but it stands between what is round it. */
  private comment(end: number): number {
    this.parser.onComment({ type: TokenType.COMMENT, data: "", location: null });
    return end;
  }

  /** `<!-->` and `<!--->` are whole comments, `--!>` ends one too. */
  private endOfComment(at: number): number {
    const plain = this.ends.from(at + 2);
    const bang = this.bangEnds.from(at + 4);
    const { length } = this.html;
    if (plain === length && bang === length) return length;
    return plain < bang ? plain + 3 : bang + 4;
  }

  private behind(mark: string, at: number): number {
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

  /** Whether a script ends at the first end tag: a script within a comment within a script may hide one. */
  private isPlainScript(from: number): boolean {
    const words = this.html.slice(from, this.endTagOf("script", from));
    const comment = words.indexOf("<!--");
    return comment < 0 || !/<script/i.test(words.slice(comment));
  }

  /** Leaves the rest of the page to parse5's own reading, letter by letter, where its rules are its own. */
  private handOver(from: number): number {
    this.tokenizer.write(this.html.slice(from), true);
    return handedOver;
  }
}

/** Finds a mark again and again, each place of it once: a page of comments costs what its length costs. */
class NextMark {
  private asked = 0;
  private found = -1;

  constructor(
    private readonly html: string,
    private readonly mark: string,
  ) {}

  /** Where the mark stands next, at a place or behind it; the page's length where it does not. */
  from(at: number): number {
    if (at < this.asked || at > this.found) {
      const found = this.html.indexOf(this.mark, at);
      this.asked = at;
      this.found = found < 0 ? this.html.length : found;
    }
    return this.found;
  }
}

const titles: ReadonlySet<string> = new Set(["title", "desc"]);
const doctype = /^<!doctype/i;
/** No place to go on from: parse5 has read the rest. */
const handedOver = -2;
const bang = 0x21;
const slash = 0x2f;
const question = 0x3f;
const greater = 0x3e;
const isLetter = (unit: number): boolean => (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
