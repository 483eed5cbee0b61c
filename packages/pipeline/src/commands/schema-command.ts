import type { Command } from "commander";
import { UsageError } from "../failure.js";

/** `readout schema [table]`: columns, types and meaning. */
export const addSchemaCommand = (program: Command): void => {
  program
    .command("schema")
    .summary("columns, types and meaning of the tables")
    .argument("[table]", "one table; default: all")
    .option("--json", "JSON Schema of the rows", false)
    .action(async (name: string | undefined, { json }: { json: boolean }) => {
      const { describeColumns, jsonSchema } = await import("@readout/exporters");
      const { tableList } = await import("@readout/model/rows");
      const wanted = tableList.filter((table) => name === undefined || table.name === name);
      if (wanted.length === 0) {
        throw new UsageError(
          `no table is called ${name}; there are ${tableList.map((table) => table.name).join(", ")}`,
        );
      }
      if (json) {
        const schemas = wanted.map((table) => [table.name, jsonSchema(table)] as const);
        const [first] = schemas;
        const value = name === undefined ? Object.fromEntries(schemas) : first?.[1];
        process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
        return;
      }
      for (const table of wanted) {
        process.stdout.write(`${table.name}: ${table.title}\n`);
        for (const { name: column, kind, nullable, description, unit } of describeColumns(table)) {
          process.stdout.write(
            `  ${column.padEnd(20)} ${`${kind}${nullable ? "?" : ""}`.padEnd(9)} ${description}${unit === null ? "" : ` (${unit})`}\n`,
          );
        }
        process.stdout.write("\n");
      }
    });
};
