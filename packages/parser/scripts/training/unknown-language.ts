import { readTable } from "@readout/model";
import { functionWords } from "../../src/generated/function-words.js";

/**
 * Ways to write a page in a language that no table knows: letters are exchanged, lines, marks and figures stay, so its gold is known too.
 * A forest that learns from such pages goes by what pages of all languages share.
 */
export type Rewriting = (text: string) => string;

const englishFunctionWords: ReadonlySet<string> = new Set(
  readTable(functionWords, ["surface", "languages"])
    .filter(({ languages }) => languages.split("|").includes("en"))
    .map(({ surface }) => surface),
);

/** Writes the n-th letter of one alphabet as the n-th of another; capitals stay capitals where the other has them. */
const exchange =
  (from: string, to: string) =>
  (word: string): string =>
    Array.from(word, (letter) => {
      const small = letter.toLowerCase();
      const other = to[from.indexOf(small)] ?? letter;
      return letter === small ? other : other.toUpperCase();
    }).join("");

const alphabet = "abcdefghijklmnopqrstuvwxyz";
/** Vowels go to vowels, as in a language that can be spoken. */
const turned = exchange(alphabet, "odfguhjkalmnpqerstvwiyxzbc");
const cyrillic = exchange(alphabet, "абцдефгхийклмнопярстувжчыз");
/** A script without capitals. */
const arabic = exchange(alphabet, "ابتثجحخدذرزسشصضطظعغفقكلمنه");

const words = /[A-Za-z]+/g;
const firstHan = 0x4e00;
const hanCount = 4000;

/** Two characters for each word, the same for the same word. */
const han = (word: string): string => {
  let number = 0;
  for (const letter of word.toLowerCase()) number = (number * 31 + letter.charCodeAt(0)) % hanCount;
  return String.fromCharCode(firstHan + number, firstHan + ((number * 7) % hanCount));
};

/** A language with Latin letters whose small words are known, as those of German and French are. */
const inLatin: Rewriting = (text) =>
  text.replace(words, (word) => (englishFunctionWords.has(word.toLowerCase()) ? word : turned(word)));
const inCyrillic: Rewriting = (text) => text.replace(words, cyrillic);
const inArabic: Rewriting = (text) => text.replace(words, arabic);
/** A script without spaces between words, with marks of its own. */
const inHan: Rewriting = (text) =>
  text
    .replace(words, han)
    .replace(/(?<=[\u4e00-\u9fff])[ \u00a0](?=[\u4e00-\u9fff])/g, "")
    .replace(/\.(?=\s|$)/g, "。")
    .replace(/, /g, "，")
    .replace(/。 /g, "。")
    .replaceAll("?", "？")
    .replaceAll("!", "！");
/** Left in English: the words of labels, which tables have for other languages too, keep their worth. */
const unchanged: Rewriting = (text) => text;

/** One of ten ways to write a page, in turn: four leave it as it is, three use Latin letters, and each other script is used by one. */
export const rewritings: readonly Rewriting[] = [
  unchanged,
  inLatin,
  unchanged,
  inCyrillic,
  inLatin,
  unchanged,
  inArabic,
  inLatin,
  unchanged,
  inHan,
];
