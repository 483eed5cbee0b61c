import type { Readable, Writable } from "node:stream";
import type { RecordAnnotator } from "./annotate-record.js";
import { encodeAnswer } from "./answer.js";
import { createFrameReader, encodeFrame, type Frame, frameTypes } from "./frames.js";
import { decodeHeaded, type Hello, hello, type OpenHead, type SessionOptions } from "./protocol.js";

export type Channel = Readonly<{ input: Readable; output: Writable }>;

/**
 * Serves one driver until its input ends: answers a hello with a hello, each open frame with one answer, in order. What the
 * annotator throws goes out as a fatal frame and ends the worker: a fresh one has no half-made state.
 */
export const serve = async (
  load: (options: SessionOptions) => Promise<RecordAnnotator>,
  { input, output }: Channel,
): Promise<void> => {
  const read = createFrameReader();
  let annotate: RecordAnnotator | null = null;
  for await (const chunk of input) {
    for (const frame of read(chunk as Buffer)) {
      if (frame.type === frameTypes.hello) {
        const greeting = await readGreeting(frame);
        annotate = await load(greeting.options);
        await sendGreeting(output, greeting);
      } else if (frame.type === frameTypes.open) {
        if (annotate === null) throw new Error("an open frame before hello");
        const { head, bytes } = decodeHeaded<OpenHead>(frame.payload);
        let answer: readonly Uint8Array[];
        try {
          answer = encodeFrame(frameTypes.answer, encodeAnswer(annotate(head, bytes)));
        } catch (error) {
          await send(output, encodeFrame(frameTypes.fatal, [Buffer.from(messageOf(error), "utf8")]));
          return;
        }
        await send(output, answer);
      } else if (frame.type === frameTypes.bye) return;
      else throw new Error(`a driver does not send frames of type ${frame.type}`);
    }
  }
};

/** A driver's hello; throws where the driver names another engine than this one. */
export const readGreeting = async (frame: Frame): Promise<Hello> => {
  const theirs = hello.parse(JSON.parse(frame.payload.toString("utf8")));
  if (theirs.engine === null) return theirs;
  // Seldom needed: a build starts workers from its own installation.
  const { describeEngine } = await import("./engine.js");
  const ours = describeEngine();
  for (const part of ["code", "schema"] as const) {
    if (theirs.engine[part] !== ours[part]) {
      throw new Error(`the driver names another engine: ${part} ${theirs.engine[part]}, here ${ours[part]}`);
    }
  }
  return theirs;
};

/** Answers a driver's hello with the same. */
export const sendGreeting = (output: Writable, greeting: Hello): Promise<void> =>
  send(output, encodeFrame(frameTypes.hello, [Buffer.from(JSON.stringify(greeting), "utf8")]));

/** Writes a frame and waits until the stream has room again. */
export const send = async (output: Writable, parts: readonly Uint8Array[]): Promise<void> => {
  let free = true;
  output.cork();
  for (const part of parts) free = output.write(part);
  output.uncork();
  if (!free) await new Promise<void>((done) => output.once("drain", done));
};

const messageOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);
