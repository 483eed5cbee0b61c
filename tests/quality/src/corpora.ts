import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { root } from "./build-dataset.js";

/** The folder with development corpora and their scorers, where a developer has one beside the repository. */
export const shared = join(root, "../shared");
export const hasCorpora = (): boolean =>
  existsSync(join(shared, "corpora")) && existsSync(join(shared, "eval/measure.py"));

/** Documents of one corpus to run, and where in the scorer's output the figures stand. */
export type Subset = Readonly<{
  task: string;
  set: string;
  /** Null for a set that is run whole. */
  ids: (() => readonly string[]) | null;
  /** What to call a figure, and its line: the one group is the number. */
  figures: readonly Readonly<{ name: string; line: RegExp; unit: "share" | "percent" }>[];
}>;

const body = { name: "body", line: /^pred-\S+\s+([\d.]+)/m, unit: "share" } as const;
const field = (name: string) =>
  ({ name, line: new RegExp(`^\\s+${name}\\s+P .* F1 ([\\d.]+)`, "m"), unit: "share" }) as const;
const percent = (name: string, line: RegExp) => ({ name, line, unit: "percent" }) as const;
const share = (name: string, line: RegExp) => ({ name, line, unit: "share" }) as const;

const pages = (set: string, figures: Subset["figures"]): Subset => ({
  task: "pages",
  set,
  ids: () => some(Object.keys(readJson(`pages/${set.split("/")[0]}/gold.json`)), 40),
  figures,
});
const times = (set: string): Subset => ({
  task: "times",
  set,
  ids: () => some(names(`times/${set}`, ".tml"), 20),
  figures: [
    percent("span", /^strict\s+P.*F1\s+([\d.]+)/m),
    percent("type", /^type\s+acc.*F1\s+([\d.]+)/m),
    percent("value", /^value\s+acc.*F1\s+([\d.]+)/m),
  ],
});
const namesOf = (set: string): Subset => ({
  task: "names",
  set,
  ids: () => Array.from({ length: 40 }, (_, at) => `${at * 5}`),
  figures: [percent("names", /LOC \S+\s+micro [\d.]+\/[\d.]+\/([\d.]+)\s+untyped/m)],
});

/** Whole pages, read without what is known of their publication. */
const onSeeds = (name: string): Subset["figures"][number] =>
  share(name, new RegExp(`^${name}\\s+[\\d.]+\\s+[\\d.]+\\s+([\\d.]+)`, "m"));
const seeds: Subset = {
  task: "gold",
  set: "seeds",
  ids: null,
  figures: [
    "text:body",
    "text:caption",
    "times:value",
    "mentions:entity",
    "quotes:speaker",
    "events:contact",
    "events:all",
  ].map(onSeeds),
};

/** A slice of every corpus: small enough to run at each change, and the same documents each time. */
export const subsets: readonly Subset[] = [
  seeds,
  pages("wcxb_dev/inner", [body, field("title"), field("author"), field("date")]),
  pages("wcxb_dev/wet", [body, field("title"), field("author"), field("date")]),
  pages("trafi/inner", [share("phrases", /^pred-.*\s([\d.]+)\s*$/m)]),
  times("timebank"),
  times("aquaint"),
  namesOf("conll03.testa"),
  namesOf("worldwide.dev"),
  {
    task: "linking",
    set: "aida.testa.el",
    ids: () => some(records("names/aida.testa.el.jsonl"), 50),
    figures: [field("known"), field("all")],
  },
  {
    task: "events",
    set: "plv_train",
    ids: () => some(records("events/plv_train.jsonl"), 300),
    figures: [
      share("pair", /pair_acc ([\d.]+)/),
      share("type macro F1", /macroF1 ([\d.]+)/),
      share("any", /any_recall ([\d.]+)/),
    ],
  },
  {
    task: "events",
    set: "petr_unit",
    ids: () => some(records("events/petr_unit.jsonl"), 284),
    figures: [
      share("root type", /^root type\s+P.*F1 ([\d.]+)/m),
      share("with codes", /^root\+src3\+tgt3\s+P.*F1 ([\d.]+)/m),
    ],
  },
  {
    task: "quotes",
    set: "dev",
    ids: () => some(names("quotes/polnear/dev/text", ".txt"), 25),
    figures: [
      percent("content", /^iou50\s+P.*F1\s+([\d.]+)/m),
      percent("content and source", /^e2e\s+P.*F1\s+([\d.]+)/m),
    ],
  },
];

/** About `count` of the ids, evenly spread; every fifth is never among them: those are kept back for a last look. */
const some = (ids: readonly string[], count: number): readonly string[] => {
  const open = [...ids].sort().filter((_, at) => at % 5 !== 4);
  const step = Math.max(1, Math.floor(open.length / count));
  return open.filter((_, at) => at % step === 0).slice(0, count);
};

const names = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(shared, "corpora", folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length));

const records = (file: string): readonly string[] =>
  readFileSync(join(shared, "corpora", file), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => `${recordId.parse(JSON.parse(line)).id}`);

const recordId = z.object({ id: z.union([z.string(), z.number()]) });

const readJson = (file: string): Readonly<Record<string, unknown>> =>
  z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(join(shared, "corpora", file), "utf8")));
