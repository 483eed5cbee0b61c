import type { Vocabulary } from "@readout/model";
import { loadWordWeights, type WordWeights } from "../words/word-weights.js";
import { Forest, readTrees } from "./trees.js";

/** The trained model that finds the article: weights of words, and trees that see a line and its surroundings. */
export type BlockModel = Readonly<{ weights: WordWeights; trees: Forest }>;

/** The two tables that scripts/train-blocks.ts writes. */
export type BlockModelTables = Readonly<{ words: string; trees: string }>;

/** Reads a model, entering its words; null where the tables have no trees. */
export const loadBlockModel = (vocabulary: Vocabulary, tables: BlockModelTables): BlockModel | null => {
  const trees = new Forest(readTrees(tables.trees, "line"));
  return trees.length === 0 ? null : { weights: loadWordWeights(vocabulary, tables.words), trees };
};
