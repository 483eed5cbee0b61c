/** How much of a dataset one page holds; what is beyond is counted and said on the page. */
export type Limits = Readonly<{
  events: number;
  documents: number;
  /** Of all texts together, in code points. */
  characters: number;
  quotes: number;
  diagnostics: number;
}>;

/**
 * Twice what docs/report.md measures (10,000 events and 5,000 documents, 11 million characters): a page of some 15 MB,
 * which a browser still opens in two seconds.
 */
export const defaultLimits: Limits = {
  events: 20_000,
  documents: 10_000,
  characters: 20_000_000,
  quotes: 40_000,
  diagnostics: 5_000,
};
