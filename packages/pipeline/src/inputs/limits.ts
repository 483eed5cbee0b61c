/**
 * Largest document that is read, in bytes of its payload. The largest news pages measured are under 3 MB of HTML; Common
 * Crawl itself cuts pages at 1 to 5 MB. What is larger is data with a text ending.
 */
export const documentBytes = 16 * 1024 * 1024;

/** Largest line of JSONL, in bytes: a document of {@link documentBytes} with half of its characters escaped. */
export const lineBytes = 4 * documentBytes;
