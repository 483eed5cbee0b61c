export type { LinkContext, LinkedNames } from "./link/linker.js";
export type { NameCandidate } from "./name-candidate.js";
export { createNameRecognizer, type NameRecognizer } from "./name-recognizer.js";
export { names } from "./names.js";
