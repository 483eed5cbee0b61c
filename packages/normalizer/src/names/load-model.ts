import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { MinedNames } from "./tagger/mined-names.js";
import type { TaggerModel } from "./tagger/model.js";
import { createModel } from "./tagger/packed-model.js";

let model: TaggerModel | undefined;
let mined: MinedNames | undefined;

/** The trained model of data/names, read from the package folder at the first call and kept. */
export const loadModel = (): TaggerModel => {
  model ??= createModel(read("tagger.bin.br"));
  return model;
};

/** The mined gazetteer of data/names, read at the first call and kept. */
export const loadMinedNames = (): MinedNames => {
  mined ??= new MinedNames(read("gazetteer.bin.br"));
  return mined;
};

const read = (file: string): Uint8Array =>
  brotliDecompressSync(readFileSync(new URL(`../../data/names/${file}`, import.meta.url)));
