import { Shape, type Span, type Tokens } from "@readout/model";

/**
 * Words between quotation marks. Token ranges are half-open: `open` is the opening mark, `first` to `last` the words
 * inside, `close` the closing mark, or -1 where it is missing (the quotation then runs to the end of its block).
 */
export type Quotation = Readonly<{ open: number; first: number; last: number; close: number; block: number }>;

/** Longest single-quoted stretch that is looked through for its closing mark, in tokens. */
const singleReach = 160;

/**
 * The outermost quotations of a text in order; nested ones are part of the words. Double marks may be straight, curly, typed
 * as two single ones ('' ``) or angled, opening and closing of different makes; single marks count where they can't be
 * apostrophes. A mark never closes one of an earlier block: what opens a block and is not closed there runs to its end, as
 * the paragraphs of a long quotation do, other unclosed marks are taken for stray.
 */
export const findQuotations = (tokens: Tokens, blocks: readonly Span[]): Quotation[] => {
  const found: Quotation[] = [];
  let at = 0;
  for (let block = 0; block < blocks.length; block++) {
    const end = blocks[block]?.end ?? 0;
    const first = at;
    while (at < tokens.length && (tokens.start[at] ?? 0) < end) at++;
    scanBlock(tokens, first, at, block, found, at < tokens.length && opensDouble(tokens, at));
  }
  return found;
};

/** Whether the block that begins at a token begins with an opening mark. */
const opensDouble = (tokens: Tokens, at: number): boolean => {
  const mark = markOf(tokens, at);
  return (
    (mark === Mark.straight || mark === Mark.opening) &&
    ((tokens.shape[at + 1] ?? Shape.space) & Shape.space) === 0
  );
};

const scanBlock = (
  tokens: Tokens,
  first: number,
  last: number,
  block: number,
  found: Quotation[],
  nextOpens: boolean,
): void => {
  let open = -1;
  for (let at = first; at < last; at++) {
    if (((tokens.shape[at] ?? 0) & Shape.mark) === 0) continue;
    const mark = markOf(tokens, at);
    if (mark === Mark.none) continue;
    if (mark === Mark.single) {
      if (open >= 0 || !opensSingle(tokens, at, first, last)) continue;
      const close = closingSingle(tokens, at, last);
      if (close < 0) continue;
      push(found, { open: at, first: at + 1, last: close, close, block });
      at = close;
      continue;
    }
    const role = doubleRole(tokens, at, first, last, mark, open >= 0);
    if (role === "close" && open >= 0) {
      push(found, { open, first: open + 1, last: at, close: at, block });
      open = -1;
    } else if (role === "open" && open < 0) open = at;
  }
  if (open >= 0 && runsOn(tokens, open, first, last, nextOpens))
    push(found, { open, first: open + 1, last, close: -1, block });
};

const push = (found: Quotation[], quotation: Quotation): void => {
  if (quotation.last > quotation.first) found.push(quotation);
};

const Mark = { none: 0, straight: 1, opening: 2, closing: 3, single: 4 } as const;
type Mark = (typeof Mark)[keyof typeof Mark];

/** What kind of quotation mark a token is. A run of three apostrophes closes a nested quotation and its outer one. */
const markOf = (tokens: Tokens, at: number): Mark => {
  const start = tokens.start[at] ?? 0;
  const length = (tokens.end[at] ?? 0) - start;
  switch (tokens.text.charCodeAt(start)) {
    case 0x22:
    case 0xff02:
      return Mark.straight;
    case 0x201c:
    case 0x201e:
    case 0xab:
    case 0x201f:
      return Mark.opening;
    case 0x201d:
    case 0xbb:
      return Mark.closing;
    case 0x60:
      return length === 2 ? Mark.opening : Mark.single;
    case 0x27:
      return length >= 2 ? Mark.straight : Mark.single;
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201b:
    case 0x2039:
      return length >= 2 ? Mark.straight : Mark.single;
    default:
      return Mark.none;
  }
};

/**
 * Whether a double mark opens or closes. Space decides (a mark opens what it is glued to), the shape of a curly mark only
 * where space says nothing, so that “ typed for ” still closes; what is left takes turns.
 */
const doubleRole = (
  tokens: Tokens,
  at: number,
  first: number,
  last: number,
  mark: Mark,
  isOpen: boolean,
): "open" | "close" | null => {
  const gluedBefore = at > first && ((tokens.shape[at] ?? 0) & Shape.space) === 0;
  const gluedAfter = at + 1 < last && ((tokens.shape[at + 1] ?? 0) & Shape.space) === 0;
  if (mark === Mark.straight && gluedBefore && !isOpen && (tokens.shape[at - 1] ?? 0) & Shape.number)
    return null; // 12"
  if (gluedBefore && !gluedAfter) return "close";
  if (gluedAfter && !gluedBefore) return "open";
  if (mark === Mark.opening) return isOpen ? "close" : "open";
  if (mark === Mark.closing) return "close";
  if (!gluedBefore && !gluedAfter) return isOpen ? "close" : "open";
  // Glued on both sides: after an opening bracket or dash it opens; before a letter of a new word it closes what is open.
  return isOpen ? "close" : "open";
};

/** A single mark with space or an opening bracket before it and a letter right after: 'Yes, not rock 'n' roll. */
const opensSingle = (tokens: Tokens, at: number, first: number, last: number): boolean => {
  if (at + 1 >= last) return false;
  const shape = tokens.shape[at + 1] ?? 0;
  if (shape & Shape.space || (shape & (Shape.letter | Shape.digit)) === 0) return false;
  if (shape & Shape.number) return false; // '90s
  if (at === first || (tokens.shape[at] ?? 0) & Shape.space) return true;
  const before = tokens.text.charCodeAt(tokens.start[at - 1] ?? 0);
  return before === 0x28 || before === 0x5b || before === 0x2014 || before === 0x2013;
};

/**
 * The token that closes the single mark `open`, or -1. The first mark after punctuation or after a word without final s
 * wins over one that may be the apostrophe of a plural ("the voters' rights").
 */
const closingSingle = (tokens: Tokens, open: number, last: number): number => {
  let possible = -1;
  for (let at = open + 1; at < last && at < open + singleReach; at++) {
    if (((tokens.shape[at] ?? 0) & Shape.mark) === 0) continue;
    const mark = markOf(tokens, at);
    if (mark !== Mark.single) {
      if (mark !== Mark.none && possible >= 0) return possible;
      continue;
    }
    if ((tokens.shape[at] ?? 0) & Shape.space) {
      if (opensSingle(tokens, at, open, last)) return possible;
      continue;
    }
    const next = tokens.shape[at + 1] ?? Shape.space;
    if (at + 1 < last && (next & (Shape.space | Shape.mark)) === 0) continue;
    const isWord = ((tokens.shape[at - 1] ?? 0) & Shape.mark) === 0;
    const lastUnit = tokens.text.charCodeAt((tokens.end[at - 1] ?? 1) - 1) | 0x20;
    if (!isWord || lastUnit !== 0x73 || at + 1 >= last || next & Shape.mark) return at;
    if (possible < 0) possible = at;
  }
  return possible;
};

/**
 * Whether an unclosed mark carries a quotation on to the end of its block: it opens the block, follows a comma or colon, or the
 * next block opens with a mark again, as each paragraph of a long quotation does.
 */
const runsOn = (tokens: Tokens, open: number, first: number, last: number, nextOpens: boolean): boolean => {
  if (last - open < 4) return false;
  if (open === first || nextOpens) return true;
  const before = tokens.text.charCodeAt(tokens.start[open - 1] ?? 0);
  return before === 0x3a || before === 0x2c;
};
