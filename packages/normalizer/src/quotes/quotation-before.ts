import type { QuoteText } from "./quote-text.js";

/** The quotation that ends right before a token, a comma or dash between them allowed; -1 where there is none. */
export const quotationBefore = (text: QuoteText, token: number): number => {
  const before = token - 1;
  if (before < 0) return -1;
  const direct = text.endsAt(before);
  const joined = text.isComma(before) || text.isDash(before);
  const found = direct < 0 && joined && before > 0 ? text.endsAt(before - 1) : direct;
  return found >= 0 && text.isSameBlock(found, token) ? found : -1;
};
