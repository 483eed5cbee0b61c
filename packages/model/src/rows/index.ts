export { blockRow, diagnosticRow, documentRow, sentenceRow } from "./document-rows.js";
export { claimRow, dyadRow, eventMentionRow, eventRow, participantRow } from "./event-rows.js";
export { entityRow, mentionRow, quantityRow, quoteRow, timeRow } from "./mention-rows.js";
export { type TableDescription, tableList } from "./table-list.js";
export { type Row, type TableName, tableNames, tableNotes, tables } from "./tables.js";
