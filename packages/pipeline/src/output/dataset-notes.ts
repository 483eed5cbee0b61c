import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Dataset } from "@readout/exporters";
import { z } from "zod";
import { BuildError, reasonOf } from "../failure.js";

/** What `dataset.json` beside the input says of a dataset; further fields are for other readers. */
const datasetJson = z.object({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "lower case, digits and hyphens"),
  title: z.string().min(1),
  description: z.string().min(1),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, "three numbers"),
  licence: z.string().min(1),
});

/** Name, title, description, version and licence of a dataset. */
export type DatasetNotes = Pick<Dataset, "name" | "title" | "description" | "version" | "licenses">;

/** Without a dataset.json. The licence of somebody's pages is not ours to guess. */
const unnamed: DatasetNotes = {
  name: "readout-dataset",
  title: "Readout dataset",
  description:
    "Tables that Readout made of news pages: what they say happened, between whom, when, where, and who says so.",
  version: "0.1.0",
  licenses: [{ name: "other", title: "Not stated; the texts belong to their owners" }],
};

/** Reads `dataset.json` from beside or inside the only input folder; throws a {@link BuildError} where it is not as it should be. */
export const readDatasetNotes = (inputs: readonly string[]): DatasetNotes => {
  const [input] = inputs;
  if (input === undefined || inputs.length > 1 || input === "-") return unnamed;
  const path = [join(resolve(input), "dataset.json"), join(dirname(resolve(input)), "dataset.json")].find(
    (place) => existsSync(place),
  );
  if (path === undefined) return unnamed;
  const checked = datasetJson.safeParse(readJson(path));
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw new BuildError(
      `${path}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "not as it should be"}`,
    );
  }
  const { licence, ...notes } = checked.data;
  return { ...notes, licenses: [{ name: licence, title: licence }] };
};

const readJson = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new BuildError(`${path}: ${reasonOf(error)}`);
  }
};
