import { describeColumns, toParquet } from "@readout/exporters";
import { toArrow } from "@readout/exporters/arrow";
import { toCsv } from "@readout/exporters/csv";
import { toJsonl } from "@readout/exporters/jsonl";
import { z } from "zod";

const table = {
  name: "t",
  title: "T",
  schema: z.object({ a: z.int32(), b: z.string().nullable() }),
  key: ["a"],
};
const rows: z.infer<typeof table.schema>[] = [{ a: 1, b: null }];
for (const toBytes of [toCsv, toJsonl, toArrow, toParquet]) {
  let size = 0;
  for await (const chunk of toBytes(rows, table)) size += chunk.length;
  console.log(size > 0);
}
// @ts-expect-error: a column of the wrong type
toCsv([{ a: "1", b: null }], table);
console.log(describeColumns(table).length);
