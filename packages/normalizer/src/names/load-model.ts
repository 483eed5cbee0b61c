import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import type { TaggerModel } from "./tagger/model.js";
import { createModel, unpackModel } from "./tagger/packed-model.js";

let loaded: TaggerModel | undefined;

/** The trained model of data/names, read from the package folder at the first call and kept. */
export const loadModel = (): TaggerModel => {
  loaded ??= createModel(
    unpackModel(
      brotliDecompressSync(readFileSync(new URL("../../data/names/tagger.bin.br", import.meta.url))),
    ),
  );
  return loaded;
};
