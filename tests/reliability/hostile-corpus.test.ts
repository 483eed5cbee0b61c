import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contentOf, folderOf, rowsOf } from "../pipeline/pages.js";
import { readoutBin } from "../pipeline/run-readout.js";

/** Ids that become file names in careless hands. */
const ids = [
  "../../x",
  "/etc/passwd",
  "C:\\x",
  "con",
  "a\u0000b",
  "%2e%2e%2f",
  "x".repeat(300),
  "__proto__",
  "constructor",
  "toString",
  "=cmd|' /C calc'!A0",
  "<img src=x onerror=alert(1)>",
];

const sentence = "Ministers met in Geneva on Monday, officials said.";
const records = [
  ...ids.map((id) => JSON.stringify({ id, text: sentence, publisher: id, title: id, url: id })),
  `{"id":"half","text":"${sentence} \\ud83d and \\udc00."}`,
  `{"id":"mark","text":"\\ufeff${sentence}"}`,
  `{"__proto__":{"polluted":true},"id":"own","text":"${sentence}"}`,
  '{"id":"deep","text":"a","x":'.padEnd(100_000, "["),
];

/** Whether programs can be run here without a network, in a name space of their own. */
const offline = process.platform === "linux" && spawnSync("bash", ["-c", "unshare -rn true"]).status === 0;

describe("a corpus that means harm", () => {
  test("names no file, runs nothing, needs no network, and comes out as it went in", () => {
    const folder = folderOf({
      "in/records.jsonl": records.join("\n"),
      "in/page <img src=x onerror=alert(1)>.txt": `${sentence}\n\n</script><script>alert(1)</script>\n`,
      "plain/page.txt": `${sentence}\n`,
    });
    const build = (from: string, ...args: readonly string[]) => {
      const options = ["--workers", "1", "--csv", "excel", "--cache", "none", ...args];
      const line = `${offline ? "unshare -rn" : ""} "$0" "$@"`;
      return spawnSync("bash", ["-c", line, process.execPath, readoutBin, "build", from, ...options], {
        cwd: folder,
        encoding: "utf8",
      });
    };
    expect(build("in", "--out", "out")).toMatchObject({ status: 0, stdout: "" });
    expect(build("plain", "--out", "expected")).toMatchObject({ status: 0 });
    const out = join(folder, "out");

    // The files are those of any other dataset.
    expect([...contentOf(out).keys()]).toEqual([...contentOf(join(folder, "expected")).keys()]);
    expect(readdirSync(folder).sort()).toEqual(["expected", "in", "out", "plain"]);

    const documents = rowsOf(out, "documents");
    const sources = documents.map(({ source }) => String(source));
    for (const id of ids) expect(sources).toContain(`records.jsonl#${id}`);
    for (const { doc_id } of documents) expect(doc_id).toMatch(/^d[0-9a-f]{20}$/);
    expect(documents.find(({ source }) => source === "records.jsonl#half")?.text).toBe(
      `${sentence} \ufffd and \ufffd.`,
    );
    const codes = rowsOf(out, "diagnostics").map(({ source, code }) => `${source} ${code}`);
    expect(codes).toContain("records.jsonl#half surrogate_replaced");
    expect(codes).toContain(`records.jsonl#${records.length} record_invalid`);

    // No cell of the spreadsheet is a formula, and the card has no words of the pages.
    const cells = readFileSync(join(out, "csv/documents.csv"), "utf8");
    expect(cells).not.toMatch(/(?:^|[,\n"])[=+@-]cmd/);
    expect(cells).toContain("'=cmd|");
    const card = readFileSync(join(out, "README.md"), "utf8");
    expect(card).not.toContain("onerror");
    expect(card).not.toContain("<script");
  }, 120_000);
});
