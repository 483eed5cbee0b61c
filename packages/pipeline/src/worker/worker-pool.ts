import { BuildError } from "../failure.js";
import type { Answer } from "./answer.js";
import type { SessionOptions } from "./protocol.js";
import {
  type Failure,
  startWorker,
  type Task,
  type WorkerCommand,
  type WorkerProcess,
} from "./worker-process.js";

export type PoolOptions = Readonly<{
  workers: number;
  command: WorkerCommand;
  session: SessionOptions;
  /** Longest time for one document: 10 s + 50 µs a byte unless told otherwise. Milliseconds. */
  patience?: (bytes: number) => number;
}>;

/** What became of a task: its answer, or why there is none. */
type Outcome = Readonly<{ answer: Answer } | { failure: Failure }>;

export type WorkerPool = Readonly<{
  /** Annotates a document on the next free worker. Rejects only where workers cannot be started at all. */
  annotate: (task: Task) => Promise<Outcome>;
  /** Ends all workers; unanswered tasks are rejected. */
  close: () => void;
}>;

/** Frames sent ahead to one worker: 1 costs 40 % of the speed, more than 8 gain nothing. */
const ahead = 8;
/** Bytes sent ahead to one worker. */
const aheadBytes = 8 * 1024 * 1024;
/** Longest time for a worker to load its lexicons and say hello, in milliseconds; it takes a second on an idle machine. */
const greetingTime = 120_000;
/** Workers that die in a row without one answer between them: the installation is broken, not the documents. */
const deathsInRow = 5;

const defaultPatience = (bytes: number): number => 10_000 + bytes * 0.05;

type Job = Readonly<{
  task: Task;
  /** Times that a worker died over it. */
  deaths: number;
  settle: (outcome: Outcome) => void;
  reject: (error: Error) => void;
}>;

/**
 * Child processes that annotate documents. One that dies or exceeds its time takes only the oldest of its documents with it:
 * that one is tried once more alone, with three times the time, the others go to the front of the queue again.
 */
export const createWorkerPool = (options: PoolOptions): WorkerPool => {
  const queue: Job[] = [];
  const slots: Slot[] = [];
  let silentDeaths = 0;
  let closed = false;
  let broken: BuildError | null = null;
  const dispatch = (): void => {
    for (const slot of slots) slot.fill();
  };
  const pool = {
    options,
    take: (alone: boolean): Job | undefined =>
      queue[0] === undefined || queue[0].deaths > 0 !== alone ? undefined : queue.shift(),
    hasSuspect: () => (queue[0]?.deaths ?? 0) > 0,
    giveBack: (jobs: readonly Job[]) => queue.unshift(...jobs),
    answered: () => {
      silentDeaths = 0;
    },
    died: (reason: string): boolean => {
      silentDeaths++;
      if (silentDeaths >= deathsInRow && broken === null) {
        broken = new BuildError(
          `${silentDeaths} workers in a row ended without an answer; the last: ${reason}`,
        );
      }
      return broken !== null;
    },
    abandon: () => {
      for (const job of [...queue.splice(0), ...slots.flatMap((slot) => slot.stop())]) {
        job.reject(broken ?? new BuildError("the workers were ended"));
      }
    },
    dispatch,
  };
  for (let i = 0; i < options.workers; i++) slots.push(createSlot(pool));
  return {
    annotate: (task) =>
      new Promise((settle, reject) => {
        if (broken !== null || closed) {
          reject(broken ?? new BuildError("the workers were ended"));
          return;
        }
        queue.push({ task, deaths: 0, settle, reject });
        dispatch();
      }),
    close: () => {
      closed = true;
      pool.abandon();
    },
  };
};

type Pool = Readonly<{
  options: PoolOptions;
  take: (alone: boolean) => Job | undefined;
  hasSuspect: () => boolean;
  giveBack: (jobs: readonly Job[]) => void;
  answered: () => void;
  died: (reason: string) => boolean;
  abandon: () => void;
  dispatch: () => void;
}>;

type Slot = Readonly<{
  /** Takes what it can from the queue. */
  fill: () => void;
  /** Ends the process and gives back what it had. */
  stop: () => readonly Job[];
}>;

/** A place for one process, which is replaced when it dies. */
const createSlot = (pool: Pool): Slot => {
  let process: WorkerProcess | null = null;
  let ready = false;
  let unanswered: Job[] = [];
  let bytes = 0;
  let watchdog: NodeJS.Timeout | undefined;
  let stopped = false;

  /** The clock runs for the oldest unanswered document alone. */
  const watch = (): void => {
    clearTimeout(watchdog);
    const [oldest] = unanswered;
    if (oldest === undefined) return;
    if (!ready) {
      watchdog = setTimeout(() => lost({ kind: "died", reason: "no hello" }), greetingTime);
      return;
    }
    const patience = pool.options.patience ?? defaultPatience;
    const limit = patience(oldest.task.payload.length) * (oldest.deaths > 0 ? 3 : 1);
    watchdog = setTimeout(() => lost({ kind: "timeout", seconds: Math.ceil(limit / 1000) }), limit);
  };
  const start = (): WorkerProcess => {
    ready = false;
    const { command, session } = pool.options;
    const started = startWorker(command, session, {
      ready: () => {
        ready = true;
        watch();
      },
      answer: (answer) => {
        const job = unanswered.shift();
        bytes -= job?.task.payload.length ?? 0;
        pool.answered();
        watch();
        job?.settle({ answer });
        pool.dispatch();
      },
      failed: (failure) => {
        if (process === started) lost(failure);
      },
    });
    return started;
  };
  const lost = (failure: Failure): void => {
    clearTimeout(watchdog);
    process?.kill();
    process = null;
    const [guilty, ...innocent] = unanswered;
    unanswered = [];
    bytes = 0;
    const before = ready;
    ready = false;
    if (stopped) return;
    if (failure.kind === "died" && pool.died(failure.reason)) {
      pool.giveBack([...(guilty ? [guilty] : []), ...innocent]);
      pool.abandon();
      return;
    }
    pool.giveBack(innocent);
    if (guilty !== undefined) {
      // What throws would throw again; what died before it was ready is not the document's fault.
      if (!before) pool.giveBack([guilty]);
      else if (failure.kind === "threw" || guilty.deaths > 0) guilty.settle({ failure });
      else pool.giveBack([{ ...guilty, deaths: guilty.deaths + 1 }]);
    }
    pool.dispatch();
  };
  const hasRoom = (): boolean =>
    unanswered.length < ahead && bytes < aheadBytes && !unanswered.some((job) => job.deaths > 0);
  return {
    fill: () => {
      while (!stopped && hasRoom()) {
        // A document that killed a worker before runs alone.
        const suspect = pool.hasSuspect();
        if (suspect && unanswered.length > 0) return;
        const job = pool.take(suspect);
        if (job === undefined) return;
        process ??= start();
        unanswered.push(job);
        bytes += job.task.payload.length;
        process.send(job.task);
        if (unanswered.length === 1) watch();
      }
    },
    stop: () => {
      stopped = true;
      clearTimeout(watchdog);
      if (unanswered.length === 0) process?.end();
      else process?.kill();
      process = null;
      return unanswered.splice(0);
    },
  };
};
