import { closeSync, openSync, readSync } from "node:fs";

const chunkLength = 1 << 20;

/**
 * The rows of a file of JSON lines, in order, a megabyte of it in memory at a time. Read by plain calls: rows come faster
 * than any stream hands them on. The rows are taken to be what the caller says; {@link readRows} checks nothing.
 */
export function* readRows<Row>(path: string): Generator<Row> {
  for (const line of readLines(path)) yield JSON.parse(line) as Row;
}

/** The lines of a file without their line feeds; empty lines are left out. */
export function* readLines(path: string): Generator<string> {
  const descriptor = openSync(path, "r");
  try {
    let held: Buffer[] = [];
    for (;;) {
      const buffer = Buffer.allocUnsafe(chunkLength);
      const chunk = buffer.subarray(0, readSync(descriptor, buffer, 0, chunkLength, null));
      if (chunk.length === 0) break;
      const last = chunk.lastIndexOf(10);
      if (last < 0) {
        held.push(chunk);
        continue;
      }
      held.push(chunk.subarray(0, last));
      // A line feed is one byte in UTF-8: cutting there never cuts a character.
      for (const line of Buffer.concat(held).toString("utf8").split("\n")) if (line !== "") yield line;
      held = last + 1 < chunk.length ? [chunk.subarray(last + 1)] : [];
    }
    const rest = Buffer.concat(held).toString("utf8");
    if (rest !== "") yield rest;
  } finally {
    closeSync(descriptor);
  }
}
