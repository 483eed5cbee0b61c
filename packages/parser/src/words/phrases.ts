import {
  type BlockRole,
  blockRoles,
  createTokenizer,
  readTable,
  Shape,
  type Tokens,
  tokenText,
  Vocabulary,
} from "@readout/model";
import { furniturePhrases as english } from "../generated/furniture-phrases.js";
import { furniturePhrasesOther as other } from "../generated/furniture-phrases-other.js";
import type { Page } from "../page.js";

/** Where in its line a phrase must stand. */
export type PhrasePlace = "start" | "anywhere";

export type PhraseHit = Readonly<{
  role: BlockRole;
  place: PhrasePlace;
  /** Whether the phrase labels an advert: Sponsored content. */
  isAdvert: boolean;
  /** The token after the phrase. */
  last: number;
}>;

/** What {@link PhraseTable.inLines} gives of a page. */
export type LinePhrases = readonly (PhraseHit | null)[];

type Phrase = Readonly<{ words: readonly number[]; role: BlockRole; place: PhrasePlace; isAdvert: boolean }>;

/** The wordings of lexicon/en/furniture-phrases.tsv and of its like for other languages, looked up by their first word. */
export class PhraseTable {
  /** By the id of their first word, the longest first; the words of a document have higher ids than any here. */
  private readonly byFirst: (Phrase[] | undefined)[] = [];

  constructor(vocabulary: Vocabulary) {
    const wordsOf = createPhraseReader();
    const columns = ["surface", "role", "place", "note"] as const;
    for (const { surface, role, place, note } of [
      ...readTable(english, columns),
      ...readTable(other, columns),
    ]) {
      const known = blockRoles.find((name) => name === role);
      if (known === undefined || (place !== "start" && place !== "anywhere"))
        throw new Error(`phrase "${surface}": ${role}, ${place}`);
      const ids = wordsOf(surface).map((word) => vocabulary.add(word));
      const first = ids[0];
      if (first === undefined) throw new Error(`phrase without a word: "${surface}"`);
      const phrase: Phrase = { words: ids, role: known, place, isAdvert: note === "advert" };
      while (this.byFirst.length <= first) this.byFirst.push(undefined);
      this.byFirst[first] = [...(this.byFirst[first] ?? []), phrase];
    }
    for (const phrases of this.byFirst) phrases?.sort((a, b) => b.words.length - a.words.length);
  }

  /** The longest phrase that begins at token `at` and ends before `last`, or null; "start" phrases only where `at` opens the line. */
  at(tokens: Tokens, at: number, last: number, opensLine: boolean): PhraseHit | null {
    const word = tokens.word[at] as number;
    const phrases = word < this.byFirst.length ? this.byFirst[word] : undefined;
    if (phrases === undefined) return null;
    for (const { words, role, place, isAdvert } of phrases) {
      if (place === "start" && !opensLine) continue;
      const end = at + words.length;
      if (end > last) continue;
      let i = 1;
      while (i < words.length && tokens.word[at + i] === words[i]) i++;
      if (i === words.length) return { role, place, isAdvert, last: end };
    }
    return null;
  }

  /** By line, the phrase that tells most about it ({@link PhraseTable.inLine}). */
  inLines({ tokens, measures }: Pick<Page, "tokens" | "measures">): LinePhrases {
    const hits: (PhraseHit | null)[] = [];
    for (let line = 0; line < measures.length; line++)
      hits.push(this.inLine(tokens, measures.first[line] as number, measures.last[line] as number));
    return hits;
  }

  /** The phrase that tells most about a line: one at its start (after marks) if there is one, else the first anywhere. */
  inLine(tokens: Tokens, first: number, last: number): PhraseHit | null {
    let opens = true;
    for (let at = first; at < last; at++) {
      const hit = this.at(tokens, at, last, opens);
      if (hit !== null) return hit;
      if ((tokens.shape[at] ?? 0) & Shape.letter) opens = false;
    }
    return null;
  }
}

/** Reads a lexicon entry as words, the way the tokeniser makes them of a line: "RFE/RL" is three. One reader serves a whole table. */
export const createPhraseReader = (): ((surface: string) => readonly string[]) => {
  const tokenize = createTokenizer(new Vocabulary());
  return (surface) => {
    const tokens = tokenize(surface);
    return Array.from({ length: tokens.length }, (_, i) => tokenText(tokens, i));
  };
};
