/** Something that is marked in a text: UTF-16 units, half-open. */
export type Marked = Readonly<{ start: number; end: number }>;
/** A stretch of text that the same marks cover. */
export type Segment<Mark extends Marked> = Readonly<{ start: number; end: number; marks: readonly Mark[] }>;

/**
 * Cuts `start`–`end` wherever a mark begins or ends, so that marks may overlap in any way. Marks outside are cut to the stretch;
 * empty ones cover nothing. Linear in the text; where many marks lie on one another, in their number there.
 */
export const cutText = <Mark extends Marked>(
  { start, end }: Marked,
  marks: readonly Mark[],
): readonly Segment<Mark>[] => {
  const inside = marks
    .filter((mark) => mark.start < end && mark.end > start && mark.end > mark.start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const cuts = new Set([start, end]);
  for (const mark of inside) {
    cuts.add(Math.max(start, mark.start));
    cuts.add(Math.min(end, mark.end));
  }
  const offsets = [...cuts].sort((a, b) => a - b);
  const segments: Segment<Mark>[] = [];
  let open: readonly Mark[] = [];
  let next = 0;
  for (let i = 0; i + 1 < offsets.length; i++) {
    const from = offsets[i] ?? start;
    open = open.filter((mark) => mark.end > from);
    for (let mark = inside[next]; mark !== undefined && mark.start <= from; mark = inside[next]) {
      if (mark.end > from) open = [...open, mark];
      next += 1;
    }
    segments.push({ start: from, end: offsets[i + 1] ?? end, marks: open });
  }
  return segments;
};
