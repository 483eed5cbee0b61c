import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { diagnostic } from "@readout/model";
import { describe, expect, onTestFinished, test } from "vitest";
import { findInputs } from "../../src/inputs/find-inputs.js";
import { temporaryFolder } from "../temporary-folder.js";

const sourcesIn = (inputs: readonly string[], except: readonly string[] = []): readonly string[] =>
  findInputs(inputs, { except }).files.map(({ source }) => source);

/** Runs something without the rights of root, who may read whatever there is. */
const asNobody = (run: () => void): void => {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65534);
  try {
    run();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
};

describe("find inputs", () => {
  test("sources are paths below the deepest common folder, in code point order", () => {
    const root = temporaryFolder({
      "a/z.txt": "",
      "a/b/\u{1F600}.txt": "",
      "a/b/\uFFFD.txt": "",
      "c.txt": "",
    });
    expect(sourcesIn([root])).toEqual(["a/b/\uFFFD.txt", "a/b/\u{1F600}.txt", "a/z.txt", "c.txt"]);
    expect(sourcesIn([join(root, "a/z.txt")])).toEqual(["z.txt"]);
    expect(sourcesIn([join(root, "c.txt"), join(root, "a")])).toEqual(sourcesIn([root]));
    expect(sourcesIn([join(root, "a/b"), join(root, "a/z.txt")])).toEqual([
      "b/\uFFFD.txt",
      "b/\u{1F600}.txt",
      "z.txt",
    ]);
  });

  test("what is no page is skipped and said", async () => {
    const root = temporaryFolder({
      "page.html": "",
      "page_files/ad.html": "",
      "photo.jpg": "",
      ".hidden.txt": "",
      "out/old.txt": "",
    });
    symlinkSync(root, join(root, "loop"));
    symlinkSync("/etc/hostname", join(root, "link.txt"));
    const server = createServer();
    onTestFinished(() => void server.close());
    await new Promise<void>((done) => server.listen(join(root, "socket.txt"), done));
    const { files, skipped } = findInputs([root], { except: [join(root, "out")] });
    expect(files.map(({ source }) => source)).toEqual(["page.html"]);
    expect(skipped.map(({ source, diagnostic }) => `${source} ${diagnostic.code}`)).toEqual([
      "link.txt link_skipped",
      "loop link_skipped",
      "page_files saved_page_folder_skipped",
      "photo.jpg unknown_extension",
      "socket.txt special_file_skipped",
    ]);
  });

  test.runIf(process.platform !== "win32")("a folder that may not be read is skipped and said", () => {
    const root = temporaryFolder({ "closed/page.txt": "", "open/page.txt": "" });
    chmodSync(root, 0o755);
    chmodSync(join(root, "closed"), 0);
    asNobody(() => {
      const { files, skipped } = findInputs([root], { except: [] });
      expect(files.map(({ source }) => source)).toEqual(["open/page.txt"]);
      const reason = "EACCES: permission denied";
      expect(skipped).toEqual([{ source: "closed", diagnostic: diagnostic("unreadable", { reason }) }]);
      expect(() => findInputs([join(root, "closed")], { except: [] })).toThrow("permission denied");
    });
  });

  test("a file that is named outright is read whatever its ending", () => {
    const root = temporaryFolder({
      page: "",
      "page.text.gz": "",
      "crawl.WARC.gz": "",
      "crawl.warc.wet.zst": "",
    });
    const kinds = findInputs([root, join(root, "page")], { except: [] }).files.map(
      ({ source, kind }) => `${source} ${kind === null ? "unknown" : `${kind.format} ${kind.compression}`}`,
    );
    expect(kinds).toEqual([
      "crawl.WARC.gz warc gzip",
      "crawl.warc.wet.zst warc zstd",
      "page unknown",
      "page.text.gz text gzip",
    ]);
  });

  test("an input that is not there ends the build", () => {
    const root = temporaryFolder();
    mkdirSync(join(root, "empty"));
    expect(sourcesIn([join(root, "empty")])).toEqual([]);
    expect(() => sourcesIn([join(root, "missing")])).toThrow("no such file or folder");
  });
});
