import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { tableDocs } from "../../docs/tables/render-tables.js";

describe.each(tableDocs)("docs/tables/$name", ({ name, text }) => {
  it("says what the row schemas say (npx tsx --conditions=@readout/source docs/tables/render-tables.ts)", () => {
    expect(readFileSync(new URL(`../../docs/tables/${name}`, import.meta.url), "utf8")).toBe(text);
  });
});
