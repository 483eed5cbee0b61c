import { type Format, formats, type Table } from "../table.js";
import { type Dataset, filesOf } from "./dataset.js";
import { mediaTypes } from "./media-types.js";
import { tableSchema } from "./table-schema.js";

/**
 * `datapackage.json` of a dataset (Data Package 2.0): a resource for each table in each format. The CSV resource has the
 * plain name of the table, since that is what the R and Python packages for this standard read.
 */
export const dataPackage = (dataset: Dataset): Readonly<Record<string, unknown>> => ({
  $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
  name: dataset.name,
  title: dataset.title,
  description: dataset.description,
  version: dataset.version,
  licenses: dataset.licenses,
  sources: dataset.sources,
  resources: dataset.tables.flatMap((table) =>
    formats.flatMap((format) => resources(dataset, table, format)),
  ),
});

const resourceName = (table: string, format: Format): string =>
  format === "csv" ? table : `${table}-${format}`;

/** One resource, or none where the dataset lacks the format. Readers want `$schema` here too: without it they see version 1. */
const resources = (dataset: Dataset, table: Table, format: Format): Readonly<Record<string, unknown>>[] => {
  const files = filesOf(dataset, table, format);
  const [first, ...more] = files;
  if (first === undefined) return [];
  return [
    {
      $schema: "https://datapackage.org/profiles/2.0/dataresource.json",
      name: resourceName(table.name, format),
      type: "table",
      title: table.title,
      path: more.length === 0 ? first.path : files.map(({ path }) => path),
      format,
      mediatype: mediaTypes[format],
      ...(format === "csv" || format === "jsonl" ? { encoding: "utf-8" } : {}),
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      ...(more.length === 0 ? { hash: `sha256:${first.sha256}` } : {}),
      ...(format === "csv" ? { dialect } : {}),
      schema: tableSchema(table, format, dataset.tables, (name) => resourceName(name, format)),
    },
  ];
};

const dialect = {
  $schema: "https://datapackage.org/profiles/2.0/tabledialect.json",
  header: true,
  delimiter: ",",
  lineTerminator: "\n",
  quoteChar: '"',
  doubleQuote: true,
};
