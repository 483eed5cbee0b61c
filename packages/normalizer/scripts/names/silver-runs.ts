import { OUTSIDE } from "../../src/names/tagger/labels.js";
import type { TaggerModel } from "../../src/names/tagger/model.js";
import { silverDocuments } from "./silver-documents.js";
import { lossesOf } from "./train-crf.js";
import { type CorpusReader, pickRuns, type TrainingRuns } from "./training-runs.js";

/** Runs without a name are taken where the model gives that .82 and more. */
const SURE_OUTSIDE = 0.2;

/**
 * Runs of texts that nobody has tagged, with the labels that a model gives them where it is sure of all of them: it is more often
 * right than not there, above all where other sentences of the document settled what the run itself leaves open.
 */
export const silverRuns = (
  corpora: string,
  reader: CorpusReader,
  model: TaggerModel,
  weight: number,
): TrainingRuns => {
  const documents = silverDocuments(corpora, model);
  const runs = reader.runsOf(documents);
  // The doubtful names alone, in the same runs: where they are cut by the edge of a run they are no names of `runs` either.
  const doubts = reader.runsOf(documents.map(({ text, doubtful }) => ({ text, spans: doubtful })));
  const losses = lossesOf(runs, model);
  const weights = new Float32Array(losses.length);
  for (let run = 0; run < weights.length; run++) {
    const from = runs.start[run] ?? 0;
    const to = runs.start[run + 1] ?? 0;
    const named = runs.labels.subarray(from, to).some((label) => label !== OUTSIDE);
    const doubted = doubts.labels.subarray(from, to).some((label) => label !== OUTSIDE);
    if (named ? !doubted : (losses[run] ?? 0) < SURE_OUTSIDE) weights[run] = weight;
  }
  return pickRuns(runs, weights);
};
