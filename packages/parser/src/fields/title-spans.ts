import type { Span } from "@readout/model";

/** One way to cut a headline out of a line; the cuts are numbers of {@link titleCuts}, −1 for the ends of the line. */
export type TitleSpan = Span & Readonly<{ cutBefore: number; cutAfter: number; cuts: number }>;

/** What stands between a headline and the name of the site, or a path to the page, in a page's title. */
export const titleCuts = [
  " | ",
  " – ",
  " — ",
  " - ",
  " :: ",
  " : ",
  " · ",
  " • ",
  " < ",
  " > ",
  " » ",
  " › ",
  " ‹ ",
  " « ",
  " / ",
  " (",
  " [",
] as const;
/** Cuts that only ever end a headline: what follows is an aside. */
const firstAside = titleCuts.indexOf(" (");
/** Of so many cuts, the last of the line, every stretch between two is a way to read it. */
const mostCuts = 4;

/**
 * The ways to read a line as a headline. A line in the page is one, less the path before it (`Home > World > Talks resume in Oslo`).
 * The line that a page's `<title>` makes is all that stands between two of its separators: `Talks resume in Vienna | World |
 * The Daily Example` is `Talks resume in Vienna`, `Talks resume in Vienna | World`, `World` and so on. The whole line comes first.
 */
export const titleSpans = (
  text: string,
  start: number,
  end: number,
  isPageTitle: boolean,
): readonly TitleSpan[] => {
  const whole: TitleSpan = { start, end, cutBefore: -1, cutAfter: -1, cuts: 0 };
  const found = cutsIn(text, start, end);
  if (found.length === 0) return [whole];
  if (!isPageTitle) {
    const path = found.findLast(({ cut }) => isPath(cut));
    return path === undefined || wordsIn(text, path.end, end) < 3
      ? [whole]
      : [{ ...whole, start: path.end, cutBefore: path.cut, cuts: found.length }];
  }
  const spans: TitleSpan[] = [{ ...whole, cuts: found.length }];
  const kept = found.slice(-mostCuts);
  for (let from = -1; from < kept.length; from++)
    for (let to = from + 1; to <= kept.length; to++) {
      const [before, after] = [kept[from], kept[to]];
      if ((before === undefined && after === undefined) || (before?.cut ?? 0) >= firstAside) continue;
      spans.push({
        start: before?.end ?? start,
        end: after?.start ?? end,
        cutBefore: before?.cut ?? -1,
        cutAfter: after?.cut ?? -1,
        cuts: found.length,
      });
    }
  return spans;
};

const isPath = (cut: number): boolean => {
  const surface = titleCuts[cut];
  return surface === " > " || surface === " » " || surface === " › " || surface === " / ";
};

/** The marks of {@link titleCuts} without their spaces, and the unit that each begins with. */
const marks = titleCuts.map((surface) => surface.trim());
const firstUnits = new Set(marks.map((mark) => mark.charCodeAt(0)));

type Cut = Span & Readonly<{ cut: number }>;

/** The last separator of a stretch that does not open an aside. */
export const lastCut = (text: string, { start, end }: Span): Span | undefined =>
  cutsIn(text, start, end).findLast(({ cut }) => cut < firstAside);

const cutsIn = (text: string, start: number, end: number): readonly Cut[] => {
  const found: Cut[] = [];
  for (let at = start + 1; at < end - 1; at++) {
    if (!isSpace(text.charCodeAt(at)) || !firstUnits.has(text.charCodeAt(at + 1))) continue;
    const cut = marks.findIndex(
      (mark, i) =>
        text.startsWith(mark, at + 1) && (i >= firstAside || isSpace(text.charCodeAt(at + 1 + mark.length))),
    );
    if (cut < 0) continue;
    const length = titleCuts[cut]?.length ?? 1;
    found.push({ start: at, end: at + length, cut });
    at += length - 2;
  }
  return found;
};

const isSpace = (unit: number): boolean => unit === 0x20 || unit === 0xa0;

const wordsIn = (text: string, start: number, end: number): number =>
  text.slice(start, end).trim().split(/\s+/).length;
