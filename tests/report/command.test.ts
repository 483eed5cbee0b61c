import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Row } from "@readout/model/rows";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { absent } from "../../packages/report/src/bundle/bundle-tables.js";
import { type Dataset, linkRows } from "../../packages/report/src/page/data/dataset.js";
import { readBundle } from "../../packages/report/src/page/data/open-bundle.js";
import { countPairs, countriesOf } from "../../packages/report/src/page/relations/count-pairs.js";
import { indexEvents } from "../../packages/report/src/page/state/event-index.js";
import { runReadout } from "../pipeline/run-readout.js";

const openReport = (html: string): Dataset => {
  const packed = /id="bundle">([^<]+)</.exec(html)?.[1] ?? "";
  const bytes = new Uint8Array(gunzipSync(Buffer.from(packed, "base64")));
  return linkRows(readBundle(bytes), { title: "", description: null, text: "full", rows: {}, leftOut: [] });
};

const isOneDay = (earliest: number | undefined, latest: number | undefined): boolean =>
  earliest === latest && earliest !== absent;

describe("readout report", { timeout: 120_000 }, () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "readout-report-command-"));
    writeFileSync(
      join(folder, "call.txt"),
      "Torvald calls Vale\nBy Ida Brandt | March 4, 2014\n\nU.S. Secretary of State John Kerry telephoned Russian Foreign Minister Sergei Lavrov on Monday.\n",
    );
    writeFileSync(
      join(folder, "answer.html"),
      "<html><head><title>Lavrov answers</title></head><body><article><h1>Lavrov answers</h1><p>Sergei Lavrov met John Kerry in London on March 6, 2014.</p></article></body></html>",
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const at = (name: string): string => join(folder, name);

  it("makes the same page of pages and of the dataset built from them, every time", async () => {
    const pages = [at("call.txt"), at("answer.html")];
    const made = await runReadout(["report", ...pages, "--out", at("a.html"), "--title", "A call"]);
    expect(made.stderr).toMatch(/a\.html: 2 documents, \d+ events?, 0\.\d MB/);
    expect(made.code).toBe(0);
    expect((await runReadout(["build", ...pages, "--out", at("dataset")])).code).toBe(0);
    for (const out of ["b.html", "b.html"])
      expect((await runReadout(["report", at("dataset"), "--out", at(out), "--title", "A call"])).code).toBe(
        0,
      );
    const html = readFileSync(at("a.html"), "utf8");
    expect(html).toContain("<title>A call</title>");
    expect(html).toContain("default-src 'none'");
    expect(readFileSync(at("b.html"), "utf8")).toBe(html);
    expect(readdirSync(folder).filter((name) => name.includes("tmp"))).toEqual([]);
  });

  it("counts pairs of countries as the table of dyads does", () => {
    const dataset = openReport(readFileSync(at("a.html"), "utf8"));
    const index = indexEvents(dataset);
    const { events } = dataset;
    const counted = index.order.filter(
      (event) =>
        events.status.at(event) === "actual" && isOneDay(events.earliest[event], events.latest[event]),
    );
    const pairs = countPairs(counted, index, countriesOf(index));
    const dyads = readFileSync(at("dataset/jsonl/dyads.jsonl"), "utf8").split("\n").filter(Boolean);
    const expected = new Map<string, number>();
    for (const line of dyads) {
      const row: Row<"dyads"> = JSON.parse(line);
      const pair = `${row.actor_country} ${row.recipient_country}`;
      expected.set(pair, (expected.get(pair) ?? 0) + row.n_events);
    }
    expect(expected.size).toBeGreaterThan(0);
    expect(new Map(pairs.map(({ from, to, events: n }) => [`${from} ${to}`, n]))).toEqual(expected);
  });

  it("stands beside the tables without making the dataset invalid", async () => {
    expect((await runReadout(["report", at("dataset"), "--out", at("dataset/report.html")])).code).toBe(0);
    expect((await runReadout(["validate", at("dataset")])).code).toBe(0);
  });

  it("leaves alone what it did not make, and says what is missing", async () => {
    writeFileSync(at("notes.html"), "my notes");
    const refused = await runReadout(["report", at("dataset"), "--out", at("notes.html")]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("is no report of Readout's, and is left alone");
    expect(readFileSync(at("notes.html"), "utf8")).toBe("my notes");
    await runReadout(["build", at("call.txt"), "--out", at("tables"), "--format", "csv"]);
    const missing = await runReadout(["report", at("tables"), "--out", at("c.html")]);
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain("build it with --format jsonl");
    expect((await runReadout(["report", at("dataset")])).code).toBe(2);
  });
});
