/**
 * Text for looking things up: lower case, no accents, one space between words and one at each end, so that " kerr" is found
 * where a word begins with it.
 */
export const fold = (text: string): string => {
  const plain = /[^\0-\x7F]/.test(text) ? text.normalize("NFD").replace(/\p{M}/gu, "") : text;
  return ` ${plain.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `;
};

/** The beginnings of words that are all to be found; a plural "s" is not insisted on. */
export const termsOf = (query: string): readonly string[] =>
  fold(query)
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => ` ${word.length > 3 && word.endsWith("s") ? word.slice(0, -1) : word}`);
