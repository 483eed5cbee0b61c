import { describe, expect, it } from "vitest";
import { toArrow, toCsv, toJsonl, toParquet } from "../src/index.js";
import { allBytes } from "./all-bytes.js";
import { hostileRows, sample, sampleTable } from "./sample-table.js";

const exporters = { toCsv, toJsonl, toArrow, toParquet };

describe.each(Object.entries(exporters))("%s", (_, toBytes) => {
  it("takes rows that must be awaited and rows that need not be, to the same bytes", async () => {
    const awaited = async function* () {
      yield* hostileRows;
    };
    const [one, two] = [
      await allBytes(toBytes(hostileRows, sampleTable)),
      await allBytes(toBytes(awaited(), sampleTable)),
    ];
    expect(one.equals(two)).toBe(true);
  });

  it("asks for no row before a reader asks for bytes, and for few ahead of it", async () => {
    const label = "x".repeat(100_000);
    let asked = 0;
    const rows = (function* () {
      for (;;) {
        asked += 1;
        yield sample({ label, body: label });
      }
    })();
    const bytes = toBytes(rows, sampleTable)[Symbol.asyncIterator]();
    expect(asked).toBe(0);
    await bytes.next();
    const ahead = asked;
    expect(ahead).toBeLessThan(500);
    await bytes.next();
    expect(asked).toBeLessThanOrEqual(2 * ahead + 1);
    await bytes.return?.();
  });

  it("lets go of the rows when the reader stops", async () => {
    let closed = 0;
    const rows = async function* () {
      try {
        for (;;) yield sample({ body: "x".repeat(100_000) });
      } finally {
        closed += 1;
      }
    };
    for await (const _chunk of toBytes(rows(), sampleTable)) break;
    expect(closed).toBe(1);
  });

  it("passes on what goes wrong in the rows", async () => {
    const rows = async function* () {
      yield sample();
      throw new Error("the spool is gone");
    };
    await expect(allBytes(toBytes(rows(), sampleTable))).rejects.toThrow("the spool is gone");
  });

  it("refuses a row that does not fit, loudly", async () => {
    await expect(allBytes(toBytes([sample(), sample({ count: 2 ** 31 })], sampleTable))).rejects.toThrow(
      /Table sample, row 2, column count/,
    );
  });
});
