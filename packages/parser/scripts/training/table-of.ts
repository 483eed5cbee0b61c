import type { FeatureSheet } from "../../src/features/feature-sheet.js";
import { binColumns, type Table } from "./fit-trees.js";

/** The lines of several sheets one below the other, with a label and a weight each. */
export const tableOf = (
  sheets: readonly FeatureSheet[],
  labels: readonly Uint8Array[],
  weights: readonly Float32Array[],
): Table => {
  const names = sheets[0]?.names ?? [];
  const total = labels.reduce((n, own) => n + own.length, 0);
  const columns = names.map((_, f) =>
    joined(
      sheets.map((sheet) => sheet.columns[f] ?? new Float32Array()),
      new Float32Array(total),
    ),
  );
  return binColumns(
    names,
    columns,
    joined(labels, new Uint8Array(total)),
    joined(weights, new Float32Array(total)),
  );
};

const joined = <T extends Uint8Array | Float32Array>(parts: readonly T[], whole: T): T => {
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
