import { existsSync } from "node:fs";
import { BuildError } from "../failure.js";
import { isDataset, recoverDataset } from "./dataset-folder.js";

/**
 * Throws a {@link BuildError} where a folder is no dataset. One that a killed build had set aside is put back first, so that nobody
 * has to build again to have it.
 */
export const requireDataset = (folder: string): void => {
  if (!existsSync(folder)) recoverDataset(folder);
  if (!isDataset(folder)) throw new BuildError(`${folder}: is not a dataset of Readout's`);
};
