import { readList, readTable, type Tokens, type Vocabulary } from "@readout/model";
import { titles as table } from "../generated/titles.js";
import { isHyphen, readPhrases } from "../knowledge/phrase-reader.js";
import { PhraseTrie } from "../knowledge/phrase-trie.js";

/** Office: what somebody holds. Courtesy: Mr, Dr. Description: what somebody is (expert, striker), no office. */
export type TitleKind = "office" | "courtesy" | "description";

export type Title = Readonly<{
  /** As tables show it: Foreign Minister. */
  title: string;
  kind: TitleKind;
  /** Roles of terms of office that it stands for; empty where knowledge has no such terms. */
  roles: readonly string[];
  /** The country or organisation whose office it is when nothing else is said. */
  where: string | null;
  gender: "m" | "f" | null;
}>;

/** A title in the text: tokens `[first, last)`. */
export type FoundTitle = Readonly<{ title: Title; first: number; last: number }>;

export type TitleFinder = Readonly<{
  /** The longest title that ends right before a token, not reaching below `from`. */
  before: (tokens: Tokens, token: number, from: number) => FoundTitle | null;
  /** The longest title that begins at a token, not reaching to `to`. */
  at: (tokens: Tokens, token: number, to: number) => FoundTitle | null;
}>;

/** Finds titles of lexicon/names/titles.tsv; case and hyphens do not count. */
export const createTitleFinder = (vocabulary: Vocabulary): TitleFinder => {
  const rows = readTable(table, ["surface", "title", "roles", "where", "kind", "gender"]);
  const titles = rows.map(
    (row): Title => ({
      title: row.title,
      kind: row.kind === "courtesy" || row.kind === "description" ? row.kind : "office",
      roles: readList(row.roles),
      where: row.where === "" ? null : row.where,
      gender: row.gender === "m" || row.gender === "f" ? row.gender : null,
    }),
  );
  const forward = new PhraseTrie();
  const backward = new PhraseTrie();
  readPhrases(
    vocabulary,
    rows.map((row) => row.surface),
  ).forEach((phrase, i) => {
    forward.add(phrase, i);
    backward.add([...phrase].reverse(), i);
  });
  const find = (
    trie: PhraseTrie,
    tokens: Tokens,
    start: number,
    stop: number,
    step: 1 | -1,
  ): FoundTitle | null => {
    let node: number = PhraseTrie.root;
    let found: FoundTitle | null = null;
    for (let token = start; token !== stop; token += step) {
      if (isHyphen(tokens.text, tokens.start[token] ?? 0, tokens.end[token] ?? 0)) {
        if (node === PhraseTrie.root) return null;
        continue;
      }
      node = trie.step(node, tokens.word[token] ?? 0);
      if (node < 0) return found;
      const title = titles[trie.value(trie.first(node))];
      if (trie.first(node) >= 0 && title !== undefined)
        found =
          step === 1 ? { title, first: start, last: token + 1 } : { title, first: token, last: start + 1 };
    }
    return found;
  };
  return {
    before: (tokens, token, from) => find(backward, tokens, token - 1, from - 1, -1),
    at: (tokens, token, to) => find(forward, tokens, token, to, 1),
  };
};
