import { readTable, type Vocabulary } from "@readout/model";

/**
 * How much a word speaks for body text (above 0) or for furniture (below 0), by word id: `anywhere` for each word of a
 * line, `opening` for its first. Learned by scripts/train-blocks.ts; in hundredths of a logit. Words not listed weigh 0.
 */
export type WordWeights = Readonly<{ anywhere: Int16Array; opening: Int16Array }>;

/** Enters the words of a table (columns surface, anywhere, opening) into a vocabulary. */
export const loadWordWeights = (vocabulary: Vocabulary, table: string): WordWeights => {
  const rows = readTable(table, ["surface", "anywhere", "opening"]).map((row) => ({
    id: vocabulary.add(row.surface),
    row,
  }));
  const anywhere = new Int16Array(vocabulary.size);
  const opening = new Int16Array(vocabulary.size);
  for (const { id, row } of rows) {
    anywhere[id] = Number(row.anywhere);
    opening[id] = Number(row.opening);
  }
  return { anywhere, opening };
};
