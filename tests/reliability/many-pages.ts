import { pages } from "../pipeline/pages.js";

/** So many different pages in a folder, by path: a report of some sentences with another day and title each. */
export const manyPages = (count: number, folder = "in"): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `${folder}/${String(i).padStart(4, "0")}.txt`,
      `Page ${i}\n\n${pages["a-report.txt"]?.replaceAll("Saturday", `day ${i}`)}`,
    ]),
  );
