export { type Annotator, createAnnotator } from "./normalize.js";
export { createPassageReader, type Passage, type PassageReader } from "./passage.js";
