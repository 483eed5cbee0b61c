/**
 * Text for looking things up: lower case, no accents, one space between words and one at each end, so that " kerr" is found
 * where a word begins with it.
 */
export const fold = (text: string): string => {
  // Most texts are plain, and for them the plain expression is many times faster.
  if (!/[^\0-\x7F]/.test(text)) return spaced(text.toLowerCase().replace(/[^a-z0-9]+/g, " "));
  const bare = text.normalize("NFD").replace(/\p{M}/gu, "");
  return spaced(bare.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " "));
};

/** Joined, not added: an added string is only put together at the first search through it, all ten thousand at one key. */
const spaced = (text: string): string => ["", text, ""].join(" ");

/** The beginnings of words that are all to be found; a plural "s" is not insisted on. */
export const termsOf = (query: string): readonly string[] =>
  fold(query)
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => ` ${word.length > 3 && word.endsWith("s") ? word.slice(0, -1) : word}`);
