import { readData } from "../knowledge/read-data.js";
import { MinedNames } from "./tagger/mined-names.js";
import type { TaggerModel } from "./tagger/model.js";
import { createModel } from "./tagger/packed-model.js";
import { WordCases } from "./tagger/word-cases.js";

let model: TaggerModel | undefined;
let mined: MinedNames | undefined;
let cases: WordCases | undefined;

/** The trained model of data/names, read from the package folder at the first call and kept. */
export const loadModel = (): TaggerModel => {
  model ??= createModel(readData("names/tagger.bin.gz"));
  return model;
};

/** The mined gazetteer of data/names, read at the first call and kept. */
export const loadMinedNames = (): MinedNames => {
  mined ??= new MinedNames(readData("names/gazetteer.bin.gz"));
  return mined;
};

/** The usual case of words of data/names, read at the first call and kept. */
export const loadWordCases = (): WordCases => {
  cases ??= new WordCases(readData("names/word-cases.bin.gz"));
  return cases;
};
