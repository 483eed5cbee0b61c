import type { Row, TableName } from "@readout/model/rows";

/** The tables of a dataset: asked for a name, gives its rows in their order. Every table may be asked for more than once. */
export type DatasetRows = <Name extends TableName>(table: Name) => Iterable<Row<Name>>;
