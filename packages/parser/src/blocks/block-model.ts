import type { Vocabulary } from "@readout/model";
import { loadWordWeights, type WordWeights } from "../words/word-weights.js";
import { Forest, readTrees } from "./trees.js";

/** The trained model that finds the article: weights of words, trees that see one line, trees that see the scores round it. */
export type BlockModel = Readonly<{ weights: WordWeights; line: Forest; context: Forest }>;

/** The two tables that scripts/train-blocks.ts writes. */
export type BlockModelTables = Readonly<{ words: string; trees: string }>;

/** Reads a model, entering its words; null where the tables have no trees. */
export const loadBlockModel = (vocabulary: Vocabulary, tables: BlockModelTables): BlockModel | null => {
  const line = new Forest(readTrees(tables.trees, "line"));
  const context = new Forest(readTrees(tables.trees, "context"));
  return line.length === 0 || context.length === 0
    ? null
    : { weights: loadWordWeights(vocabulary, tables.words), line, context };
};
