import { createHash } from "node:crypto";

/**
 * The id of a document, `d` + 20 hex digits of SHA-256 over record name, NUL, payload, and the SHA-256 of the payload
 * alone. The name is in it, so that one text saved under two names stays two documents; 80 bits, so that ids of 10⁹
 * documents collide with a chance under one in a million.
 */
export const documentId = (
  name: string,
  payload: Uint8Array,
): Readonly<{ docId: string; sha256: string }> => ({
  docId: `d${createHash("sha256").update(name).update("\0").update(payload).digest().toString("hex", 0, 10)}`,
  sha256: createHash("sha256").update(payload).digest("hex"),
});
