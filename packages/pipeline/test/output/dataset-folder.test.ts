import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { isDataset, openWorkshop, recoverDataset } from "../../src/output/dataset-folder.js";
import { temporaryFolder } from "../temporary-folder.js";

const resources = ["documents", "events", "diagnostics"].map((name) => ({
  name: `${name}-jsonl`,
  path: `jsonl/${name}.jsonl`,
}));

/** Fills a folder with what makes a dataset, and a mark to tell it by. */
const fill = (folder: string, mark: string): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "datapackage.json"), JSON.stringify({ resources }));
  writeFileSync(join(folder, "SHA256SUMS"), "");
  writeFileSync(join(folder, "mark"), mark);
};
const markOf = (folder: string): string => readFileSync(join(folder, "mark"), "utf8");

describe("dataset folder", () => {
  test.each(["new", "empty", "dataset"])(
    "a %s folder is replaced whole, and nothing is left beside it",
    (before) => {
      const parent = temporaryFolder();
      const out = join(parent, "deep", "out");
      if (before === "empty") mkdirSync(out, { recursive: true });
      if (before === "dataset") fill(out, "old");
      const workshop = openWorkshop(out);
      fill(workshop.folder, "new");
      expect(existsSync(out) && isDataset(out) ? markOf(out) : before).toBe(
        before === "dataset" ? "old" : before,
      );
      workshop.publish();
      workshop.discard();
      expect(markOf(out)).toBe("new");
      expect(readdirSync(join(parent, "deep"))).toEqual(["out"]);
    },
  );

  test("a foreign folder is left alone, even one that comes later", () => {
    const out = temporaryFolder({ "thesis.txt": "mine" });
    expect(() => openWorkshop(out)).toThrow("is not a dataset of Readout's");
    const parent = temporaryFolder();
    const workshop = openWorkshop(join(parent, "out"));
    fill(workshop.folder, "new");
    mkdirSync(join(parent, "out"));
    writeFileSync(join(parent, "out/thesis.txt"), "mine");
    expect(() => workshop.publish()).toThrow("is not a dataset of Readout's");
    workshop.discard();
    expect(readdirSync(parent)).toEqual(["out"]);
    expect(readFileSync(join(parent, "out/thesis.txt"), "utf8")).toBe("mine");
  });

  test("a file in its place is refused", () => {
    const folder = temporaryFolder({ out: "mine" });
    expect(() => openWorkshop(join(folder, "out"))).toThrow("is no folder");
  });

  /** Lets a temporary folder look as if a process that no system has had made it. */
  const abandon = (folder: string): string => {
    const root = dirname(folder);
    const abandoned = root.replace(`-${process.pid}-`, "-999999999-");
    renameSync(root, abandoned);
    return abandoned;
  };

  test("what a killed build left is cleared, and the dataset it had set aside comes back", () => {
    const parent = temporaryFolder();
    const workshop = openWorkshop(join(parent, "out"));
    fill(workshop.folder, "half");
    fill(`${abandon(workshop.folder)}-old0`, "old");
    openWorkshop(join(parent, "out")).discard();
    expect(readdirSync(parent)).toEqual(["out"]);
    expect(markOf(join(parent, "out"))).toBe("old");
  });

  test("a dataset that was set aside is not brought back over one that is there", () => {
    const parent = temporaryFolder();
    const workshop = openWorkshop(join(parent, "out"));
    fill(`${abandon(workshop.folder)}-old0`, "old");
    fill(join(parent, "out"), "new");
    recoverDataset(join(parent, "out"));
    expect(readdirSync(parent)).toEqual(["out"]);
    expect(markOf(join(parent, "out"))).toBe("new");
  });

  test("a build that runs is left alone, here and on another machine", () => {
    const parent = temporaryFolder();
    const first = openWorkshop(join(parent, "out"));
    const elsewhere = basename(abandon(openWorkshop(join(parent, "out")).folder)).replace(
      /tmp-[0-9a-f]{8}/,
      "tmp-00000000",
    );
    mkdirSync(join(parent, elsewhere));
    const second = openWorkshop(join(parent, "out"));
    expect(existsSync(first.folder)).toBe(true);
    first.discard();
    second.discard();
    expect(readdirSync(parent)).toEqual([elsewhere]);
  });

  test("two builds that end at once both succeed, and the last one stays", () => {
    const parent = temporaryFolder();
    const out = join(parent, "out");
    fill(out, "old");
    const [one, other] = [openWorkshop(out), openWorkshop(out)];
    fill(one.folder, "one");
    fill(other.folder, "other");
    one.publish();
    other.publish();
    expect(markOf(out)).toBe("other");
    expect(readdirSync(parent)).toEqual(["out"]);
  });
});
