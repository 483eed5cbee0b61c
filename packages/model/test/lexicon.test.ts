import {
  diagnostic,
  hash64,
  messageOf,
  readList,
  readTable,
  severityOf,
  Vocabulary,
  WordClasses,
} from "@readout/model";
import { describe, expect, it } from "vitest";

describe("readTable", () => {
  it("reads the wanted columns by name", () => {
    const rows = readTable("b\ta\tc\n1\t2\t3\n# a remark\n4\n", ["a", "b"]);
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { a: "2", b: "1" },
      { a: "", b: "4" },
    ]);
  });

  it("refuses a missing column and a row that is too long, with its line", () => {
    expect(() => readTable("a\n1", ["z"])).toThrow(/"z"/);
    expect(() => readTable("a\n1\t2", ["a"])).toThrow(/line 2/);
  });

  it("splits lists", () => {
    expect(readList("a|b")).toEqual(["a", "b"]);
    expect(readList("")).toEqual([]);
  });
});

describe("word classes", () => {
  it("add up", () => {
    const classes = new WordClasses(new Vocabulary());
    const id = classes.add("ferry", 1);
    expect(classes.add("ferry", 1 << 15)).toBe(id);
    expect(classes.of(id)).toBe(1 | (1 << 15));
    expect(classes.of(id + 1)).toBe(0);
  });

  it("refuse a seventeenth", () => {
    expect(() => new WordClasses(new Vocabulary()).add("ferry", 1 << 16)).toThrow(/sixteen/);
  });
});

describe("hash64", () => {
  // Made with an independent 64-bit implementation over the same little-endian units.
  it("is FNV-1a", () => {
    expect(hash64("")).toBe("cbf29ce484222325");
    expect(hash64("abc€")).toBe("cde9306e739c81f9");
  });
});

describe("diagnostics", () => {
  it("fills parameters into the message", () => {
    const found = diagnostic("sources_ambiguous", { file: "a.txt", count: 2 });
    expect(messageOf(found)).toBe("a.txt: 2 inputs have this name");
    expect(severityOf(found)).toBe("warning");
  });
});
