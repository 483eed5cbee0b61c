/** `SHA256SUMS` in the form that `sha256sum -c` reads, by path in code unit order. */
export const sha256Sums = (files: readonly Readonly<{ path: string; sha256: string }>[]): string =>
  [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join("");
