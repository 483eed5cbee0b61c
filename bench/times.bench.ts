/**
 * Speed of `times()` with its tokenisation, one thread, on news-like text made from the sentences of tests/cases/times and on hostile text.
 *
 *     npx tsx --conditions=@readout/source bench/times.bench.ts [megabytes]
 *
 * CPU is user + system of this process after a warm-up; MB are 1,000,000 UTF-16 units. "1 MB / 10 × 100 KB" near 1 says that the cost is linear;
 * more than 1.1 on a quiet machine is a fault.
 */
import { readdirSync, readFileSync } from "node:fs";
import { times } from "@readout/normalizer/times";
import { parse } from "yaml";

const folder = new URL("../tests/cases/times/", import.meta.url);
const published = "2016-04-18";
/** Plain sentences between those that tell times, so that some 2 % of the words belong to a time, as in news. */
const plain =
  "The harbour master told reporters that the cargo had been weighed and the crew had gone ashore without a word. " +
  "Officials of both ministries denied it, and the lawyers of the owners asked for a copy of the file. ";

const sentences = readdirSync(folder)
  .sort()
  .flatMap((file) => {
    const table: unknown = parse(readFileSync(new URL(file, folder), "utf8"));
    return JSON.stringify(table).match(/"[^"]*\[[^"]*\][^"]*"/g) ?? [];
  })
  .map((quoted) => `${quoted.slice(1, -1).replaceAll(/[[\]]/g, "")} ${plain}`);

const sample = (units: number): string => {
  let text = "";
  for (let i = 0; text.length < units; i++) text += sentences[i % sentences.length] ?? plain;
  return text.slice(0, units);
};

const seconds = (run: () => void): number => {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

const megabytes = Number(process.argv[2] ?? 20);
const article = sample(4_000);
const small = sample(100_000);
const large = sample(1_000_000);
for (let i = 0; i < 500; i++) times(article, { published });

const articles = megabytes * 250;
const speed =
  megabytes /
  seconds(() => {
    for (let i = 0; i < articles; i++) times(article, { published });
  });
console.log(`articles of 4 KB: ${speed.toFixed(2)} MB/s`);
const one = seconds(() => {
  for (let i = 0; i < 5; i++) times(large, { published });
});
const ten = seconds(() => {
  for (let i = 0; i < 50; i++) times(small, { published });
});
console.log(`1 MB / 10 × 100 KB: ${(one / ten).toFixed(2)} (${(5 / one).toFixed(2)} MB/s in one string)`);

const hostile = [
  "the ",
  "1 ",
  "Monday ",
  "two-",
  "1990-",
  "hundred ",
  "and a half ",
  "the end of ",
  "more ",
  "May 3, ",
];
for (const unit of hostile) {
  const short = unit.repeat(Math.floor(100_000 / unit.length));
  const long = unit.repeat(Math.floor(1_000_000 / unit.length));
  times(short, { published });
  const ratio =
    seconds(() => times(long, { published })) /
    seconds(() => {
      for (let i = 0; i < 10; i++) times(short, { published });
    });
  console.log(`${JSON.stringify(unit)} repeated: ${ratio.toFixed(2)} of linear`);
}
