import { createTokenizer, dayOf, isoDay, tokenText, Vocabulary } from "@readout/model";
import { tableNames, tables } from "@readout/model/rows";

const text = "Mr. Kerry's plane landed at 10:15 a.m.";
const tokens = createTokenizer(new Vocabulary())(text);
console.log(tokenText(tokens, 0), isoDay(dayOf(2013, 9, 14)));
console.log(tableNames.length, Object.keys(tables.events.shape).includes("event_id"));
