/** Pairs of bytes looked at. */
const sample = 2048;
/** Upper halves of UTF-16 units of running text: Latin, Greek, Cyrillic, Hebrew and Arabic, punctuation. */
const upperHalves = new Set([0x00, 0x01, 0x03, 0x04, 0x05, 0x06, 0x20]);

/**
 * The byte order of UTF-16 text that has no mark, or null. In such text nearly every upper byte is one of a handful of
 * values (0x00 for Latin, 0x04 for Cyrillic), and the lower bytes are not. In 8-bit text only the space, 0x20, is
 * among them.
 */
export const utf16Pattern = (bytes: Uint8Array): "utf-16le" | "utf-16be" | null => {
  const pairs = Math.min(bytes.length >> 1, sample);
  if (pairs < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs; i++) {
    if (upperHalves.has(bytes[2 * i] ?? 0)) even++;
    if (upperHalves.has(bytes[2 * i + 1] ?? 0)) odd++;
  }
  if (odd > pairs * 0.9 && even < pairs * 0.5) return "utf-16le";
  if (even > pairs * 0.9 && odd < pairs * 0.5) return "utf-16be";
  return null;
};
