import type { Block } from "@readout/model";
import { isBullet } from "../lines/line-measures.js";
import type { Page } from "../page.js";

/** The blocks of clean text: every line is body, a bulleted one a list item. */
export const plainBlocks = ({ lines, text }: Page): readonly Block[] =>
  Array.from({ length: lines.length }, (_, i) => {
    const start = lines.start[i] ?? 0;
    const listed = isBullet(text.charCodeAt(start)) && text.charCodeAt(start + 1) === 0x20;
    return { role: listed ? "list_item" : "paragraph", start, end: lines.end[i] ?? 0 };
  });
