import { createFrameReader, encodeFrame, frameTypes } from "../worker/frames.js";
import { type Channel, readGreeting, send, sendGreeting } from "../worker/serve.js";
import { decodeRows, encodeRows, type Fields } from "./fields.js";
import type { Reducer } from "./reducer.js";

/** Bytes of rows that are sent together. */
const batch = 1 << 20;

/**
 * Serves one driver: a hello for a hello, then frames of rows, and frames of what the reducer makes of them, until an end frame;
 * that is answered with an end frame, and the next rows go to a new reducer.
 */
export const serveReducer = async (create: () => Reducer, { input, output }: Channel): Promise<void> => {
  const read = createFrameReader();
  let reducer = create();
  let held: Fields[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    if (held.length > 0) await send(output, encodeFrame(frameTypes.rows, encodeRows(held)));
    held = [];
    bytes = 0;
  };
  const give = async (rows: Iterable<Fields>): Promise<void> => {
    for (const row of rows) {
      held.push(row);
      for (const field of row) bytes += field?.length ?? 0;
      if (bytes >= batch) await flush();
    }
  };
  for await (const chunk of input) {
    for (const frame of read(chunk as Buffer)) {
      if (frame.type === frameTypes.hello) await sendGreeting(output, await readGreeting(frame));
      else if (frame.type === frameTypes.rows) {
        for (const row of decodeRows(frame.payload)) await give(reducer.add(row));
      } else if (frame.type === frameTypes.end) {
        await give(reducer.end());
        await flush();
        await send(output, encodeFrame(frameTypes.end, []));
        reducer = create();
      } else if (frame.type === frameTypes.bye) return;
      else throw new Error(`a driver of reducers does not send frames of type ${frame.type}`);
    }
  }
};
