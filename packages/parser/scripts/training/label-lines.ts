import type { Page } from "../../src/page.js";
import { shinglesOf, wordsOf } from "./shingles.js";

/** A line is body when this share of its words lies in four-grams of the gold body. */
const covered = 0.5;
/** Lines before and after that decide between copies of one line. */
const around = 3;

/**
 * 1 for every line that belongs to the gold body. Four-grams run across line ends, as in the gold, so a heading of one
 * word counts where it stands between its neighbours and not in a table of contents. Of lines that stand more often
 * on the page than in the gold, those in the best neighbourhood are kept.
 */
export const labelLines = (page: Page, gold: string): Uint8Array => {
  const { lines, text } = page;
  const words: string[] = [];
  const lineOf: number[] = [];
  const surfaces: string[] = [];
  for (let line = 0; line < lines.length; line++) {
    const found = wordsOf(text.slice(lines.start[line], lines.end[line]));
    surfaces.push(found.join(" "));
    for (const word of found) {
      words.push(word);
      lineOf.push(line);
    }
  }
  const goldWords = wordsOf(gold);
  const goldShingles = new Set(shinglesOf(goldWords));
  const hit = new Uint8Array(words.length);
  shinglesOf(words).forEach((shingle, at) => {
    if (goldShingles.has(shingle)) for (let i = at; i < Math.min(words.length, at + 4); i++) hit[i] = 1;
  });
  const total = new Float32Array(lines.length);
  const inside = new Float32Array(lines.length);
  lineOf.forEach((line, i) => {
    total[line] = (total[line] ?? 0) + 1;
    inside[line] = (inside[line] ?? 0) + (hit[i] ?? 0);
  });
  const share = Float32Array.from(total, (n, line) => (n > 0 ? (inside[line] ?? 0) / n : 0));
  const labels = Uint8Array.from(share, (value) => (value >= covered ? 1 : 0));
  dropCopies(labels, share, surfaces, ` ${goldWords.join(" ")} `);
  return labels;
};

const dropCopies = (
  labels: Uint8Array,
  share: Float32Array,
  surfaces: readonly string[],
  gold: string,
): void => {
  const places = new Map<string, number[]>();
  surfaces.forEach((surface, line) => {
    if (labels[line] === 1) places.set(surface, [...(places.get(surface) ?? []), line]);
  });
  for (const [surface, lines] of places) {
    if (lines.length < 2) continue;
    const wanted = Math.max(1, gold.split(` ${surface} `).length - 1);
    if (wanted >= lines.length) continue;
    const neighbourhood = (line: number): number => {
      let sum = 0;
      for (let i = line - around; i <= line + around; i++) if (i !== line) sum += share[i] ?? 0;
      return sum;
    };
    const ranked = [...lines].sort((a, b) => neighbourhood(b) - neighbourhood(a) || a - b);
    for (const line of ranked.slice(wanted)) labels[line] = 0;
  }
};
