import { appendFileSync, type Stats } from "node:fs";
import { join } from "node:path";
import { messageOf } from "@readout/model";
import { expect, test, vi } from "vitest";
import { readAtOnce } from "../../src/inputs/read-at-once.js";
import { temporaryFolder } from "../temporary-folder.js";

/** Called between the first look at a file and its reading. */
const between = vi.hoisted(() => ({ step: (): void => undefined }));
vi.mock(import("node:fs"), async (original) => {
  const real = await original();
  const fstatSync = (descriptor: number): Stats => {
    const found = real.fstatSync(descriptor);
    between.step();
    return found;
  };
  return { ...real, fstatSync: fstatSync as typeof real.fstatSync };
});

test("a file that another program writes to while it is read says so", () => {
  const path = join(temporaryFolder({ "page.txt": "Talks began." }), "page.txt");
  expect(readAtOnce(path).diagnostics).toEqual([]);
  between.step = () => {
    between.step = () => undefined;
    appendFileSync(path, " And ended.");
  };
  expect(readAtOnce(path).diagnostics.map(messageOf)).toEqual(["changed while it was read"]);
});
