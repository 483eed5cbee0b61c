import { type ChildProcess, spawn } from "node:child_process";
import { reasonOf } from "../failure.js";
import { type Answer, decodeAnswer } from "./answer.js";
import { createFrameReader, encodeFrame, type Frame, frameTypes } from "./frames.js";
import { encodeHeaded, type Hello, hello, type OpenHead, type SessionOptions } from "./protocol.js";

/** How to start a worker: the node script and its arguments, flags of node before them. */
export type WorkerCommand = readonly string[];

/** A document on its way to a worker. */
export type Task = Readonly<{ head: OpenHead; payload: Uint8Array }>;

/** Why a worker gave no answer: it said so, it died, it took too long. */
export type Failure = Readonly<
  { kind: "threw"; reason: string } | { kind: "died"; reason: string } | { kind: "timeout"; seconds: number }
>;

export type WorkerProcess = Readonly<{
  /** Sends a task; the answer comes in the order of sending. */
  send: (task: Task) => void;
  /** Ends the process, kindly or not. */
  end: () => void;
  kill: () => void;
}>;

export type WorkerEvents = Readonly<{
  ready: () => void;
  /** The answer to the oldest unanswered task. */
  answer: (answer: Answer) => void;
  /** The process is gone; the oldest unanswered task is guilty. Called once, and nothing after it. */
  failed: (failure: Failure) => void;
}>;

/** Memory that a worker's JavaScript objects may take, in MB: the largest document needs a third of it. */
const heapLimit = 1024;

/** Half of the young objects, in MB: with node's 16 a document's rows live long enough to be moved to the old ones. */
const youngLimit = 32;

/** Starts a worker and greets it. */
export const startWorker = (
  command: WorkerCommand,
  options: SessionOptions,
  events: WorkerEvents,
): WorkerProcess => {
  const memory = [
    `--max-old-space-size=${heapLimit}`,
    `--max-semi-space-size=${youngLimit}`,
    // The other cores have workers of their own.
    "--single-threaded-gc",
  ];
  const child = spawn(process.execPath, [...memory, ...command], {
    stdio: ["pipe", "pipe", "pipe"],
    // Ctrl-C goes to the driver alone, which ends its workers in order.
    detached: false,
  });
  let over = false;
  let errors = "";
  const fail = (failure: Failure): void => {
    if (over) return;
    over = true;
    child.kill("SIGKILL");
    events.failed(failure);
  };
  const write = (type: Frame["type"], parts: readonly Uint8Array[]): void => {
    if (over) return;
    child.stdin.cork();
    for (const part of encodeFrame(type, parts)) child.stdin.write(part);
    child.stdin.uncork();
  };
  const receive = (frame: Frame): void => {
    if (frame.type === frameTypes.answer) events.answer(decodeAnswer(frame.payload));
    else if (frame.type === frameTypes.fatal) fail({ kind: "threw", reason: frame.payload.toString("utf8") });
    else if (frame.type === frameTypes.hello) {
      hello.parse(JSON.parse(frame.payload.toString("utf8")));
      events.ready();
    } else fail({ kind: "died", reason: `a frame of type ${frame.type}` });
  };
  const read = createFrameReader();
  child.stdout.on("data", (chunk: Buffer) => {
    if (over) return;
    try {
      for (const frame of read(chunk)) receive(frame);
    } catch (error) {
      fail({ kind: "died", reason: reasonOf(error) });
    }
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors = (errors + text).slice(-keptErrors);
  });
  // Writing to a worker that died fails; its exit says why.
  child.stdin.on("error", () => undefined);
  child.on("error", (error) => fail({ kind: "died", reason: error.message }));
  child.on("close", () => fail({ kind: "died", reason: causeOf(child, errors) }));
  write(frameTypes.hello, [
    Buffer.from(JSON.stringify({ protocol: 1, engine: null, options } satisfies Hello)),
  ]);
  return {
    send: ({ head, payload }) => write(frameTypes.open, encodeHeaded(head, [payload])),
    end: () => {
      write(frameTypes.bye, []);
      over = true;
      child.stdin.end();
    },
    kill: () => {
      over = true;
      child.kill("SIGKILL");
    },
  };
};

const keptErrors = 64 * 1024;

const causeOf = (child: ChildProcess, errors: string): string => {
  if (errors.includes("JavaScript heap out of memory")) return "out of memory";
  if (child.signalCode !== null) return `ended by ${child.signalCode}`;
  const lines = errors.trim().split("\n");
  const line = lines.findLast((text) => /^(?:readout: )?\w*Error\b/.test(text)) ?? lines.at(-1) ?? "";
  return `exit code ${child.exitCode}${line === "" ? "" : `: ${line.trim()}`}`;
};
