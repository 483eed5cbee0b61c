import { diagnostic } from "@readout/model";
import { type GzipPart, readGzipMembers } from "./gzip-members.js";
import type { InputItem } from "./input-record.js";
import { readWarc } from "./read-warc.js";

export type GzippedWarc = Readonly<{ source: string; name: string; path: string }>;

/** The records of a WARC or WET file of which each record is a gzip member; damaged members cost their own records alone. */
export async function* readGzippedWarc({ source, name, path }: GzippedWarc): AsyncGenerator<InputItem> {
  const parts = readGzipMembers(path, isWarc);
  let damage: Extract<GzipPart, { kind: "damage" }> | null;
  do {
    damage = null;
    const members = async function* (): AsyncGenerator<Uint8Array> {
      for (let part = parts.next(); !part.done; part = parts.next()) {
        if (part.value.kind === "damage") {
          damage = part.value;
          return;
        }
        yield part.value.bytes;
      }
    };
    yield* readWarc({ source, name, chunks: members() });
    if (damage !== null) yield damaged(source, damage);
  } while (damage !== null);
}

const isWarc = (content: Uint8Array): boolean =>
  Buffer.from(content.subarray(0, 5)).toString("latin1") === "WARC/";

const damaged = (source: string, { from, to, reason }: Extract<GzipPart, { kind: "damage" }>): InputItem => ({
  kind: "diagnostic",
  source,
  diagnostic: diagnostic("container_damaged", { from, to, reason }),
});
