import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";

/** Length and SHA-256 (hex) of a file, a megabyte of it in memory at a time. */
export const digestOf = (path: string): Readonly<{ bytes: number; sha256: string }> => {
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafe(1 << 20);
  const descriptor = openSync(path, "r");
  try {
    let bytes = 0;
    for (;;) {
      const length = readSync(descriptor, buffer, 0, buffer.length, null);
      if (length === 0) return { bytes, sha256: hash.digest("hex") };
      hash.update(buffer.subarray(0, length));
      bytes += length;
    }
  } finally {
    closeSync(descriptor);
  }
};
