/**
 * Text of a page, fit for a terminal: control characters but tab and line feed become a replacement mark, so that no page can
 * move the cursor, set the clipboard or retitle the window.
 */
export const printable = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, "\uFFFD");

/** Words of a page on one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** `1 event`, `2 events` */
export const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;

/** An interval of days for people; null is open on that side. */
export const daysText = (earliest: string | null, latest: string | null): string => {
  if (earliest === null && latest === null) return "no day";
  return earliest === latest ? `${earliest}` : `${earliest ?? "…"} to ${latest ?? "…"}`;
};
