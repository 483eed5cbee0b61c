import { type Column, type ColumnKind, columnsIn } from "../describe-columns.js";
import type { Format, Table } from "../table.js";
import { type Dataset, filesOf } from "./dataset.js";
import { foreignKeys } from "./foreign-keys.js";
import { mediaTypes } from "./media-types.js";

/**
 * `croissant.json` of a dataset: the JSON-LD of Croissant 1.0 that dataset search engines and model hubs read. Every
 * file is listed; a record set takes its columns from Parquet where there is Parquet, else CSV, else JSONL.
 */
export const croissant = (dataset: Dataset): Readonly<Record<string, unknown>> => ({
  "@context": context,
  "@type": "sc:Dataset",
  conformsTo: "http://mlcommons.org/croissant/1.0",
  name: dataset.name,
  alternateName: dataset.title,
  description: dataset.description,
  version: dataset.version,
  license: dataset.licenses.map(({ name, path }) => path ?? name),
  distribution: dataset.files.map(({ path, format, bytes, sha256 }) => ({
    "@type": "cr:FileObject",
    "@id": path,
    name: path,
    contentUrl: path,
    encodingFormat: mediaTypes[format],
    contentSize: `${bytes} B`,
    sha256,
  })),
  recordSet: dataset.tables.flatMap((table) => recordSet(dataset, table)),
});

const preferred: readonly Format[] = ["parquet", "csv", "jsonl"];

const recordSet = (dataset: Dataset, table: Table): Readonly<Record<string, unknown>>[] => {
  const format = preferred.find((candidate) => filesOf(dataset, table, candidate).length > 0);
  const [file] = format === undefined ? [] : filesOf(dataset, table, format);
  if (format === undefined || file === undefined) return [];
  const keys = foreignKeys(table, dataset.tables);
  return [
    {
      "@type": "cr:RecordSet",
      "@id": table.name,
      name: table.name,
      description: table.title,
      ...(table.key.length === 0 ? {} : { key: table.key.map((key) => ({ "@id": `${table.name}/${key}` })) }),
      field: columnsIn(table, format).map((column) => {
        const reference = keys.find(({ fields }) => fields.length === 1 && fields[0] === column.name);
        return {
          "@type": "cr:Field",
          "@id": `${table.name}/${column.name}`,
          name: column.name,
          description: describe(column),
          dataType: dataTypes[column.kind],
          ...(column.kind === "list" ? { repeated: true } : {}),
          ...(reference === undefined
            ? {}
            : { references: { field: { "@id": `${reference.table}/${reference.targets[0]}` } } }),
          source: { fileObject: { "@id": file.path }, extract: { column: column.name } },
        };
      }),
    },
  ];
};

const describe = ({ description, unit }: Column): string =>
  unit === null ? description : `${description} (${unit})`;

const dataTypes: Readonly<Record<ColumnKind, string>> = {
  string: "sc:Text",
  enum: "sc:Text",
  int32: "cr:Int32",
  float64: "cr:Float64",
  bool: "sc:Boolean",
  date: "sc:Date",
  timestamp: "sc:DateTime",
  list: "sc:Text",
};

/** The context that the specification prints; its validator compares it word for word. */
const context = {
  "@language": "en",
  "@vocab": "https://schema.org/",
  citeAs: "cr:citeAs",
  column: "cr:column",
  conformsTo: "dct:conformsTo",
  cr: "http://mlcommons.org/croissant/",
  rai: "http://mlcommons.org/croissant/RAI/",
  data: { "@id": "cr:data", "@type": "@json" },
  dataType: { "@id": "cr:dataType", "@type": "@vocab" },
  dct: "http://purl.org/dc/terms/",
  examples: { "@id": "cr:examples", "@type": "@json" },
  extract: "cr:extract",
  field: "cr:field",
  fileProperty: "cr:fileProperty",
  fileObject: "cr:fileObject",
  fileSet: "cr:fileSet",
  format: "cr:format",
  includes: "cr:includes",
  isLiveDataset: "cr:isLiveDataset",
  jsonPath: "cr:jsonPath",
  key: "cr:key",
  md5: "cr:md5",
  parentField: "cr:parentField",
  path: "cr:path",
  recordSet: "cr:recordSet",
  references: "cr:references",
  regex: "cr:regex",
  repeated: "cr:repeated",
  replace: "cr:replace",
  sc: "https://schema.org/",
  separator: "cr:separator",
  source: "cr:source",
  subField: "cr:subField",
  transform: "cr:transform",
};
