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
import { contains, locate, locateBlock, occurrences } from "./locate.js";

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

  const blocks = place("blocks", page.blocks, (block) => [locateBlock(source, block)]);
  const closed = blocks.filter((block) => !block.role.includes("caption") && !block.role.includes("heading"));
  const isScored = (span: Span): boolean =>
    !closed.some((block) => block.spans.some((one) => span.start < one.end && one.start < span.end));
  const title = attempt("title", () => occurrences(source, page.title, "anywhere"))[0];
  if (!title) faults.push(`title: "${page.title}" is not there`);
  const isOpen = (span: Span): boolean => isScored(convert(span));

  const placed = {
    page,
    blocks,
    title: convert(title ?? { start: 0, end: 0 }),
    times: place("times", page.times, (time) => locate(source, time)),
    mentions: placeMentions(page.entities, isOpen, source, attempt).map((mention) => ({
      ...mention,
      spans: mention.spans.map(convert),
    })),
    quotes: place("quotes", page.quotes, (quote) => locate(source, quote)),
    quantities: place("quantities", page.quantities, (quantity) => locate(source, quantity)),
    events: place("events", page.events, (event) => locate(source, { ...event, text: [event.trigger] })),
    isScored,
  };
  if (faults.length > 0) throw new Error(`gold of ${page.page}\n  ${faults.join("\n  ")}`);
  return placed;
};

/** A string stands for each of its occurrences in body and captions that no longer mention of the page covers. */
const placeMentions = (
  entities: readonly GoldEntity[],
  isOpen: (span: Span) => boolean,
  source: string,
  attempt: (kind: string, find: () => readonly Span[]) => readonly Span[],
): readonly GoldMention[] => {
  const found: GoldMention[] = [];
  for (const entity of entities) {
    for (const mention of entity.mentions) {
      if (typeof mention !== "string") {
        found.push({ entity, spans: attempt("entities", () => locate(source, mention)) });
        continue;
      }
      const spans = attempt("entities", () => {
        const open = occurrences(source, mention, "words").filter(isOpen);
        if (open.length === 0) throw new Error(`"${mention}" is not in body or captions`);
        return open;
      });
      for (const span of spans) found.push({ entity, spans: [span] });
    }
  }
  const covers = (outer: GoldMention, inner: GoldMention): boolean =>
    outer !== inner &&
    outer.spans.some((a) => inner.spans.every((b) => contains(a, b) && a.end - a.start > b.end - b.start));
  return found.filter((mention) => !found.some((other) => covers(other, mention)));
};

/** UTF-16 offset to code points; pages are small, so that counting from the start is quick enough. */
const codePointCounter = (source: string) => (offset: number) => Array.from(source.slice(0, offset)).length;
