import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { toCsv } from "../../src/index.js";
import { allBytes, allText } from "../all-bytes.js";
import { hostileRows, sample, sampleTable } from "../sample-table.js";

const header = "id,label,mood,colour,count,offset,weight,share,open,shut,day,until,at,tags,parent";
const line = async (changes: Parameters<typeof sample>[0]): Promise<string> => {
  const text = await allText(toCsv([sample(changes)], sampleTable));
  return text.slice(header.length + 1, -1);
};

describe("toCsv", () => {
  it("writes the header of the schema, without the columns that CSV leaves out", async () => {
    expect(await allText(toCsv([], sampleTable))).toBe(`${header}\n`);
  });

  it("writes null as the empty field, flags as words, days as ISO, lists as JSON", async () => {
    expect(await line({})).toBe("s1,,glad,,0,,0.5,,true,,2013-09-14,,,[],");
    expect(await line({ shut: false, open: false, tags: ["a", 'b "c"'] })).toBe(
      's1,,glad,,0,,0.5,,false,false,2013-09-14,,,"[""a"",""b \\""c\\""""]",',
    );
  });

  it("keeps the empty string apart from null", async () => {
    expect(await line({ label: "" })).toContain('s1,"",glad');
  });

  it.each([
    ["comma", "a,b", '"a,b"'],
    ["quote", 'a"b', '"a""b"'],
    ["LF", "a\nb", '"a\nb"'],
    ["CR", "a\rb", '"a\rb"'],
    ["CRLF", "a\r\nb", '"a\r\nb"'],
    ["formula", "=1+1", "=1+1"],
    ["spaces", "  a ", "  a "],
  ])("quotes where it must and changes nothing: %s", async (_, label, written) => {
    expect(await line({ label })).toBe(`s1,${written},glad,,0,,0.5,,true,,2013-09-14,,,[],`);
  });

  it.each([0.1 + 0.2, 5e-324, 1e21, 1.7976931348623157e308, -0.25, 2 ** 53])(
    "writes %d so that it reads back",
    async (weight) => {
      expect(Number((await line({ weight })).split(",")[6])).toBe(weight);
    },
  );

  it("reads back equal with another parser", async () => {
    const rows: string[][] = parse(await allText(toCsv(hostileRows, sampleTable)), {
      relax_column_count: false,
    });
    expect(rows.length).toBe(hostileRows.length + 1);
    rows.slice(1).forEach((fields, i) => {
      const { body: _, ...row } = hostileRows[i] ?? sample();
      expect(fields).toEqual(
        Object.values(row).map((value) =>
          value === null ? "" : Array.isArray(value) ? JSON.stringify(value) : String(value),
        ),
      );
    });
  });

  it("escapes formulas and marks UTF-8 for Excel only when asked to", async () => {
    const rows = [sample({ label: "=1+1", offset: -5, tags: ["=x"] }), sample({ label: "@x" })];
    const bytes = await allBytes(toCsv(rows, sampleTable, { preset: "excel" }));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.subarray(3).toString();
    expect(text.startsWith("id,")).toBe(true);
    expect(text).toContain("s1,'=1+1,glad");
    expect(text).toContain("s1,'@x,glad");
    expect(text).toContain(",-5,");
  });

  it("writes U+FFFD for a lone surrogate", async () => {
    expect(await line({ label: "a\ud800b" })).toContain("a\ufffdb");
  });

  it("does not write null as an empty line where the table has one column", async () => {
    const table = {
      name: "one",
      title: "One column",
      schema: z.object({ a: z.string().nullable() }),
      key: [],
    };
    expect(await allText(toCsv([{ a: null }, { a: "x" }], table))).toBe('a\n""\nx\n');
  });

  it("writes rows across chunks whole", async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => sample({ id: `s${i}`, label: "x".repeat(i % 90) }));
    let chunks = 0;
    let text = "";
    for await (const chunk of toCsv(rows, sampleTable)) {
      chunks += 1;
      text += Buffer.from(chunk).toString();
    }
    expect(chunks).toBeGreaterThan(3);
    const read: string[][] = parse(text);
    expect(read.length).toBe(20_001);
    expect(read[20_000]?.[0]).toBe("s19999");
  });
});
