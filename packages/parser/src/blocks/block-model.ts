import type { Vocabulary } from "@readout/model";
import { loadWordWeights, type WordWeights } from "../words/word-weights.js";
import { Forest, readTrees } from "./trees.js";

/**
 * The trained model that finds the article: weights of words, trees that see a line and its surroundings, others that do so on pages in
 * other languages, where those weights mean little, and trees that see it again in the light of the run that the first ones found.
 */
export type BlockModel = Readonly<{ weights: WordWeights; trees: Forest; foreign: Forest; again: Forest }>;

/** The two tables that scripts/train-blocks.ts writes. */
export type BlockModelTables = Readonly<{ words: string; trees: string }>;

/** Reads a model, entering its words; null where the tables have no trees. */
export const loadBlockModel = (vocabulary: Vocabulary, tables: BlockModelTables): BlockModel | null => {
  const trees = new Forest(readTrees(tables.trees, "line"));
  const foreign = new Forest(readTrees(tables.trees, "foreign"));
  const again = new Forest(readTrees(tables.trees, "again"));
  if (trees.length === 0 || foreign.length === 0 || again.length === 0) return null;
  return { weights: loadWordWeights(vocabulary, tables.words), trees, foreign, again };
};
