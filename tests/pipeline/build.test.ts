import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contentOf, folderOf, pages, rowsOf } from "./pages.js";
import { runReadout } from "./run-readout.js";

const timeout = 120_000;

describe("readout build", () => {
  test(
    "the same bytes on one worker and on three, and for files named in any order",
    async () => {
      const folder = folderOf(
        Object.fromEntries(Object.entries(pages).map(([path, text]) => [`in/${path}`, text])),
      );
      const files = Object.keys(pages)
        .filter((path) => path !== "sources.csv")
        .map((path) => join(folder, "in", path));
      const builds = [
        ["one", "--workers", "1", join(folder, "in")],
        ["named", "--workers", "3", ...files.reverse()],
      ] as const;
      for (const [out, ...args] of builds) {
        const { code, stdout, stderr } = await runReadout(["build", ...args, "--out", join(folder, out)]);
        expect(stderr).toContain("7 documents");
        expect(code).toBe(0);
        expect(stdout).toBe("");
      }
      const one = contentOf(join(folder, "one"));
      expect(contentOf(join(folder, "named"))).toEqual(one);

      expect(await runReadout(["validate", join(folder, "one")])).toMatchObject({ code: 0, stdout: "" });
      const documents = rowsOf(join(folder, "one"), "documents");
      expect(documents.map(({ source }) => source)).toEqual([
        "a-report.txt",
        "b-copy.txt",
        "c-page.html",
        "d-records.jsonl#one",
        "d-records.jsonl#two",
        "e-empty.txt",
        "f-finnish.txt",
      ]);
      expect(documents[0]).toMatchObject({
        publisher: "The Harbour Courier",
        published: "2013-09-14",
        published_basis: "given",
      });
      expect(documents[1]?.duplicate_of).toBe(documents[0]?.doc_id);
      expect(documents[3]).toMatchObject({ published: "2015-07-15", published_basis: "given" });
      const codes = rowsOf(join(folder, "one"), "diagnostics").map(({ source, code }) => `${source} ${code}`);
      expect(codes).toContain("d-records.jsonl#2 record_invalid");
      expect(codes).toContain("f-finnish.txt not_english");
      expect(rowsOf(join(folder, "one"), "mentions").length).toBeGreaterThan(10);
    },
    timeout,
  );

  test(
    "without text: no words of the pages, the same offsets and checksums",
    async () => {
      const folder = folderOf({ "in/a.txt": pages["a-report.txt"] ?? "" });
      for (const text of ["full", "none"]) {
        const out = join(folder, text);
        expect(
          await runReadout([
            ...["build", join(folder, "in"), "--out", out, "--format", "jsonl", "--workers", "1"],
            ...["--text", text],
          ]),
        ).toMatchObject({ code: 0 });
        expect(await runReadout(["validate", out])).toMatchObject({ code: 0 });
      }
      expect([...contentOf(join(folder, "none")).values()].join("")).not.toContain("The talks were useful");
      const places = (dataset: string) =>
        rowsOf(join(folder, dataset), "blocks").map(({ start_char, end_char }) => [start_char, end_char]);
      expect(places("none")).toEqual(places("full"));
      expect(readdirSync(join(folder, "none"))).toContain("jsonl");
      expect(readdirSync(join(folder, "none"))).not.toContain("csv");
    },
    timeout,
  );

  test(
    "standard input is a page",
    async () => {
      const folder = folderOf({});
      const run = await runReadout(["build", "-", "--out", "out", "--format", "jsonl", "--workers", "1"], {
        cwd: folder,
        input: pages["a-report.txt"] ?? "",
      });
      expect(run).toMatchObject({ code: 0 });
      expect(rowsOf(join(folder, "out"), "documents")[0]).toMatchObject({ source: "-", language: "en" });
    },
    timeout,
  );
});

describe("what cannot be built is said, with an exit code", () => {
  test.each([
    ["a missing file", ["build", "missing.txt", "--out", "out"], 1, "missing.txt: no such file or folder"],
    ["an empty folder", ["build", "empty", "--out", "out"], 1, "empty: nothing to read there"],
    [
      "an unknown format",
      ["build", "page.txt", "--out", "out", "--format", "csv,xlsx"],
      2,
      '"xlsx" is none of csv, jsonl, arrow, parquet',
    ],
    ["no output", ["build", "page.txt"], 2, "--out"],
    ["half a worker", ["build", "page.txt", "--out", "out", "--workers", "0.5"], 2, "a number from 1 up"],
    [
      "an output folder that is not Readout's",
      ["build", "page.txt", "--out", "mine"],
      1,
      "mine: is not a dataset of Readout's",
    ],
    [
      "a sources.csv that is not there",
      ["build", "page.txt", "--out", "out", "--sources", "none.csv"],
      1,
      "none.csv",
    ],
    ["an unknown command", ["bild"], 2, "bild"],
    ["a dataset that is none", ["validate", "mine"], 1, "mine: is not a dataset of Readout's"],
    ["a table that is none", ["schema", "event"], 2, "no table is called event"],
  ])(
    "%s",
    async (_, args, code, message) => {
      const folder = folderOf({ "page.txt": "Talks began.", "mine/thesis.txt": "mine" });
      mkdirSync(join(folder, "empty"));
      const run = await runReadout(args, { cwd: folder });
      expect(run.stderr).toContain(message);
      expect(run.code).toBe(code);
      expect(run.stdout).toBe("");
      expect(readdirSync(folder).sort()).toEqual(["empty", "mine", "page.txt"]);
      expect(readdirSync(join(folder, "mine"))).toEqual(["thesis.txt"]);
    },
    timeout,
  );

  test(
    "a file that is not text is reported, and fails a strict build",
    async () => {
      const folder = folderOf({ "in/page.txt": "Talks began in Geneva.", "in/picture.txt": "\u0089PNG\r\n" });
      writeFileSync(join(folder, "in/picture.txt"), Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
      const args = ["build", "in", "--out", "out", "--format", "jsonl", "--workers", "1"];
      const strict = await runReadout([...args, "--strict"], { cwd: folder });
      expect(strict.stderr).toContain("picture.txt: not a text file: PNG image");
      expect(strict.code).toBe(1);
      expect(readdirSync(folder)).toEqual(["in"]);
      const lenient = await runReadout(args, { cwd: folder });
      expect(lenient.stderr).toContain("picture.txt: not a text file: PNG image");
      expect(lenient.code).toBe(0);
    },
    timeout,
  );
});

describe("readout validate", () => {
  test(
    "finds a changed row, a missing file, a file too many",
    async () => {
      const folder = folderOf({ "in/a.txt": pages["a-report.txt"] ?? "" });
      const out = join(folder, "out");
      await runReadout(["build", join(folder, "in"), "--out", out, "--format", "jsonl", "--workers", "1"]);
      const path = join(out, "jsonl/mentions.jsonl");
      const [first = "", ...rest] = readFileSync(path, "utf8").split("\n");
      const row = JSON.parse(first) as Record<string, unknown>;
      const changed = { ...row, start_char: Number(row.start_char) + 1, entity_id: "Q0" };
      writeFileSync(path, [JSON.stringify(changed), ...rest].join("\n"));
      writeFileSync(join(out, "extra.txt"), "");
      const run = await runReadout(["validate", out]);
      expect(run.code).toBe(1);
      expect(run.stdout).toContain("jsonl/mentions.jsonl: changed since it was written");
      expect(run.stdout).toContain("extra.txt: not in SHA256SUMS");
      expect(run.stdout).toContain("entity_id: no such row in entities");
      expect(run.stdout).toMatch(/mentions d\w+ 0: \d+–\d+ is ".*", not "/);
    },
    timeout,
  );
});
