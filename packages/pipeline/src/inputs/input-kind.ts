/** What an input file holds. */
export type InputFormat = "text" | "html" | "jsonl" | "warc";
export type Compression = "none" | "gzip" | "zstd";
export type InputKind = Readonly<{ format: InputFormat; compression: Compression }>;

const formats: ReadonlyMap<string, InputFormat> = new Map([
  [".txt", "text"],
  [".text", "text"],
  [".md", "text"],
  [".html", "html"],
  [".htm", "html"],
  [".xhtml", "html"],
  [".jsonl", "jsonl"],
  [".ndjson", "jsonl"],
  [".warc", "warc"],
  [".wet", "warc"],
]);

const compressions: ReadonlyMap<string, Compression> = new Map([
  [".gz", "gzip"],
  [".zst", "zstd"],
]);

/**
 * The kind of input that a file name stands for, by its ending, case ignored: `a.html.gz` is gzipped HTML. Null where the
 * ending says nothing (`photo.jpg`, `README`).
 */
export const inputKind = (name: string): InputKind | null => {
  const lower = name.toLowerCase();
  const last = ending(lower);
  const compression = compressions.get(last) ?? "none";
  const format = formats.get(compression === "none" ? last : ending(lower.slice(0, -last.length)));
  return format === undefined ? null : { format, compression };
};

/** From the last full stop on; "" where there is none. */
export const ending = (name: string): string => {
  const dot = name.lastIndexOf(".");
  return dot < 0 ? "" : name.slice(dot);
};
