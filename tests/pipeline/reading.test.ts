import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderOf, pages, rowsOf } from "./pages.js";
import { runReadout } from "./run-readout.js";

const timeout = 120_000;

/** One report as an outlet had it, and the day after as another had it, with one sentence more. */
const first = pages["a-report.txt"] ?? "";
const second = `${first}\nThe Kremlin said President Vladimir Putin telephoned President Barack Obama on Friday.\n`;

describe("readout inspect", () => {
  test(
    "shows blocks and what is in them, and no page moves the cursor",
    async () => {
      const folder = folderOf({ "page.txt": `${second}\n\u001b]0;owned\u0007\u009b2J End.\n` });
      const { code, stdout } = await runReadout(["inspect", join(folder, "page.txt")]);
      expect(code).toBe(0);
      expect(stdout).toContain("[title] Talks begin at the lakeside");
      expect(stdout).toMatch(/mention +\d+–\d+ +Vladimir Putin +→ PERSON Q7747/);
      expect(stdout).toMatch(/event +\d+–\d+ +telephoned +→ CONSULT/);
      expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
    },
    timeout,
  );
});

test(
  "nor does a record that a build turns down",
  async () => {
    const record = { id: "\u001b[2Ja\nb", text: first, published: "\u001b]0;owned\u0007" };
    const folder = folderOf({ "pages.jsonl": `${JSON.stringify(record)}\n` });
    const { code, stderr } = await runReadout([
      "build",
      join(folder, "pages.jsonl"),
      "--out",
      join(folder, "out"),
      "--format",
      "jsonl",
      "--workers",
      "1",
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain(
      "pages.jsonl#\uFFFD[2Ja b: record 1: published is no ISO date: \uFFFD]0;owned\uFFFD\n",
    );
    expect(stderr).toContain("out: 1 document (");
    expect(stderr).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
  },
  timeout,
);

describe("two builds", () => {
  test(
    "diff lists the rows that came and changed, with their columns; explain gives words, rules and sources",
    async () => {
      const folder = folderOf({ "one/page.txt": first, "two/page.txt": first, "two/later.txt": second });
      const [before, after] = [join(folder, "before"), join(folder, "after")];
      for (const [from, out] of [
        ["one", before],
        ["two", after],
      ] as const) {
        await runReadout(["build", join(folder, from), "--out", out, "--format", "jsonl", "--workers", "1"]);
      }
      const [later, page] = rowsOf(after, "documents").map(({ doc_id }) => String(doc_id));
      const diff = await runReadout(["diff", before, after]);
      expect(diff.code).toBe(0);
      const lines = diff.stdout.trim().split("\n");
      expect(lines).toContain(`+ documents ${later}`);
      expect(lines.some((line) => line.startsWith("~ entities ") && line.includes("n_documents 1 → 2"))).toBe(
        true,
      );
      expect(lines.some((line) => line.startsWith(`- blocks ${page}`))).toBe(false);

      const event = rowsOf(after, "events").find(({ n_documents }) => n_documents === 2);
      const explained = await runReadout(["explain", after, String(event?.event_id)]);
      expect(explained.code).toBe(0);
      expect(explained.stdout).toContain("page.txt");
      expect(explained.stdout).toContain("later.txt");
      expect(explained.stdout).toContain(`says       ${String(event?.evidence).replace(/\s+/g, " ")}`);
      expect(explained.stdout).toMatch(/merged +with d[0-9a-f]{20}-\d+-[A-Z]+: both /);
      expect(await runReadout(["explain", after, "e0"])).toMatchObject({ code: 1, stdout: "" });
    },
    timeout,
  );
});
