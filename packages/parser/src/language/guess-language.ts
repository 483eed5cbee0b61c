import { type Diagnostic, diagnostic } from "@readout/model";
import type { Page } from "../page.js";

export type Language = Readonly<{ tag: string | null; diagnostics: readonly Diagnostic[] }>;

/** Characters that the detector sees. */
const sample = 2000;
/** Fewer letters than this tell nothing. */
const leastLetters = 20;

/** Loads the language models and gives the function that tells a page's language (BCP 47) from its longest lines. */
export const createLanguageGuesser = async (): Promise<(page: Page) => Language> => {
  const { eld } = await import("eld/small");
  const detector = eld.newInstance();
  return (page) => {
    const text = longestLines(page);
    if (text.length < leastLetters) return { tag: null, diagnostics: [diagnostic("language_unknown")] };
    const { language } = detector.detect(text);
    if (language === "") return { tag: null, diagnostics: [diagnostic("language_unknown")] };
    return { tag: language, diagnostics: language === "en" ? [] : [diagnostic("not_english", { language })] };
  };
};

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
