import { type Block, readTable, type Sentences } from "@readout/model";
import { eventDemandStems } from "../generated/event-demand-stems.js";

/** Words of a sentence that opens a list of what somebody wants, in any form: "The plan asks for four steps:". */
const demanding = new RegExp(
  `\\b(?:${readTable(eventDemandStems, ["stem"])
    .map(({ stem }) => stem)
    .join("|")})\\w*\\b`,
  "i",
);

/** "4) The army leaves", "- The army leaves": an item that its own mark makes one. */
const item = /^\s*(?:\(?\d{1,2}[.)]|[-–—•*])\s/;

/**
 * Sentences that are items of a demanded list: a paragraph that ends in a colon and speaks of demands, and the list items or
 * numbered paragraphs behind it. What they tell is wanted and has not happened.
 */
export const demandedSentences = (
  text: string,
  sentences: Sentences,
  blocks: readonly Block[],
): ReadonlySet<number> => {
  const found = new Set<number>();
  let sentence = 0;
  let demanded = false;
  for (const { start, end, role } of blocks) {
    if (role !== "paragraph" && role !== "list_item") continue;
    const isItem = role === "list_item" || item.test(text.slice(start, start + 6));
    if (!isItem) {
      const lead = text.slice(Math.max(start, end - 300), end).trimEnd();
      demanded = lead.endsWith(":") && demanding.test(lead);
      continue;
    }
    if (!demanded) continue;
    while (sentence < sentences.length && (sentences.end[sentence] ?? 0) <= start) sentence++;
    for (; sentence < sentences.length && (sentences.start[sentence] ?? 0) < end; sentence++)
      found.add(sentence);
  }
  return found;
};
