import { posix } from "node:path";
import type { Given } from "@readout/model";
import { inputKind } from "../inputs/input-kind.js";
import { readInputs } from "../inputs/read-inputs.js";
import { diagnosticLine } from "../spool/spool.js";
import { createFrameReader, encodeFrame, type Frame, frameTypes } from "../worker/frames.js";
import { encodeHeaded, type OpenHead } from "../worker/protocol.js";
import { type Channel, readGreeting, send, sendGreeting } from "../worker/serve.js";

/** An input file: where it lies, what it is called in the rows, what sources.csv says of it. */
export type Shard = Readonly<{ path: string; source: string; given: Given | null }>;

/**
 * Reads input files for a driver that hands their documents on: a hello for a hello; for each shard frame one frame an item of
 * it, an open frame as `readout worker --stdio` takes it or a row of the diagnostics, and an end frame.
 */
export const serveReader = async ({ input, output }: Channel): Promise<void> => {
  const read = createFrameReader();
  for await (const chunk of input) {
    for (const frame of read(chunk as Buffer)) {
      if (frame.type === frameTypes.hello) await sendGreeting(output, await readGreeting(frame));
      else if (frame.type === frameTypes.shard) await sendShard(frame, output);
      else if (frame.type === frameTypes.bye) return;
      else throw new Error(`a driver of readers does not send frames of type ${frame.type}`);
    }
  }
};

const sendShard = async (frame: Frame, output: Channel["output"]): Promise<void> => {
  const { path, source, given } = JSON.parse(frame.payload.toString("utf8")) as Shard;
  const file = { path, source, kind: inputKind(posix.basename(source)) };
  const items = readInputs(
    { files: [file], skipped: [] },
    { givenOf: new Map(given === null ? [] : [[path, given]]), diagnostics: [] },
  );
  for await (const item of items) {
    if (item.kind === "diagnostic") {
      const line = diagnosticLine(item.source, item.diagnostic).trimEnd();
      await send(output, encodeFrame(frameTypes.rows, [Buffer.from(line, "utf8")]));
      continue;
    }
    const { payload, ...head } = item.record;
    const open = encodeHeaded({ ...head, depth: "full" } satisfies OpenHead, [payload]);
    await send(output, encodeFrame(frameTypes.open, open));
  }
  await send(output, encodeFrame(frameTypes.end, []));
};
