/**
 * Memory and processor time of resolving alone, for more documents than can be annotated in an hour: the answers to 600 generated pages,
 * repeated under other ids and with other shingles, as often as it takes.
 *
 *     npx tsx --conditions=@readout/source tests/reliability/resolve-memory.ts 15000 75000        # documents
 *
 * Prints documents, event mentions, events, the largest resident memory of the process that resolved (the built package, alone), and
 * its CPU seconds. Of the tables only documents and event mentions are filled: the others are moved and not read. 10,000 documents take 500 MB on disk.
 */
import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { nothingGiven, readIsoDay } from "@readout/model";
import { documentId } from "../../packages/pipeline/src/inputs/document-id.js";
import { bandKeys } from "../../packages/pipeline/src/resolve/minhash.js";
import { type Spooled, spool } from "../../packages/pipeline/src/spool/spool.js";
import type { Annotated } from "../../packages/pipeline/src/worker/annotate-all.js";
import { createRecordAnnotator } from "../../packages/pipeline/src/worker/annotate-record.js";
import { type Answer, documentTables } from "../../packages/pipeline/src/worker/answer.js";
import { generatedNews } from "./generated-news.js";

const silent = { stage: () => undefined, documents: () => undefined };
const pages = 600;

const answersToPages = async (): Promise<readonly Answer[]> => {
  const annotate = await createRecordAnnotator({ layout: "page", text: "full" });
  const answers: Answer[] = [];
  for (const { id, text, published } of generatedNews(Number.POSITIVE_INFINITY, 20261122)) {
    const payload = Buffer.from(text, "utf8");
    const given = { ...nothingGiven, published: readIsoDay(published) };
    const head = { ...documentId(id, payload), source: id, format: "text", given, depth: "full" } as const;
    answers.push(annotate({ ...head, encoding: null, diagnostics: [] }, payload));
    if (answers.length === pages) break;
  }
  return answers;
};

/** The answer under another id, with shingles that no other document has. */
const repeated = (answer: Answer, number: number): Answer => {
  const { docId } = documentId(String(number), Buffer.alloc(0));
  const renamed = (bytes: Uint8Array): Uint8Array =>
    Buffer.from(Buffer.from(bytes).toString("utf8").replaceAll(answer.summary.docId, docId), "utf8");
  const shingles = answer.shingles.map((hash) => Math.imul(hash ^ number, 0x9e3779b1) >>> 0).sort();
  const none = { rows: 0, bytes: Buffer.alloc(0) };
  const lines = Object.fromEntries(
    documentTables.map((table) => {
      const { rows, bytes } = answer.lines[table];
      return [
        table,
        table === "documents" || table === "event_mentions" ? { rows, bytes: renamed(bytes) } : none,
      ];
    }),
  ) as Answer["lines"];
  return {
    summary: { ...answer.summary, docId },
    lines,
    shingles,
    bands: bandKeys(shingles),
    sightings: renamed(answer.sightings),
    reports: renamed(answer.reports),
  };
};

async function* annotated(answers: readonly Answer[], count: number): AsyncGenerator<Annotated> {
  for (let number = 0; number < count; number++) {
    const answer = answers[number % answers.length];
    if (answer === undefined) throw new Error("no answer");
    const source = String(number);
    yield {
      kind: "document",
      source,
      bytes: 3000,
      answer: repeated(answer, number),
      failure: null,
      cached: false,
    };
  }
}

const resolveAlone = (spooled: Spooled, folder: string): Promise<string> =>
  new Promise((done, fail) => {
    const script = fileURLToPath(new URL("resolve-alone.js", import.meta.url));
    const child = fork(script, [], { execArgv: [] });
    child.send({ spooled, folder });
    child.on("message", (line) => done(String(line)));
    child.on("exit", (code) => fail(new Error(`ended with ${code}`)));
  });

const answers = await answersToPages();
for (const count of process.argv.slice(2).map(Number)) {
  const folder = mkdtempSync(join(tmpdir(), "readout-resolve-"));
  const spooled = await spool(annotated(answers, count), join(folder, "spool"), silent);
  console.log(`${count} documents\t${await resolveAlone(spooled, join(folder, "out"))}`);
  rmSync(folder, { recursive: true });
}
