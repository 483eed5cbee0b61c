import { performance } from "node:perf_hooks";
import type { Progress } from "./build-options.js";
import { counted } from "./commands/terminal-text.js";

/** How often progress is shown, in milliseconds: a line that is written over, and lines that stay. */
const every = { terminal: 100, plain: 5000 };

/** Progress for people: one line that is written over on a terminal, now and then a plain line elsewhere. */
export const createProgress = (stream: NodeJS.WriteStream): Progress & Readonly<{ clear: () => void }> => {
  const terminal = stream.isTTY;
  const interval = terminal ? every.terminal : every.plain;
  let next = performance.now() + interval;
  let shown = false;
  const show = (text: string): void => {
    stream.write(terminal ? `\r\x1b[K${text}` : `${text}\n`);
    shown = true;
  };
  return {
    documents: (done, bytes) => {
      const now = performance.now();
      if (now < next) return;
      next = now + interval;
      show(`${counted(done, "document")}, ${(bytes / 1e6).toFixed(1)} MB`);
    },
    stage: (name) => {
      if (terminal) show(name);
    },
    warn: (message) => {
      stream.write(`${terminal ? "\r\x1b[K" : ""}${message}\n`);
    },
    clear: () => {
      if (terminal && shown) stream.write("\r\x1b[K");
    },
  };
};
