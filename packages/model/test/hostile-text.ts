import fc from "fast-check";

const pieces = [
  "U.S.",
  "Obama's",
  "didn’t",
  "\u0000",
  "\ud800",
  "\udc00",
  "😀",
  "\u202e",
  "\u200b",
  "\u00ad",
  "\u00a0",
  "\n",
  "\r\n",
  "\t",
  "e\u0301\u0301",
  "ﬁ",
  "ＮＡＴＯ",
  "“",
  "”",
  "'",
  '"',
  "...",
  "--",
  "1,400",
  "18.11.2019",
  "@",
  "http://",
  "中文",
  "العربية",
  "\ufeff",
  "𝔄",
  "Jan.",
  "a.m.",
  "</p>",
  "=1+1",
  "()",
  "#",
  "%",
  "\u2028",
  "Ⅷ",
  "İ",
  "ß",
];

/** Text that trips careless code: broken surrogates, controls, marks, look-alikes, glued words. */
export const hostileText = (): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...pieces),
        fc.string({ unit: "binary", maxLength: 6 }),
        fc.constantFrom(" ", " "),
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(""));
