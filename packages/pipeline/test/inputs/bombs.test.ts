import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { messageOf } from "@readout/model";
import { describe, expect, test } from "vitest";
import { findInputs } from "../../src/inputs/find-inputs.js";
import type { InputItem } from "../../src/inputs/input-record.js";
import { readFile } from "../../src/inputs/read-file.js";
import { readJsonl } from "../../src/inputs/read-jsonl.js";
import { readWarc } from "../../src/inputs/read-warc.js";
import { openWorkshop } from "../../src/output/dataset-folder.js";
import { temporaryFolder } from "../temporary-folder.js";

/** Resident memory that reading may take more than before, in bytes. */
const memory = 700e6;

const messagesOf = async (items: AsyncIterable<InputItem>): Promise<readonly string[]> => {
  const before = process.memoryUsage.rss();
  const found: string[] = [];
  for await (const item of items) {
    found.push(item.kind === "diagnostic" ? messageOf(item.diagnostic) : `record ${item.record.source}`);
    if (process.memoryUsage.rss() - before > memory) throw new Error("too much memory");
  }
  expect(process.memoryUsage.rss() - before).toBeLessThan(memory);
  return found;
};

const readAll = (name: string, bytes: Uint8Array): Promise<readonly string[]> => {
  const folder = temporaryFolder({ [name]: bytes });
  const [file] = findInputs([join(folder, name)], { except: [] }).files;
  if (file === undefined) throw new Error("nothing found");
  return messagesOf(readFile(file));
};

async function* repeated(chunk: Uint8Array, times: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < times; i++) yield chunk;
}

describe("decompression bombs", () => {
  const tooLarge = "more than the 16777216 bytes that are read of a page";

  test("ten gigabytes of zeros in gzip members", async () => {
    const member = gzipSync(Buffer.alloc(100e6));
    expect(await readAll("bomb.txt.gz", Buffer.concat(Array.from({ length: 100 }, () => member)))).toEqual([
      tooLarge,
    ]);
  });

  test("gzip in gzip is unpacked once, and is no text then", async () => {
    const nested = gzipSync(gzipSync(Buffer.alloc(100e6)));
    expect(await readAll("nested.txt.gz", nested)).toEqual(["record nested.txt.gz"]);
  });

  test("a hundred thousand empty members", async () => {
    const empty = gzipSync("");
    const bytes = Buffer.concat([...Array.from({ length: 100_000 }, () => empty), gzipSync("Talks began.")]);
    expect(await readAll("page.txt.gz", bytes)).toEqual(["record page.txt.gz"]);
  });

  test("a WARC of one member that is too large, and one of many empty members", async () => {
    expect((await readAll("a.warc.gz", gzipSync(Buffer.alloc(80e6)))).join()).toContain("damaged");
    const empty = gzipSync("");
    expect(await readAll("b.warc.gz", Buffer.concat(Array.from({ length: 2000 }, () => empty)))).toEqual([]);
  });

  test("zstd that asks for a window of two gigabytes", async () => {
    // Magic, a frame header with a window descriptor of 2^31 bytes, one block of repeated bytes.
    const [message = ""] = await readAll("a.txt.zst", Buffer.from("28b52ffd00a8030000ff", "hex"));
    expect(message).toMatch(/^cannot be read: /);
  });
});

describe("what is too large or too deep", () => {
  test("three gigabytes in one line of JSONL, then a record", async () => {
    const chunks = async function* (): AsyncGenerator<Uint8Array> {
      yield* repeated(Buffer.alloc(1 << 20, "x"), 3072);
      yield Buffer.from('\n{"id":"a","text":"Talks began."}\n');
    };
    expect(await messagesOf(readJsonl({ source: "a", name: "a", chunks: chunks() }))).toEqual([
      "more than the 16777216 bytes that are read of a page",
      "record a#a",
    ]);
  });

  test("a million brackets deep", async () => {
    const depth = 1_000_000;
    const line = Buffer.from(`{"text":"a","x":${"[".repeat(depth)}${"]".repeat(depth)}}\n{"text":"b"}\n`);
    const found = await messagesOf(readJsonl({ source: "a", name: "a", chunks: repeated(line, 1) }));
    expect(found).toHaveLength(2);
    expect(found[1]).toBe("record a#2");
  });

  test("a WARC record that claims more than is read", async () => {
    const head = Buffer.from(
      "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\nContent-Length: 67108864\r\n\r\n",
    );
    const chunks = async function* (): AsyncGenerator<Uint8Array> {
      yield head;
      yield* repeated(Buffer.alloc(1 << 20, "x"), 64);
    };
    const [message = ""] = await messagesOf(readWarc({ source: "a", name: "a", chunks: chunks() }));
    expect(message).toContain("more than the 16777216 bytes");
  });
});

/** Of every POSIX system. */
const pipeMaker = "mkfifo";

describe.runIf(process.platform !== "win32")("what is no file", () => {
  test("a named pipe in a folder is passed over, not waited for", () => {
    const folder = temporaryFolder({ "page.txt": "Talks began." });
    execFileSync(pipeMaker, [join(folder, "pipe.txt")]);
    const { files, skipped } = findInputs([folder], { except: [] });
    expect(files.map(({ source }) => source)).toEqual(["page.txt"]);
    expect(skipped.map(({ source, diagnostic }) => `${source}: ${diagnostic.code}`)).toEqual([
      "pipe.txt: special_file_skipped",
    ]);
  });

  test("a link in the place of the output is refused, before and after the work", () => {
    const folder = temporaryFolder({ "in/page.txt": "Talks began." });
    symlinkSync(join(folder, "in"), join(folder, "out"));
    expect(() => openWorkshop(join(folder, "out"))).toThrow("out: is no folder");
    const workshop = openWorkshop(join(folder, "later"));
    mkdirSync(join(workshop.folder, "jsonl"));
    writeFileSync(join(workshop.folder, "datapackage.json"), "{}");
    symlinkSync(join(folder, "in"), join(folder, "later"));
    expect(() => workshop.publish()).toThrow("later: is no folder");
    workshop.discard();
    expect(findInputs([join(folder, "in")], { except: [] }).files).toHaveLength(1);
  });
});
