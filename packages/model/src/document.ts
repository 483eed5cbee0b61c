import type { Day } from "./calendar/day.js";
import type { Diagnostic } from "./diagnostic.js";
import type { Span } from "./span.js";
import type { Tokens } from "./tokens/tokens.js";

/** What somebody said about a document from outside: sources.csv or the fields of a record. It wins over the text. */
export type Given = Readonly<{
  url: string | null;
  title: string | null;
  publisher: string | null;
  published: Day | null;
  /** ISO date-time with offset where one was given. */
  publishedAt: string | null;
}>;

export const nothingGiven: Given = {
  url: null,
  title: null,
  publisher: null,
  published: null,
  publishedAt: null,
};

/** What the head of an HTML page says about it. */
export type Head = Readonly<{
  title: string | null;
  authors: readonly string[];
  publisher: string | null;
  published: Day | null;
  publishedAt: string | null;
  language: string | null;
  url: string | null;
}>;

/** One record as read: its text, never edited from here on, and what came along with it. */
export type SourceDocument = Readonly<{
  /** `d` + 20 hex digits of SHA-256 over record name, NUL, payload. */
  docId: string;
  /** Path below the deepest common folder of all inputs, or `path#id` for a record of a container. */
  source: string;
  /** SHA-256 of the bytes, hex. */
  sha256: string;
  text: string;
  given: Given;
  head: Head | null;
  diagnostics: readonly Diagnostic[];
}>;

export const blockRoles = [
  "title",
  "subtitle",
  "byline",
  "published",
  "dateline",
  "heading",
  "paragraph",
  "list_item",
  "caption",
  "credit",
  "author_note",
  "navigation",
  "promotion",
  "related",
  "notice",
] as const;

export type BlockRole = (typeof blockRoles)[number];

/** Roles that make the body of an article. */
export const bodyRoles: ReadonlySet<BlockRole> = new Set([
  "title",
  "subtitle",
  "heading",
  "paragraph",
  "list_item",
]);

/** Roles whose text is split into sentences and annotated: the body and captions. */
export const annotatedRoles: ReadonlySet<BlockRole> = new Set([...bodyRoles, "caption"]);

/** A piece of a page with one function. The blocks of a page are disjoint, in order, and cover every non-space character. */
export type Block = Span & Readonly<{ role: BlockRole }>;

/** A value read from the page, with the place it was read from; `span` is null where an HTML head said it. */
export type Stated<T> = Readonly<{ value: T; span: Span | null }>;

export type AuthorKind = "person" | "agency" | "desk";

export type Dateline = Readonly<{
  span: Span;
  /** The place as written: "HANOI, Vietnam". */
  place: Span;
  agency: string | null;
  day: Day | null;
}>;

export type Metadata = Readonly<{
  title: Stated<string> | null;
  subtitle: Stated<string> | null;
  authors: readonly Readonly<{ name: string; kind: AuthorKind; span: Span | null }>[];
  publisher: Stated<string> | null;
  /** The publication date that the page states, never a crawl date or an update. `at` is ISO 8601 where a time is given. */
  published: Readonly<{ day: Day; at: string | null; span: Span | null }> | null;
  dateline: Dateline | null;
  /** BCP 47; null where there is too little text to tell. */
  language: string | null;
}>;

/** What is known of a document that nothing was read from. */
export const nothingStated: Metadata = {
  title: null,
  subtitle: null,
  authors: [],
  publisher: null,
  published: null,
  dateline: null,
  language: null,
};

/** A source document with its structure. */
export type ParsedDocument = Readonly<{
  source: SourceDocument;
  blocks: readonly Block[];
  metadata: Metadata;
  diagnostics: readonly Diagnostic[];
  /**
   * Tokens of the blocks as the parser read them, so that an annotator with the same vocabulary need not read them again. They
   * are good until that vocabulary's next document; who uses them asks {@link Vocabulary.holds}.
   */
  tokens?: Tokens;
}>;

export const publishedBases = ["given", "stated", "metadata", "inferred", "none"] as const;
export type PublishedBasis = (typeof publishedBases)[number];

/**
 * When a document was published: a day, or an interval of days (both ends inclusive, null = open) that the text allows.
 * Where `day` is known, earliest and latest are that day.
 */
export type Published = Readonly<{
  day: Day | null;
  /** ISO date-time with offset where one was stated or given. */
  at: string | null;
  earliest: Day | null;
  latest: Day | null;
  basis: PublishedBasis;
}>;
