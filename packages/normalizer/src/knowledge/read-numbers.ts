const littleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** `count` little-endian 32-bit numbers at `at`: where they lie if the machine counts bytes so and the buffer is aligned. */
export const readNumbers = (packed: Uint8Array, at: number, count: number): Int32Array => {
  const offset = packed.byteOffset + at;
  if (littleEndian && offset % 4 === 0) return new Int32Array(packed.buffer, offset, count);
  const view = new DataView(packed.buffer, offset, count * 4);
  return Int32Array.from({ length: count }, (_, i) => view.getInt32(i * 4, true));
};
