import { html } from "parse5";

/** What reading a page does with the elements of one name. */
export type ElementKind = Readonly<{
  name: string;
  /** The tree builder's number for the name. */
  id: html.TAG_ID;
  /**
   * What `build-tree` may leave out, none of which is ever read:
   *
   * - `tag`: it has no content and no end tag
   * - `content`: tags and content, which is text up to the end tag
   * - `parts`: tags and content, where nothing but its parts is in it
   * - `tags`: the tags, where nothing but text is between them
   * - `formatting`: as `tags`; browsers go on with these where others end them
   */
  omitted: "nothing" | "tag" | "content" | "parts" | "tags" | "formatting";
  /** Of `parts`: the elements that may be in it, none of which leads out. */
  parts: ReadonlySet<string>;
  /** The attributes that are read beside those of every element; null where all are, since the tree builder looks at them. */
  attributes: readonly string[] | null;
  /** Whether its content is seen. */
  seen: boolean;
  /** Line breaks before and after: 1 where it begins and ends a line, 2 where a blank line is round it. */
  breaks: 0 | 1 | 2;
  /** Whether a page's head may be told by it. */
  tells: boolean;
}>;
type Writable = { -readonly [Key in keyof ElementKind]: ElementKind[Key] };

const listOf = (names: string): readonly string[] => names.split(" ");
const noParts: ReadonlySet<string> = new Set();
const kinds = new Map<string, Writable>();
const plain = (name: string): Writable => ({
  name,
  id: html.getTagID(name),
  omitted: "nothing",
  parts: noParts,
  attributes: [],
  seen: true,
  breaks: 0,
  tells: false,
});
/** Says something of elements, beside what is said of them elsewhere. */
const say = (names: string, what: Partial<ElementKind>): void => {
  for (const name of listOf(names)) kinds.set(name, Object.assign(kinds.get(name) ?? plain(name), what));
};

say("html", { attributes: ["lang", "xml:lang"], tells: true });
say("meta", { attributes: ["property", "name", "itemprop", "content"], tells: true });
say("link", { attributes: ["rel", "href"], tells: true });
say("script", { attributes: ["type"], tells: true });
say("title", { tells: true });
// The tree builder tells these apart by their attributes.
say("input", { attributes: ["type"] });
say("template object applet marquee form frame nobr", { attributes: null });

say("abbr cite span sub sup time", { omitted: "tags" });
say("a b big code em font i s small strike strong tt u", { omitted: "formatting" });
say("img wbr", { omitted: "tag" });
say("script style noscript iframe", { omitted: "content" });
say("svg", {
  omitted: "parts",
  parts: new Set(
    listOf(
      "path g use circle rect defs polygon polyline line ellipse clippath lineargradient radialgradient stop symbol title desc mask text tspan",
    ),
  ),
});
say("select", { omitted: "parts", parts: new Set(["option", "optgroup"]) });

say(
  "script style noscript template svg iframe head title meta link object embed canvas audio video select datalist dialog",
  { seen: false },
);
say(
  "address article aside body button details dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody tfoot thead tr ul blockquote option center",
  { breaks: 1 },
);
say("p h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl table figure", { breaks: 2 });

/** The kind of the elements whose name is written so, in any case of letters. */
export const kindOf = (written: string): ElementKind => {
  const known = kinds.get(written);
  if (known !== undefined) return known;
  // Of letters beyond ASCII some have a small one within it, the Kelvin sign a k.
  const name = written.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  return kinds.get(name) ?? plain(name);
};
