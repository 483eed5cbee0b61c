import type { DocumentEntity, Mention, Span } from "@readout/model";
import { namedTogether } from "./named-together.js";
import type { QuoteText } from "./quote-text.js";
import type { Report, TokenRange } from "./report.js";

/** Who a report's speaker and listener are; entities are indices into the document's list. */
export type Speaker = Readonly<{ entity: number | null; name: string | null; addressee: number | null }>;

/** Resolves the speaker of each report through the mention that heads its phrase. */
export const resolveSpeakers = (
  text: QuoteText,
  reports: readonly Report[],
  mentions: readonly Mention[],
  entities: readonly DocumentEntity[],
): Speaker[] =>
  reports.map((report) => {
    const entity =
      report.speaker === null ? null : entityOf(text, report.speaker, report.speakerHead, mentions);
    const addressee =
      report.listener === null ? null : entityOf(text, report.listener, report.listener.last - 1, mentions);
    return { entity, name: entity === null ? null : (entities[entity]?.name ?? null), addressee };
  });

/**
 * The entity of the mention that holds the head token; else of a person named in the phrase ("Secretary of State Hillary
 * Clinton"). Null for several people at once, and where only a place or an organisation is named ("officials in Moscow").
 */
const entityOf = (
  text: QuoteText,
  phrase: TokenRange,
  head: number,
  mentions: readonly Mention[],
): number | null => {
  const { tokens } = text;
  const start = tokens.start[head] ?? 0;
  const span: Span = { start: tokens.start[phrase.first] ?? 0, end: tokens.end[phrase.last - 1] ?? 0 };
  const inside: Mention[] = [];
  let found: Mention | null = null;
  for (let at = firstEndingAfter(mentions, span.start); at < mentions.length; at++) {
    const mention = mentions[at];
    if (mention === undefined || mention.start >= span.end) break;
    inside.push(mention);
    const isHead = mention.start <= start && start < mention.end;
    if (mention.entity === null || !(isHead || (mention.type === "PERSON" && mention.form === "name")))
      continue;
    if (found === null) found = mention;
    else if (found.entity !== mention.entity && isCoordinated(text, found.end, mention.start)) return null;
  }
  return found === null || namedTogether(text, phrase, head, inside) ? null : found.entity;
};

/** Whether a comma or "and" stands between two names of one phrase. */
const isCoordinated = (text: QuoteText, end: number, start: number): boolean => {
  const between = text.tokens.text.slice(end, start);
  return between.length < 60 && /^\s*(?:,|and\b|&|or\b)/.test(between);
};

/** Index of the first mention that can end after an offset; mentions are in text order and disjoint. */
const firstEndingAfter = (mentions: readonly Mention[], offset: number): number => {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((mentions[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
};
