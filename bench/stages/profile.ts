import { Session } from "node:inspector/promises";

/** Shares of the time of a run, 0 to 1, largest first. */
export type Profile = Readonly<{
  stages: readonly Readonly<{ name: string; share: number }>[];
  functions: readonly Readonly<{ name: string; share: number }>[];
}>;

/** Which part of the code a file belongs to: the first that its path holds. */
const stages: readonly (readonly [path: string, stage: string])[] = [
  ["model/src/tokens", "tokens"],
  ["model/src/sentences", "sentences"],
  ["model/src/tabulate", "tabulate"],
  ["model/src/rows", "write"],
  ["parser/src/decode", "decode"],
  ["parser/src/html", "HTML"],
  ["node_modules/parse5", "HTML"],
  ["node_modules/entities", "HTML"],
  ["parser/src/language", "language"],
  ["node_modules/eld", "language"],
  ["parser/src", "parse"],
  ["normalizer/src/times", "times"],
  ["normalizer/src/dating", "dating"],
  ["normalizer/src/names", "names"],
  ["normalizer/src/knowledge", "names"],
  ["normalizer/src/grammar", "grammar"],
  ["normalizer/src/quotes", "quotes"],
  ["normalizer/src/quantities", "quantities"],
  ["normalizer/src/events", "events"],
  ["pipeline/src/resolve", "shingles and tallies"],
  ["worker/line-writer", "write"],
  ["exporters/src", "write"],
  ["node_modules/zod", "write"],
  ["model/src", "tokens"],
];

/** Runs something under V8's sampling profiler, and tells where its time went by part of the code and by function. */
export const profile = async (run: () => void): Promise<Profile> => {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: 250 });
  await session.post("Profiler.start");
  run();
  const { profile: taken } = await session.post("Profiler.stop");
  session.disconnect();
  const nodeOf = new Map(taken.nodes.map((node) => [node.id, node]));
  const parentOf = new Map(
    taken.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])),
  );
  const byStage = new Map<string, number>();
  const byFunction = new Map<string, number>();
  let all = 0;
  const deltas = taken.timeDeltas ?? [];
  for (const [i, id] of (taken.samples ?? []).entries()) {
    const node = nodeOf.get(id);
    if (node === undefined || node.callFrame.functionName === "(idle)") continue;
    const time = deltas[i] ?? 0;
    all += time;
    const { functionName, url, lineNumber } = node.callFrame;
    const file = url.split("/").slice(-2).join("/");
    const name = url === "" ? functionName : `${functionName || "(anonymous)"} ${file}:${lineNumber + 1}`;
    add(byFunction, name, time);
    add(byStage, stageOf(node.id, nodeOf, parentOf), time);
  }
  return { stages: shares(byStage, all), functions: shares(byFunction, all) };
};

type Node = Readonly<{ id: number; callFrame: Readonly<{ functionName: string; url: string }> }>;

/** Of the function itself, or, where it is node's own, of the nearest caller that is Readout's. */
const stageOf = (
  id: number,
  nodeOf: ReadonlyMap<number, Node>,
  parentOf: ReadonlyMap<number, number>,
): string => {
  for (let at: number | undefined = id; at !== undefined; at = parentOf.get(at)) {
    const { functionName, url } = nodeOf.get(at)?.callFrame ?? { functionName: "", url: "" };
    if (functionName === "(garbage collector)") return "garbage collection";
    const stage = stages.find(([path]) => url.includes(path));
    if (stage !== undefined) return stage[1];
  }
  return "rest";
};

const add = (sums: Map<string, number>, name: string, time: number): void => {
  sums.set(name, (sums.get(name) ?? 0) + time);
};

const shares = (sums: ReadonlyMap<string, number>, all: number): Profile["stages"] =>
  [...sums]
    .map(([name, time]) => ({ name, share: time / Math.max(all, 1) }))
    .sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1));
