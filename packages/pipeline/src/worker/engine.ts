import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { tables } from "@readout/model/rows";
import { z } from "zod";
import type { Engine } from "./protocol.js";

/** Hashes the installed parser, normalizer and model, and the row schemas. Reads some hundred files: 20 ms. */
export const describeEngine = (): Engine => {
  const code = createHash("sha256");
  for (const name of ["@readout/model", "@readout/parser", "@readout/normalizer", "@readout/pipeline"]) {
    const folder = dirname(fileURLToPath(import.meta.resolve(name)));
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(?:js|ts|json|bin)$/.test(file) && !file.endsWith(".d.ts"))
      .sort();
    for (const file of files) code.update(`${name}/${file}\0`).update(readFileSync(join(folder, file)));
  }
  const schema = createHash("sha256");
  for (const [name, table] of Object.entries(tables))
    schema.update(name).update(JSON.stringify(z.toJSONSchema(table)));
  return { code: code.digest("hex"), schema: schema.digest("hex") };
};
