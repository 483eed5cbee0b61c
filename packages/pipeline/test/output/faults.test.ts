import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { silent } from "../../src/build-options.js";
import { openWorkshop, recoverDataset } from "../../src/output/dataset-folder.js";
import { readDatasetNotes } from "../../src/output/dataset-notes.js";
import { writeDataset } from "../../src/output/write-dataset.js";
import { resolveCorpus } from "../../src/resolve/resolve-corpus.js";
import { spool } from "../../src/spool/spool.js";
import { validateDataset } from "../../src/validate/validate-dataset.js";
import type { Annotated } from "../../src/worker/annotate-all.js";
import { temporaryFolder } from "../temporary-folder.js";
import { emptyAnswer } from "../worker/empty-answer.js";
import type { Fault, FaultyDisk } from "./faulty-disk.js";

const disk = vi.hoisted(() => ({ current: null as FaultyDisk | null }));
vi.mock(import("node:fs"), async (original) => {
  const real = await original();
  const { FaultyDisk: Disk } = await import("./faulty-disk.js");
  disk.current = new Disk(real);
  return { ...real, ...disk.current.functions() };
});

const faulty = (): FaultyDisk => {
  if (disk.current === null) throw new Error("the file system is not the faulty one");
  return disk.current;
};

/** Every n-th call is tried; 1 for all of them. */
const step = Number(process.env.READOUT_FAULT_STEP ?? 25);

async function* documents(mark: string): AsyncGenerator<Annotated> {
  const document = {
    doc_id: `d${mark.padEnd(20, "0")}`,
    source: `${mark}.txt`,
    url: null,
    title: null,
    authors: [],
    publisher: null,
    published: null,
    published_at: null,
    published_earliest: null,
    published_latest: null,
    published_basis: "none",
    dateline: null,
    language: null,
    duplicate_of: null,
    characters: mark.length,
    words: 0,
    body_words: 0,
    sha256: "0".repeat(64),
    text: mark,
  };
  const bytes = Buffer.from(`${JSON.stringify(document)}\n`);
  yield {
    kind: "document",
    source: document.source,
    bytes: 1,
    answer: {
      ...emptyAnswer,
      summary: { ...emptyAnswer.summary, docId: document.doc_id },
      lines: { ...emptyAnswer.lines, documents: { rows: 1, bytes } },
    },
    failure: null,
    cached: false,
  };
}

/** All that a build does to the disk, from the first look at the output folder to the last. */
const buildInto = async (out: string, mark: string): Promise<void> => {
  const { folder, scratch, publish, discard } = openWorkshop(out);
  try {
    const spooled = await spool(documents(mark), scratch, silent);
    const resolved = await resolveCorpus(spooled, join(folder, "jsonl"), silent);
    const options = { formats: ["jsonl"], csv: "plain", notes: readDatasetNotes([]) } as const;
    await writeDataset(folder, resolved, options, silent);
    publish();
  } finally {
    discard();
  }
};

/** The mark of the dataset that stands there, after a look at each of its bytes. */
const soundMark = (out: string): string => {
  expect([...validateDataset(out)]).toEqual([]);
  const line = readFileSync(join(out, "jsonl/documents.jsonl"), "utf8");
  return /"source":"(\w+)\.txt"/.exec(line)?.[1] ?? "";
};

/** Calls of a build that changes an old dataset for a new one. */
const countCalls = async (): Promise<number> => {
  const out = join(temporaryFolder(), "out");
  faulty().begin(null);
  await putOld(out);
  faulty().begin(null);
  await buildInto(out, "b");
  expect(soundMark(out)).toBe("b");
  return faulty().calls;
};

let built: string | null = null;

/** Puts the dataset `a` in its place: built once, then copied. */
const putOld = async (out: string): Promise<void> => {
  if (built === null) {
    built = join(mkdtempSync(join(tmpdir(), "readout-faults-")), "out");
    await buildInto(built, "a");
  }
  cpSync(built, out, { recursive: true });
};
afterAll(() => {
  if (built !== null) rmSync(dirname(built), { recursive: true, force: true });
});

/** What stands there after a build with a fault, the fault having been met, and whether the build said that it failed. */
const buildWith = async (fault: Fault, out: string): Promise<boolean> => {
  faulty().begin(null);
  await putOld(out);
  faulty().begin(fault);
  return buildInto(out, "b").then(
    () => false,
    () => true,
  );
};

/** The calls at which a fault is tried, and from which on the datasets change places. */
const momentsOf = async (): Promise<Readonly<{ moments: readonly number[]; close: number }>> => {
  const calls = await countCalls();
  const spread = Array.from({ length: Math.ceil(calls / step) }, (_, i) => 1 + i * step);
  const last = Array.from({ length: lastCalls }, (_, i) => calls - i);
  return { moments: [...new Set([...spread, ...last])], close: calls - lastCalls };
};

/** From the last syncs on every call is tried. */
const lastCalls = 24;

describe("the old dataset or the new one, whole, whatever call fails", () => {
  test.each(["fail", "full"] as const)(
    "a call that fails: %s",
    async (kind) => {
      const { moments } = await momentsOf();
      for (const at of moments) {
        const parent = temporaryFolder();
        const failed = await buildWith({ kind, at }, join(parent, "out"));
        faulty().begin(null);
        if (!existsSync(join(parent, "out")) || readdirSync(parent).length > 1) recoverAfterEnd(parent);
        // The last sync may fail with the new dataset in its place.
        expect(failed ? ["a", "b"] : ["b"], `call ${at}`).toContain(soundMark(join(parent, "out")));
      }
    },
    60_000,
  );

  test("a power cut", async () => {
    const { moments, close } = await momentsOf();
    for (const at of moments) {
      for (const kept of at > close ? [0, 1, 2] : [0]) {
        const parent = temporaryFolder();
        const out = join(parent, "out");
        await buildWith({ kind: "cut", at }, out);
        faulty().losePower(parent, kept);
        recoverDataset(out);
        expect(["a", "b"], `call ${at}, ${kept} renames`).toContain(soundMark(out));
        expect(readdirSync(parent)).toEqual(["out"]);
      }
    }
  }, 60_000);
});

/** Where even clearing up failed, the next build clears up once this process is gone. */
const recoverAfterEnd = (parent: string): void => {
  faulty().boot = `after ${faulty().boot}`;
  recoverDataset(join(parent, "out"));
};
