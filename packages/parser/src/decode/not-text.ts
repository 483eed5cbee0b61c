/** First bytes of kinds of file that people drop into a folder of pages. */
const signatures: readonly Readonly<{ kind: string; bytes: readonly number[] }>[] = [
  { kind: "PDF", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { kind: "ZIP archive or office document", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: "PNG image", bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: "JPEG image", bytes: [0xff, 0xd8, 0xff] },
  { kind: "GIF image", bytes: [0x47, 0x49, 0x46, 0x38] },
  { kind: "gzip", bytes: [0x1f, 0x8b, 0x08] },
  { kind: "zstd", bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { kind: "old office document", bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: "program", bytes: [0x7f, 0x45, 0x4c, 0x46] },
  { kind: "Arrow or Parquet table", bytes: [0x50, 0x41, 0x52, 0x31] },
];
const sample = 1 << 14;
/** Share of control bytes above which no text is believed; text has none but tab, line ends and form feed. */
const controlShare = 0.05;

/** Why bytes are no text (of an 8-bit encoding), or null where they may be. */
export const notTextReason = (bytes: Uint8Array): string | null => {
  for (const { kind, bytes: first } of signatures) {
    if (bytes.length >= first.length && first.every((byte, i) => bytes[i] === byte)) return kind;
  }
  const length = Math.min(bytes.length, sample);
  let control = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) control++;
  }
  return control > length * controlShare ? "control bytes" : null;
};
