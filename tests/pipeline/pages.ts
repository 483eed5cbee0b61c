import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

const report = `GENEVA, Sept. 14, 2013 (Meridian) - Ambassador Ines Calloway met the Harbour Contact Group on Saturday and called for a cease-fire.

"The talks were useful," Calloway told reporters after the meeting, which lasted about three hours. Fourteen delegations took part.

The United States and Russia agreed last week to hold a further round in Vienna on Sept. 28.`;

/** A few pages of every kind of input, written for these tests. */
export const pages: Readonly<Record<string, string>> = {
  "a-report.txt": `Talks begin at the lakeside\n\nBy Tomas Verrall\n\n${report}\n`,
  "b-copy.txt": `Lakeside talks begin\n\n${report}\n\nThe Tidewater Post`,
  "c-page.html":
    '<html lang="en"><head><title>Minister flies to Vienna</title><meta name="author" content="Ada Lind"></head><body><nav>Home World</nav><article><h1>Minister flies to Vienna</h1><p>Russian Foreign Minister Sergei Lavrov arrived in Vienna on Friday and met U.S. Secretary of State John Kerry.</p></article></body></html>',
  "d-records.jsonl": [
    JSON.stringify({
      id: "one",
      text: "Iran rejected the proposal on Monday, a spokesman said.",
      published: "2015-07-15",
    }),
    "{ this is no record",
    JSON.stringify({
      id: "two",
      text: "Turkey and Jordan signed a trade agreement in Amman. \u{1F91D} 12 people were injured.",
    }),
  ].join("\n"),
  "e-empty.txt": "",
  "f-finnish.txt":
    "Ulkoministeri tapasi maanantaina kollegansa Helsingissä ja keskusteli rauhanneuvotteluista. Tapaaminen kesti kaksi tuntia, ja neuvotteluja jatketaan ensi viikolla Tukholmassa.\n",
  "sources.csv": "file,publisher,published\na-report.txt,The Harbour Courier,2013-09-14\n",
};

/** A folder with files in it that is gone when the test ends. */
export const folderOf = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), "readout-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
};

/** Every file of a folder by path, as it is. */
export const contentOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path).toString("latin1")]),
  );

export const rowsOf = (dataset: string, table: string): readonly Readonly<Record<string, unknown>>[] =>
  readFileSync(join(dataset, "jsonl", `${table}.jsonl`), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
