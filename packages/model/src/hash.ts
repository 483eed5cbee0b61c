/**
 * 64-bit FNV-1a over the UTF-16 units of a text, as 16 hex digits: ids that must come out the same everywhere without a
 * crypto library. Not for security. Parameters: Fowler, Noll, Vo (IETF draft-eastlake-fnv).
 */
export const hash64 = (text: string): string => {
  // The product by the prime 2^40 + 0x1b3, in four limbs of 16 bits.
  let [a, b, c, d] = [0x2325, 0x8422, 0x9ce4, 0xcbf2];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    for (const byte of [unit & 0xff, unit >>> 8]) {
      a ^= byte;
      const p0 = a * 0x1b3;
      const p1 = b * 0x1b3 + (p0 >>> 16);
      const p2 = c * 0x1b3 + a * 0x100 + (p1 >>> 16);
      const p3 = d * 0x1b3 + b * 0x100 + Math.floor(p2 / 0x10000);
      a = p0 & 0xffff;
      b = p1 & 0xffff;
      c = p2 & 0xffff;
      d = p3 & 0xffff;
    }
  }
  return [d, c, b, a].map((limb) => limb.toString(16).padStart(4, "0")).join("");
};
