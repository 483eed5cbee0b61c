import { createHash } from "node:crypto";
import { croissant } from "./croissant.js";
import { dataPackage } from "./data-package.js";
import type { Dataset } from "./dataset.js";
import { datasetCard } from "./dataset-card.js";
import { sha256Sums } from "./sha256-sums.js";

/** A text file beside the tables of a dataset. */
export type DescriptionFile = Readonly<{ path: string; text: string }>;

/**
 * The files that explain a dataset: `README.md`, `croissant.json`, `datapackage.json`, and `SHA256SUMS` over these and
 * all tables. Pure: the caller writes them.
 */
export const describeDataset = (dataset: Dataset): readonly DescriptionFile[] => {
  const described = [
    { path: "README.md", text: datasetCard(dataset) },
    { path: "croissant.json", text: json(croissant(dataset)) },
    { path: "datapackage.json", text: json(dataPackage(dataset)) },
  ];
  const sums = sha256Sums([
    ...dataset.files,
    ...described.map(({ path, text }) => ({ path, sha256: createHash("sha256").update(text).digest("hex") })),
  ]);
  return [...described, { path: "SHA256SUMS", text: sums }];
};

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
