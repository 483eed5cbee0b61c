export { names } from "./names.js";
export { pluralAntecedents } from "./plural-antecedents.js";
