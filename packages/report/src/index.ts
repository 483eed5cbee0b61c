/** The offline page of a dataset, as a function from rows to HTML. */
export { pageTemplate } from "./page-template.js";
