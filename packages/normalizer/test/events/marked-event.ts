import type { Span } from "@readout/model";

/** A text with the parts of one event marked: t trigger, a actor, r recipient, p place, d date, c claimant. */
export type MarkedEvent = Readonly<{
  text: string;
  spans: Readonly<Record<"t" | "a" | "r" | "p" | "d" | "c", readonly Span[]>>;
}>;

/** Reads "{a:Oslo} {t:accused} {r:Riga}". */
export const readMarkedEvent = (marked: string): MarkedEvent => {
  const spans: Record<string, Span[]> = { t: [], a: [], r: [], p: [], d: [], c: [] };
  let text = "";
  let at = 0;
  for (const match of marked.matchAll(/\{([tarpdc]):([^}]*)\}/g)) {
    text += marked.slice(at, match.index);
    const [whole, kind = "t", words = ""] = match;
    spans[kind]?.push({ start: text.length, end: text.length + words.length });
    text += words;
    at = match.index + whole.length;
  }
  text += marked.slice(at);
  const of = (kind: string): readonly Span[] => spans[kind] ?? [];
  return { text, spans: { t: of("t"), a: of("a"), r: of("r"), p: of("p"), d: of("d"), c: of("c") } };
};
