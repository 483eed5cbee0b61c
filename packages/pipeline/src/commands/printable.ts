/**
 * Text of a page, fit for a terminal: control characters but tab and line feed become a replacement mark, so that no page can
 * move the cursor, set the clipboard or retitle the window.
 */
export const printable = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, "\uFFFD");
