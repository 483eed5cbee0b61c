/** A text with its marks taken out, and the stretches that the marks named. */
export type MarkedText = Readonly<{
  text: string;
  spans: ReadonlyMap<string, readonly [start: number, end: number]>;
}>;

/**
 * Reads `“{q1:We will stay},” {s1:Ms. Lee} {c1:said}.`: `{label:` opens a stretch, `}` closes the one opened last. The text may
 * hold no braces of its own. Throws on marks that don't match, since that is a broken case.
 */
export const readMarkedText = (marked: string): MarkedText => {
  const spans = new Map<string, [number, number]>();
  const open: [label: string, start: number][] = [];
  let text = "";
  for (let at = 0; at < marked.length; at++) {
    const label = /^\{([a-z]+\d*):/.exec(marked.slice(at, at + 8))?.[1];
    if (label !== undefined) {
      open.push([label, text.length]);
      at += label.length + 1;
    } else if (marked[at] === "}") {
      const opened = open.pop();
      if (opened === undefined) throw new Error(`"}" closes nothing: ${marked}`);
      spans.set(opened[0], [opened[1], text.length]);
    } else text += marked[at];
  }
  if (open.length > 0) throw new Error(`a mark is not closed: ${marked}`);
  return { text, spans };
};
