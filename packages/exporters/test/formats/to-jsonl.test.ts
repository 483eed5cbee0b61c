import { describe, expect, it } from "vitest";
import { z } from "zod";
import { toJsonl } from "../../src/index.js";
import { allText } from "../all-bytes.js";
import { hostileRows, sample, sampleTable } from "../sample-table.js";

const lines = async (rows: readonly ReturnType<typeof sample>[]): Promise<string[]> =>
  (await allText(toJsonl(rows, sampleTable))).split("\n").slice(0, -1);

describe("toJsonl", () => {
  it("writes every key of the schema in its order, null too", async () => {
    const turned = { ...sample(), id: "s1" };
    const [line] = await lines([turned]);
    expect(line).toBe(
      '{"id":"s1","label":null,"mood":"glad","colour":null,"count":0,"offset":null,"weight":0.5,"share":null,"open":true,"shut":null,"day":"2013-09-14","until":null,"at":null,"tags":[],"parent":null,"body":null}',
    );
  });

  it("keeps to one line a row and reads back equal", async () => {
    const read = (await lines(hostileRows)).map((line): unknown => JSON.parse(line));
    expect(read).toEqual(hostileRows);
  });

  it("writes no escape that is not Unicode: Python and R refuse a lone surrogate", async () => {
    const [line] = await lines([sample({ label: "a\ud800b", tags: ["\udc00"], body: "\\ud800 is text" })]);
    expect(JSON.parse(line ?? "")).toMatchObject({
      label: "a\ufffdb",
      tags: ["\ufffd"],
      body: "\\ud800 is text",
    });
  });

  it("leaves out the columns that ask for it", async () => {
    const schema = z.object({ a: z.string(), b: z.string().meta({ omit: ["jsonl"] }) });
    const table = { name: "t", title: "T", schema, key: [] };
    expect(
      await allText(
        toJsonl(
          [
            { a: "\ud800", b: "x" },
            { a: "y", b: "x" },
          ],
          table,
        ),
      ),
    ).toBe('{"a":"\ufffd"}\n{"a":"y"}\n');
  });

  it("writes nothing for no rows", async () => {
    expect(await allText(toJsonl([], sampleTable))).toBe("");
  });
});
