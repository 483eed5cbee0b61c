import { Ending, type LineMeasures } from "../lines/line-measures.js";

/**
 * How much each line looks like running text by rules alone: above 0 for a line that ends like a sentence and has the
 * function words of one, below 0 for lists of links. Used where no trained model is at hand, and as a feature of it.
 * On wcxb_dev the longest run of these finds the article with F1 .86 (docs/pages.md).
 */
export const ruleScores = (measures: LineMeasures): Float32Array => {
  const { length, columns, ending } = measures;
  const scores = new Float32Array(length);
  for (let i = 0; i < length; i++) {
    const words = columns.words[i] ?? 0;
    const wide = columns.wide[i] ?? 0;
    const functions = columns.function[i] ?? 0;
    const runsOn = functions >= words * 0.2 || wide > 20;
    const closes = ending[i] === Ending.stop || ending[i] === Ending.colon || ending[i] === Ending.ellipsis;
    if (words >= 8 && runsOn && closes) scores[i] = Math.min(words, 60) / 10;
    else if (words >= 20 && runsOn) scores[i] = 1.5;
    else if (words >= 5 && runsOn && closes) scores[i] = 0.5;
    else scores[i] = -0.7;
  }
  return scores;
};
