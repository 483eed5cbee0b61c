import { readdirSync, readFileSync } from "node:fs";
import { readIsoDay, slice } from "@readout/model";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { names } from "../../src/names/index.js";

type Case = Readonly<{ id: string; text: string; todo?: string }>;
type CaseFile = Readonly<{ published: string; cases: readonly Case[] }>;

const byStart = (a: string, b: string): number => Number.parseInt(a, 10) - Number.parseInt(b, 10);
const folder = new URL("../cases/names/", import.meta.url);

/** `[surface|TYPE|Entity|form]` as text and what is expected in it; brackets nest. */
const readMarked = (marked: string): { text: string; wanted: string[] } => {
  let text = "";
  const wanted: { start: number; line: string }[] = [];
  const open: number[] = [];
  for (let at = 0; at < marked.length; at++) {
    const unit = marked[at];
    if (unit === "[") open.push(text.length);
    else if (unit === "|") {
      const end = marked.indexOf("]", at);
      const [type = "", entity = "", form = "name"] = marked.slice(at + 1, end).split("|");
      const start = open.pop() ?? 0;
      wanted.push({
        start,
        line: `${start}-${text.length} ${text.slice(start)} = ${type} ${entity} (${form})`,
      });
      at = end;
    } else text += unit;
  }
  return { text, wanted: wanted.sort((a, b) => a.start - b.start).map(({ line }) => line) };
};

test("an office is looked for among the last names, and those of a long text keep their places", () => {
  const filler = "Ada Lind met Tomas Verrall in Vienna. ".repeat(100);
  const text = `${filler}Russian President Vladimir Putin arrived. Later the Russian president smiled.`;
  const day = readIsoDay("2013-09-14");
  const { mentions, entities } = names(text, { published: { earliest: day, latest: day } });
  const office = mentions.find(({ form }) => form === "nominal");
  expect(office && slice(text, office)).toBe("the Russian president");
  expect(entities[office?.entity ?? -1]?.name).toBe("Vladimir Putin");
});

for (const file of readdirSync(folder).sort()) {
  const { published, cases }: CaseFile = parse(readFileSync(new URL(file, folder), "utf8"));
  const day = readIsoDay(published);
  describe(file, () => {
    for (const { id, text: marked, todo } of cases) {
      const run = todo === undefined ? test : test.todo;
      run(id, () => {
        const { text, wanted } = readMarked(marked);
        const { mentions, entities } = names(text, { published: { earliest: day, latest: day } });
        const found = mentions.map((mention) => {
          const name = mention.entity === null ? "" : (entities[mention.entity]?.name ?? "");
          return `${mention.start}-${mention.end} ${slice(text, mention)} = ${mention.type} ${name} (${mention.form})`;
        });
        expect(found.sort(byStart)).toEqual(wanted.sort(byStart));
      });
    }
  });
}
