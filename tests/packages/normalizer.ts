import { times } from "@readout/normalizer/times";

for (const { start, end, value } of times("They met on Tuesday.", { published: "2013-09-14" }).times) {
  console.log(start, end, value);
}
