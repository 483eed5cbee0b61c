import { type Diagnostic, diagnostic, Shape, type Vocabulary } from "@readout/model";
import type { Page } from "../page.js";

export type Language = Readonly<{ tag: string | null; diagnostics: readonly Diagnostic[] }>;

/** Characters that the detector sees. */
const sample = 2000;
/** Fewer letters than this tell nothing. */
const leastLetters = 20;

/** Loads the language models and gives the function that tells a page's language (BCP 47) from its longest lines. */
export const createLanguageGuesser = async (vocabulary: Vocabulary): Promise<(page: Page) => Language> => {
  const { eld } = await import("eld/small");
  const detector = eld.newInstance();
  const english = new Set(englishWords.map((word) => vocabulary.add(word)));
  const isEnglish = Uint8Array.from({ length: vocabulary.size }, (_, id) => (english.has(id) ? 1 : 0));
  return (page) => {
    if (isPlainlyEnglish(page, isEnglish)) return { tag: "en", diagnostics: [] };
    const text = withoutNames(longestLines(page));
    if (text.length < leastLetters) return { tag: null, diagnostics: [diagnostic("language_unknown")] };
    const { language } = detector.detect(text);
    if (language === "") return { tag: null, diagnostics: [diagnostic("language_unknown")] };
    return { tag: language, diagnostics: language === "en" ? [] : [diagnostic("not_english", { language })] };
  };
};

/** Words that only English has so often; a page with enough of them needs no detector, which costs more than all the rest. */
const englishWords = ["the", "of", "and", "to", "that", "is", "was", "with", "by", "this", "from", "said"];
/**
 * From this many words on, and this share of them, a page is English; German, French and Spanish pages stay below .04, one that mixes
 * German and English has .07. Six of ten pages below .12 need no detector either.
 */
const enoughWords = 80;
const englishShare = 0.1;

const isPlainlyEnglish = ({ tokens }: Page, isEnglish: Uint8Array): boolean => {
  let words = 0;
  let english = 0;
  for (let t = 0; t < tokens.length && words < 2000; t++) {
    const shape = tokens.shape[t] as number;
    if ((shape & Shape.letter) === 0) continue;
    words++;
    if (isEnglish[tokens.word[t] as number] === 1 && (shape & (Shape.capital | Shape.mixed)) === 0) english++;
  }
  return words >= enoughWords && english >= words * englishShare;
};

/**
 * The words without a capital: a list of results is full of foreign names ("Schumacher", "Bologna"), whose language is not that of
 * the page. German nouns go too; its other words are enough.
 */
const withoutNames = (text: string): string =>
  text
    .split(" ")
    .filter((word) => {
      const [first = ""] = word;
      return first.toLowerCase() === first;
    })
    .join(" ");

/** The longest lines of a page, in order, up to the sample; no-break spaces become spaces, which the detector needs. */
const longestLines = ({ lines, text }: Page): string => {
  const byLength = Array.from({ length: lines.length }, (_, i) => i).sort(
    (a, b) =>
      (lines.end[b] ?? 0) - (lines.start[b] ?? 0) - ((lines.end[a] ?? 0) - (lines.start[a] ?? 0)) || a - b,
  );
  let taken = "";
  for (const i of byLength) {
    if (taken.length >= sample) break;
    taken += `${text.slice(lines.start[i], Math.min(lines.end[i] ?? 0, (lines.start[i] ?? 0) + sample))} `;
  }
  return taken.replaceAll("\u00a0", " ").trim();
};
