import { nothingGiven } from "@readout/model";
import { afterEach, describe, expect, test } from "vitest";
import { noCache } from "../../src/cache/answer-cache.js";
import type { InputItem } from "../../src/inputs/input-record.js";
import { type Annotated, annotateAll } from "../../src/worker/annotate-all.js";
import { createWorkerPool, type WorkerPool } from "../../src/worker/worker-pool.js";
import { sourceCommand } from "./source-command.js";

const pools: WorkerPool[] = [];
afterEach(() => {
  for (const pool of pools.splice(0)) pool.close();
});

const openPool = (
  workers: number,
  command = sourceCommand(new URL("poison-worker.ts", import.meta.url)),
): WorkerPool => {
  const pool = createWorkerPool({
    workers,
    command,
    session: { layout: "page", text: "full" },
    patience: () => 700,
  });
  pools.push(pool);
  return pool;
};

async function* records(texts: readonly string[]): AsyncGenerator<InputItem> {
  for (const [i, text] of texts.entries()) {
    yield {
      kind: "record",
      record: {
        docId: `d${i}`,
        source: `${i}.txt`,
        sha256: "",
        payload: Buffer.from(text),
        format: "text",
        encoding: null,
        given: nothingGiven,
        diagnostics: [],
      },
    };
  }
}

/** What came out, in short: the text of the documents row and how deep it was read. */
const outcomes = async (texts: readonly string[], pool: WorkerPool): Promise<readonly string[]> => {
  const found: string[] = [];
  for await (const item of annotateAll(records(texts), { pool, cache: noCache })) found.push(inShort(item));
  return found;
};

const inShort = (item: Annotated): string => {
  if (item.kind === "diagnostic") return `${item.source}: ${item.diagnostic.code}`;
  const row = JSON.parse(Buffer.from(item.answer.lines.documents.bytes).toString("utf8")) as {
    text: string;
    depth: string;
  };
  return row.depth === "full" ? row.text : `${row.text} (${row.depth})`;
};

describe("worker pool", () => {
  test("answers come in the order of the input, on any number of workers", async () => {
    const texts = Array.from({ length: 60 }, (_, i) => `page ${i} ${"x".repeat((i * 7919) % 5000)}`);
    expect(await outcomes(texts, openPool(1))).toEqual(texts);
    expect(await outcomes(texts, openPool(3))).toEqual(texts);
  });

  test("a document that hangs, kills or throws keeps its text, and its neighbours everything", async () => {
    const texts = Array.from({ length: 40 }, (_, i) => `page ${i}`);
    texts[3] = "hang";
    texts[17] = "die";
    texts[18] = "throw";
    const poisoned = new Set(["hang", "die", "throw"]);
    expect(await outcomes(texts, openPool(2))).toEqual(
      texts.map((text) => (poisoned.has(text) ? `${text} (text)` : text)),
    );
  }, 60_000);

  test("workers that cannot start end the build", async () => {
    await expect(outcomes(["page"], openPool(1, ["--eval", "process.exit(3)"]))).rejects.toThrow(
      "exit code 3",
    );
  });

  test("a closed pool gives no answers", async () => {
    const pool = openPool(1);
    const waiting = outcomes(["hang"], pool);
    setTimeout(() => pool.close(), 100);
    await expect(waiting).rejects.toThrow("the workers were ended");
  });
});
