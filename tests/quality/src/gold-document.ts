import type { Span } from "@readout/model";
import type {
  GoldBlock,
  GoldEntity,
  GoldEvent,
  GoldPage,
  GoldQuantity,
  GoldQuote,
  GoldTime,
} from "./gold-page.js";
import { contains, locate, locateBlock, occurrences, type Snippet } from "./locate.js";

/** A piece of gold with the spans that count as it, the preferred one first (code points, half-open). */
export type Placed<T> = T & Readonly<{ spans: readonly Span[] }>;
export type GoldMention = Readonly<{ spans: readonly Span[]; entity: GoldEntity }>;

/** A gold page laid over its text. */
export type GoldDocument = Readonly<{
  page: GoldPage;
  blocks: readonly Placed<GoldBlock>[];
  title: Span;
  times: readonly Placed<GoldTime>[];
  mentions: readonly GoldMention[];
  quotes: readonly Placed<GoldQuote>[];
  quantities: readonly Placed<GoldQuantity>[];
  events: readonly Placed<GoldEvent>[];
  /** Does the span lie in body text or a caption? Only there are annotations scored. */
  isScored: (span: Span) => boolean;
}>;

/** @throws Error listing every piece of gold that the text does not have, or has too often. */
export const placeGold = (page: GoldPage, source: string): GoldDocument => {
  const faults: string[] = [];
  const toCodePoints = codePointCounter(source);
  const convert = (span: Span): Span => ({ start: toCodePoints(span.start), end: toCodePoints(span.end) });
  const attempt = (kind: string, find: () => readonly Span[]): readonly Span[] => {
    try {
      return find();
    } catch (error) {
      faults.push(`${kind}: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  };
  const place = <T>(kind: string, items: readonly T[], find: (item: T) => readonly Span[]): Placed<T>[] =>
    items.map((item) => ({ ...item, spans: attempt(kind, () => find(item)).map(convert) }));

  const blockSpans = page.blocks.map((block) => attempt("blocks", () => [locateBlock(source, block)]));
  // Where blocks meet without a space, as glued captions do, words have edges though letters stand on both sides.
  const seams = new Set(blockSpans.flat().flatMap((span) => [span.start, span.end]));
  const blocks = page.blocks.map((block, at) => ({ ...block, spans: (blockSpans[at] ?? []).map(convert) }));
  const find = (snippet: Snippet): readonly Span[] => locate(source, snippet, seams);
  const closed = blocks.filter((block) => !block.role.includes("caption") && !block.role.includes("heading"));
  const isScored = (span: Span): boolean =>
    !closed.some((block) => block.spans.some((one) => span.start < one.end && one.start < span.end));
  const title = attempt("title", () => occurrences(source, page.title, "anywhere"))[0];
  if (!title) faults.push(`title: "${page.title}" is not there`);
  const everywhere = (words: string): readonly Span[] => {
    const spans = occurrences(source, words, "words", seams).filter((span) => isScored(convert(span)));
    if (spans.length === 0) throw new Error(`"${words}" is not in body or captions`);
    return spans;
  };

  const placed = {
    page,
    blocks,
    title: convert(title ?? { start: 0, end: 0 }),
    times: place("times", page.times, find),
    mentions: placeMentions(page.entities, (mention) =>
      typeof mention === "string"
        ? attempt("entities", () => everywhere(mention)).map((span) => [convert(span)])
        : [attempt("entities", () => find(mention)).map(convert)],
    ),
    quotes: place("quotes", page.quotes, find),
    quantities: place("quantities", page.quantities, find),
    events: place("events", page.events, (event) => find({ ...event, text: [event.trigger] })),
    isScored,
  };
  if (faults.length > 0) throw new Error(`gold of ${page.page}\n  ${faults.join("\n  ")}`);
  return placed;
};

/** A string stands for each of its occurrences in body and captions that no longer mention of the page covers. */
const placeMentions = (
  entities: readonly GoldEntity[],
  find: (mention: GoldEntity["mentions"][number]) => readonly (readonly Span[])[],
): readonly GoldMention[] => {
  const found = entities.flatMap((entity) =>
    entity.mentions.flatMap(find).map((spans): GoldMention => ({ entity, spans })),
  );
  const covers = (outer: GoldMention, inner: GoldMention): boolean =>
    outer !== inner &&
    outer.spans.some((a) => inner.spans.every((b) => contains(a, b) && a.end - a.start > b.end - b.start));
  return found.filter((mention) => !found.some((other) => covers(other, mention)));
};

/** UTF-16 offset to code points; pages are small, so that counting from the start is quick enough. */
const codePointCounter = (source: string) => (offset: number) => Array.from(source.slice(0, offset)).length;
