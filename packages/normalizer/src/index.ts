export { names } from "./names/names.js";
export { type Annotator, type AnnotatorOptions, createAnnotator } from "./normalize.js";
export { createPassageReader, type Passage, type PassageReader } from "./passage.js";
export { type TimesOptions, times } from "./times/times.js";
