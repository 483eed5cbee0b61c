import { formats } from "../table.js";
import { type Dataset, filesOf, rowsOf } from "./dataset.js";
import { loadingSnippets } from "./loading-snippets.js";
import { markdownTable } from "./markdown-table.js";

/**
 * `README.md` of a dataset: what it is, whence, how much, how to load it, what it cannot tell. The front matter is the
 * one that Hugging Face reads. The snippets load the first table.
 */
export const datasetCard = (dataset: Dataset): string =>
  [
    ...frontMatter(dataset),
    `# ${dataset.title}`,
    "",
    dataset.description,
    "",
    `Version ${dataset.version}.`,
    "",
    ...section("Sources", dataset.sources.map(linked)),
    ...section(
      "Counts",
      dataset.counts.map(({ label, value }) => `${label}: ${value}`),
    ),
    ...tables(dataset),
    ...section("Known limits", dataset.limits),
    ...loading(dataset),
    "## Conventions",
    "",
    ...conventions,
    "",
    ...section(
      "Licence",
      dataset.licenses.map(({ title, path }) => linked({ title, ...(path === undefined ? {} : { path }) })),
    ),
  ].join("\n");

const linked = ({ title, path }: Readonly<{ title: string; path?: string }>): string =>
  path === undefined ? title : `[${title}](${path})`;

const section = (title: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [`## ${title}`, "", ...items.map((item) => `- ${item}`), ""];

const tables = (dataset: Dataset): readonly string[] => [
  "## Tables",
  "",
  ...markdownTable(
    ["table", "rows", "what a row is", ...formats],
    dataset.tables.map((table) => [
      table.name,
      String(rowsOf(dataset, table)),
      table.title,
      ...formats.map((format) =>
        filesOf(dataset, table, format)
          .map(({ path }, part) => `[${part === 0 ? format : part + 1}](${path})`)
          .join(" "),
      ),
    ]),
  ),
  "",
  "`datapackage.json` says what each column means, with types, keys and units; `croissant.json` says it to search",
  "engines; `sha256sum -c SHA256SUMS` checks that the files are whole.",
  "",
];

const loading = (dataset: Dataset): readonly string[] => {
  const [table] = dataset.tables;
  if (table === undefined) return [];
  return [
    "## Loading",
    "",
    "In this folder; other tables load the same way.",
    "",
    ...loadingSnippets(dataset, table).flatMap(({ tool, language, code }) => [
      `### ${tool}`,
      "",
      `\`\`\`${language}`,
      code,
      "```",
      "",
    ]),
  ];
};

const conventions: readonly string[] = [
  "- Offsets count Unicode code points, half-open: Python `text[start:end]`, R `stringi::stri_sub(text, start + 1, end)`,",
  "  SQL `substr(text, start + 1, end - start)`.",
  "- Days are ISO (`2013-09-14`) in CSV and JSONL, real dates in Arrow and Parquet. Intervals include both ends.",
  "- Null means not known or not said; in CSV it is the empty field. No value is ever the empty string or a made-up 0.",
  "- Lists are JSON arrays in CSV, real lists elsewhere.",
  "- Texts hold line ends: the number of lines of a CSV file is not its number of rows.",
];

const frontMatter = (dataset: Dataset): readonly string[] => [
  "---",
  `pretty_name: ${JSON.stringify(dataset.title)}`,
  "language: en",
  `license: ${JSON.stringify(dataset.licenses.map(({ name }) => name.toLowerCase()))}`,
  "configs:",
  ...dataset.tables.flatMap((table) => {
    const files = filesOf(dataset, table, "parquet");
    const paths = (files.length > 0 ? files : filesOf(dataset, table, "csv")).map(({ path }) => path);
    return paths.length === 0
      ? []
      : [
          `  - config_name: ${table.name}`,
          "    data_files:",
          ...paths.map((path) => `      - ${JSON.stringify(path)}`),
        ];
  }),
  "---",
  "",
];
