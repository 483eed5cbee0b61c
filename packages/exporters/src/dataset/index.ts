export type { Dataset, DatasetFile } from "./dataset.js";
export { type DescriptionFile, describeDataset } from "./describe-dataset.js";
export { tablePath } from "./table-path.js";
