import type { Format } from "@readout/exporters";
import type { CacheOptions } from "./cache/answer-cache.js";
import type { PoolOptions } from "./worker/worker-pool.js";

/** What a build is to do. */
export type BuildOptions = Readonly<{
  /** Files and folders, `-` for standard input. */
  inputs: readonly string[];
  out: string;
  formats: readonly Format[];
  layout: "page" | "plain";
  text: "full" | "none";
  csv: "plain" | "excel";
  /** A sources.csv; null: the one inside or beside each input. */
  sources: string | null;
  /** Whether inputs that could not be read make the build fail. */
  onRejected: "report" | "fail";
  /** Share of documents whose annotation may fail before the build does; 0.001 unless told otherwise. */
  tolerance?: number;
  /** Where answers of earlier builds are kept; null or left out: nowhere. */
  cache?: CacheOptions | null;
}>;

/** What a build needs of the world around it. */
export type BuildContext = Readonly<{
  workers: Pick<PoolOptions, "workers" | "command" | "patience">;
  signal: AbortSignal;
  progress: Progress;
}>;

/** Told how far a build is; decides itself what to show. */
export type Progress = Readonly<{
  documents: (done: number, bytes: number) => void;
  stage: (name: string) => void;
  /** Something that does not stop the build and that a person should know. */
  warn?: (message: string) => void;
}>;

export const silent: Progress = { documents: () => undefined, stage: () => undefined };
