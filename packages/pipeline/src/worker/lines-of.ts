import type { DocumentRows } from "@readout/model";
import type { Answer, DocumentTable } from "./answer.js";

/**
 * A document's rows as JSON lines, a table each. Written here, in parallel, so that the driver copies bytes and parses none;
 * columns stand in the order in which `tabulate` fills them, which is that of the schemas.
 */
export const linesOf = (rows: DocumentRows): Answer["lines"] => ({
  documents: lines(rows, "documents"),
  blocks: lines(rows, "blocks"),
  sentences: lines(rows, "sentences"),
  mentions: lines(rows, "mentions"),
  times: lines(rows, "times"),
  quotes: lines(rows, "quotes"),
  quantities: lines(rows, "quantities"),
  event_mentions: lines(rows, "event_mentions"),
  participants: lines(rows, "participants"),
  claims: lines(rows, "claims"),
  diagnostics: lines(rows, "diagnostics"),
});

const lines = (rows: DocumentRows, table: DocumentTable): Readonly<{ rows: number; bytes: Uint8Array }> => {
  let text = "";
  for (const row of rows[table]) text += `${JSON.stringify(row)}\n`;
  return { rows: rows[table].length, bytes: Buffer.from(text, "utf8") };
};
