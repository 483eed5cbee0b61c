import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** The cases of a table under test/cases, as its test declares them. */
export const readCases = <Case extends Readonly<{ id: string }>>(name: string): readonly Case[] => {
  const url = new URL(`cases/${name}.yaml`, import.meta.url);
  return (parse(readFileSync(url, "utf8")) as Readonly<{ cases: readonly Case[] }>).cases;
};
