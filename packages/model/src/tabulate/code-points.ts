/**
 * Turns UTF-16 offsets of a text into Unicode code points, the unit of every exported table. One scan of the text, then a
 * binary search an offset; an offset inside a surrogate pair counts as that of the pair.
 */
export const createCodePointCounter = (text: string): ((offset: number) => number) => {
  const lows: number[] = [];
  for (let i = 1; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xdc00 && unit <= 0xdfff) {
      const before = text.charCodeAt(i - 1);
      if (before >= 0xd800 && before <= 0xdbff) lows.push(i);
    }
  }
  if (lows.length === 0) return (offset) => offset;
  return (offset) => {
    let low = 0;
    let high = lows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((lows[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
};
