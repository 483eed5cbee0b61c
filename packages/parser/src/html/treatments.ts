/** What skimming does with an element. */
export type Treatment = Readonly<{
  name: string;
  /**
   * - `plain`: the tags stay, with the attributes kept
   * - `words`: of an element within a line that holds nothing but text, the tags go
   * - `void`: the tag goes; there is no content and no end tag
   * - `verbatim`: content is text up to the end tag, and may be seen
   * - `dropped`: content is text up to the end tag, and is never seen
   * - `parts`: never seen, with elements in it
   * - `doubtful`: changes how what follows is read
   */
  kind: "plain" | "words" | "void" | "verbatim" | "dropped" | "parts" | "doubtful";
  /** The attributes kept beside those that always are; null where all are, since the tree builder compares elements by them. */
  kept: readonly string[] | null;
  /** Of `parts`: the elements that may be in it, none of which leads out. */
  parts: ReadonlySet<string>;
}>;

const listOf = (names: string): readonly string[] => names.split(" ");
const nothing: ReadonlySet<string> = new Set();
const treatments = new Map<string, Treatment>();
const treat = (
  names: string,
  kind: Treatment["kind"],
  kept: readonly string[] | null = [],
  parts: ReadonlySet<string> = nothing,
): void => {
  for (const name of listOf(names)) treatments.set(name, { name, kind, kept, parts });
};
treat("html", "plain", ["lang", "xml:lang"]);
treat("body", "plain", ["lang"]);
// The attributes that `read-head` reads.
treat("meta", "plain", ["property", "name", "itemprop", "content"]);
treat("link", "plain", ["rel", "href"]);
// The attributes by which the tree builder tells these apart, or may come to.
treat("input", "plain", ["type"]);
treat("template object applet marquee form frame nobr", "plain", null);
treat("a abbr b big cite code em font i s small span strike strong sub sup time tt u", "words");
treat("img wbr", "void");
treat("title textarea xmp noembed noframes", "verbatim");
treat("style noscript iframe", "dropped");
treat("script", "dropped", ["type"]);
treat("frameset plaintext math annotation-xml foreignobject", "doubtful");
treat(
  "svg",
  "parts",
  [],
  new Set(
    listOf(
      "path g use circle rect defs polygon polyline line ellipse clippath lineargradient radialgradient stop symbol title desc mask text tspan",
    ),
  ),
);
treat("select", "parts", [], new Set(["option", "optgroup"]));

/** How an element is treated whose name stands in a page in any case of letters. */
export const treatmentOf = (written: string): Treatment => {
  const known = treatments.get(written);
  if (known !== undefined) return known;
  const name = written.toLowerCase();
  return treatments.get(name) ?? { name, kind: "plain", kept: [], parts: nothing };
};
