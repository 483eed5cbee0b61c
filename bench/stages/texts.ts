import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** A page as it lies on disk. */
export type Page = Readonly<{ name: string; bytes: Buffer }>;

/** The saved pages of a folder, by name; the same ones in every run. */
export const readPages = (folder: string): readonly Page[] =>
  readdirSync(folder)
    .filter((name) => /\.(?:txt|html?)$/.test(name) && statSync(join(folder, name)).isFile())
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));

/** Bob Jenkins' small generator, seeded: the same numbers every time. */
export const createRandom = (seed: number): ((below: number) => number) => {
  let [a, b, c, d] = [0xf1ea5eed, seed, seed, seed];
  const next = (): number => {
    const e = (a - ((b << 27) | (b >>> 5))) | 0;
    a = b ^ ((c << 17) | (c >>> 15));
    b = (c + d) | 0;
    c = (d + e) | 0;
    d = (e + a) | 0;
    return (d >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 20; i++) next();
  return (below) => Math.floor(next() * below);
};

const people = ["Ida Brandt", "Tom Vossberg", "Dana Kestrel", "Marit Holm", "Pavel Oresh", "Lena Quist"];
const places = ["London", "Geneva", "Damascus", "Ankara", "Moscow", "Vienna", "Astana", "Riyadh"];
const offices = ["Foreign Minister", "President", "Prime Minister", "spokesman", "Secretary-General"];
const verbs = ["met", "called", "accused", "criticised", "telephoned", "thanked", "threatened", "received"];
const days = ["on Monday", "last Friday", "in March 2014", "two days earlier", "on 3 May 2015", "this week"];
const goods = ["tents", "tonnes of wheat", "refugees", "soldiers", "barrels of oil", "troops"];
const fillers = [
  "The harbour master told reporters that the cargo had been weighed and the crew had gone ashore without a word.",
  "Both ministries declined to comment, and the lawyers of the owners asked for a copy of the file.",
  "Nobody in the room could say afterwards who had first proposed the wording that everybody now disowned.",
  "Diplomats described the mood as sober, the coffee as weak and the agenda as far too long for one morning.",
];

/** News-like pages of invented sentences: names, days, quotes, figures and acts in the share that news has of them. */
export const generatePages = (count: number): readonly Page[] => {
  const below = createRandom(7);
  const one = (words: readonly string[]): string => words[below(words.length)] ?? "";
  const sentence = (): string => {
    switch (below(7)) {
      case 0:
        return `${one(offices)} ${one(people)} ${one(verbs)} ${one(people)} in ${one(places)} ${one(days)}.`;
      case 1:
        return `“We have ${2 + below(90)},${100 + below(900)} ${one(goods)} and no patience left,” ${one(people)} said ${one(days)}.`;
      case 2:
        return `${one(people)}, the ${one(offices)} of the council, said that talks in ${one(places)} would resume ${one(days)}.`;
      case 3:
        return `About ${below(90) + 10} people were killed near ${one(places)} ${one(days)}, according to ${one(people)}.`;
      default:
        return one(fillers);
    }
  };
  return Array.from({ length: count }, (_, index) => {
    const paragraphs = Array.from({ length: 8 + below(8) }, () =>
      Array.from({ length: 2 + below(4) }, sentence).join(" "),
    );
    const head = [
      `${one(people)} ${one(verbs)} ${one(people)} in ${one(places)}`,
      `By ${one(people)} | March ${1 + below(28)}, 2014`,
    ];
    const text = ["Skip to content", ...head, ...paragraphs, "Subscribe to our newsletter"].join("\n\n");
    return { name: `generated-${String(index).padStart(4, "0")}.txt`, bytes: Buffer.from(text, "utf8") };
  });
};
