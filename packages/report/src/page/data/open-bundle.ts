import { type BundleTableName, bundleTables, type ColumnKind } from "../../bundle/bundle-tables.js";
import { type Columns, readColumns } from "./columns.js";

export type Bundle = { readonly [Table in BundleTableName]: Columns<Table> };

/** Reads the bundle out of its element, and empties the element, whose text is not needed again. */
export const openBundle = async (): Promise<Bundle> => {
  const element = document.getElementById("bundle");
  const bytes = await unpacked(fromBase64(element?.textContent ?? ""));
  element?.replaceChildren();
  return readBundle(bytes);
};

/** Lays tables over the unpacked bytes. */
export const readBundle = (bytes: Uint8Array<ArrayBuffer>): Bundle => {
  const tables: Readonly<Record<string, Readonly<Record<string, ColumnKind>>>> = bundleTables;
  const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head: readonly [string, number][] = JSON.parse(
    new TextDecoder().decode(bytes.subarray(4, 4 + headLength)),
  );
  let at = 4 + headLength;
  return Object.fromEntries(
    head.map(([name, length]) => {
      const stream = bytes.subarray(at, at + length);
      at += length;
      return [name, readColumns(tables[name] ?? {}, stream)];
    }),
  ) as Bundle;
};

const unpacked = async (packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
};
