import { join } from "node:path";
import { expect, test } from "vitest";
import { createAppender } from "../../src/spool/appender.js";
import { readRows } from "../../src/spool/read-rows.js";
import { temporaryFolder } from "../temporary-folder.js";

test("rows come back as written, whatever the length of their lines", () => {
  const path = join(temporaryFolder(), "rows.jsonl");
  const lengths = [0, 1, 500_000, 1 << 20, 3_000_000, 7];
  // A character of three bytes: cuts at a megabyte fall inside one.
  const rows = lengths.map((length) => ({ text: "\u20AC".repeat(length) }));
  const file = createAppender(path);
  for (const row of rows) file.append(Buffer.from(`${JSON.stringify(row)}\n`));
  file.close();
  expect([...readRows(path)]).toEqual(rows);
});
