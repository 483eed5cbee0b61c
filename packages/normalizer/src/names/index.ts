export type { LinkedNames } from "./link/gather.js";
export type { LinkContext } from "./link/linker.js";
export type { NameCandidate } from "./name-candidate.js";
export { createNameRecognizer, type NameRecognizer } from "./name-recognizer.js";
export { names } from "./names.js";
export { pluralAntecedents } from "./plural-antecedents.js";
