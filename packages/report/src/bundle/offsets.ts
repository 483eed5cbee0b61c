/**
 * From exported offsets (code points) to those of the page (UTF-16 units). Most texts have no character beyond the first plane:
 * for them both are the same, and nothing is stored.
 */
export type Offsets = (codePoint: number) => number;

const same: Offsets = (offset) => offset;

export const offsetsInto = (text: string | null): Offsets => {
  if (text === null || !/[\uD800-\uDBFF]/.test(text)) return same;
  const units: number[] = [];
  let unit = 0;
  for (const character of text) {
    units.push(unit);
    unit += character.length;
  }
  return (offset) => units[offset] ?? unit;
};
