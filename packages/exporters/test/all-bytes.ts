/** All bytes of an export in one piece. */
export const allBytes = async (chunks: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const taken: Uint8Array[] = [];
  for await (const chunk of chunks) taken.push(chunk);
  return Buffer.concat(taken);
};

export const allText = async (chunks: AsyncIterable<Uint8Array>): Promise<string> =>
  (await allBytes(chunks)).toString();
