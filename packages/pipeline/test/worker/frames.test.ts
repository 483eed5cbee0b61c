import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFrameReader, encodeFrame, type FrameType, frameTypes } from "../../src/worker/frames.js";

const bytesOf = (type: FrameType, parts: readonly Uint8Array[]): Buffer =>
  Buffer.concat(encodeFrame(type, parts));

describe("frames", () => {
  test("come out as they went in, however the bytes are cut", () => {
    const frame = fc.record({
      type: fc.constantFrom(...Object.values(frameTypes)),
      parts: fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 5 }), fc.integer({ min: 1, max: 40 }), (frames, step) => {
        const bytes = Buffer.concat(frames.map(({ type, parts }) => bytesOf(type, parts)));
        const read = createFrameReader();
        const found = [];
        for (let at = 0; at < bytes.length; at += step) found.push(...read(bytes.subarray(at, at + step)));
        expect(found.map(({ type, payload }) => [type, payload.toString("hex")])).toEqual(
          frames.map(({ type, parts }) => [type, Buffer.concat(parts).toString("hex")]),
        );
      }),
    );
  });

  test("a part of no bytes changes nothing", () => {
    const empty = new Uint8Array(new Uint32Array(0).buffer);
    expect(bytesOf(frameTypes.answer, [Buffer.from("ab"), empty])).toEqual(
      bytesOf(frameTypes.answer, [Buffer.from("ab")]),
    );
  });

  test("a changed bit is found", () => {
    const bytes = bytesOf(frameTypes.answer, [Buffer.from("a payload")]);
    bytes[15] = (bytes[15] ?? 0) ^ 1;
    expect(() => createFrameReader()(bytes)).toThrow("wrong checksum");
  });

  test.each([
    ["a line of text", Buffer.from("Warning: something\n"), "magic"],
    ["a type that there is not", bytesOf(frameTypes.answer, []).fill(99, 12), "unknown type 99"],
    ["a length beyond all frames", bytesOf(frameTypes.answer, []).fill(255, 4, 8), "4294967295 bytes"],
  ])("%s is refused", (_, bytes, message) => {
    expect(() => createFrameReader()(bytes)).toThrow(message);
  });
});
