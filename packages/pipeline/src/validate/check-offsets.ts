import { type DocumentGroup, groupedTables } from "./document-group.js";
import type { Problem } from "./problem.js";

/** A stretch that a row names, and the words it must slice to; null where the row has no words to compare. */
type Stretch = Readonly<{ start: number | null; end: number | null; words: string | null }>;

/** Every pair of offsets lies in the text and slices to the words beside it; blocks cover the text in order. */
export function* checkOffsets(group: DocumentGroup): Generator<Problem> {
  const { document } = group;
  // Offsets count code points: an array of them where the text has any beyond 16 bits.
  const text = document.text;
  const points = text !== null && text.length !== document.characters ? Array.from(text) : null;
  const sliceOf = (start: number, end: number): string | null =>
    text === null ? null : points === null ? text.slice(start, end) : points.slice(start, end).join("");
  if (text !== null && (points ?? text).length !== document.characters) {
    yield {
      place: `documents ${document.doc_id}`,
      message: `characters is ${document.characters}, the text has ${(points ?? text).length}`,
    };
    return;
  }
  for (const [place, { start, end, words }] of stretches(group)) {
    if (start === null && end === null) continue;
    if (start === null || end === null || start < 0 || start > end || end > document.characters) {
      yield { place, message: `${start}–${end} lies outside the text of ${document.characters}` };
    } else if (words !== null && text !== null && sliceOf(start, end) !== words) {
      yield {
        place,
        message: `${start}–${end} is "${shorten(sliceOf(start, end) ?? "")}", not "${shorten(words)}"`,
      };
    }
  }
  if (text !== null && group.blocks.length > 0) yield* checkCover(group, points ?? Array.from(text));
}

function* stretches(group: DocumentGroup): Generator<readonly [place: string, stretch: Stretch]> {
  const { doc_id } = group.document;
  for (const table of groupedTables) {
    for (const [i, row] of group[table].entries()) {
      yield [`${table} ${doc_id} ${i}`, { start: row.start_char, end: row.end_char, words: row.text }];
    }
  }
  for (const [i, row] of group.quotes.entries()) {
    yield [`quotes ${doc_id} ${i} content`, { start: row.content_start, end: row.content_end, words: null }];
    yield [
      `quotes ${doc_id} ${i} speaker`,
      { start: row.speaker_start, end: row.speaker_end, words: row.speaker },
    ];
    yield [`quotes ${doc_id} ${i} cue`, { start: row.cue_start, end: row.cue_end, words: row.cue }];
  }
  for (const row of group.event_mentions) {
    yield [
      `event_mentions ${row.event_mention_id} evidence`,
      { start: row.evidence_start, end: row.evidence_end, words: row.evidence },
    ];
    yield [
      `event_mentions ${row.event_mention_id} place`,
      { start: row.place_start, end: row.place_end, words: null },
    ];
  }
}

function* checkCover(
  { document, blocks, sentences }: DocumentGroup,
  points: readonly string[],
): Generator<Problem> {
  let at = 0;
  for (const block of [...blocks, { block: -1, start_char: points.length, end_char: points.length }]) {
    const place =
      block.block < 0 ? `documents ${document.doc_id}` : `blocks ${document.doc_id} ${block.block}`;
    if (block.start_char < at) yield { place, message: "overlaps the block before it" };
    const gap = points.slice(at, block.start_char).join("");
    if (gap.trim() !== "") yield { place, message: `no block covers "${shorten(gap.trim())}"` };
    at = block.end_char;
  }
  for (const sentence of sentences) {
    const block = blocks[sentence.block];
    if (block === undefined || sentence.start_char < block.start_char || sentence.end_char > block.end_char) {
      yield { place: `sentences ${document.doc_id} ${sentence.sentence}`, message: "lies outside its block" };
    }
  }
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
