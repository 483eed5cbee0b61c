import type { Annotations } from "../annotations.js";
import type { Span } from "../span.js";
import type { DocumentRows } from "./document-rows.js";
import { eventMentionIds } from "./event-mention-ids.js";
import type { Columns } from "./tabulate.js";

/** The tables whose rows are spans of one document: mentions, times, quotes, quantities. */
export const tabulateMentions = (
  { mentions, times, quotes, quantities, entities, events, sentences }: Annotations,
  { docId, at, words, day }: Columns,
): Pick<DocumentRows, "mentions" | "times" | "quotes" | "quantities"> => {
  const entityId = (ref: number | null): string | null => (ref === null ? null : (entities[ref]?.id ?? null));
  const sentenceOrNull = (sentence: number): number | null =>
    sentence >= 0 && sentence < sentences.length ? sentence : null;
  const place = (found: Span & { readonly sentence: number }) => ({
    sentence: sentenceOrNull(found.sentence),
    start_char: at(found.start),
    end_char: at(found.end),
    text: words(found),
  });
  const eventIds = eventMentionIds(docId, events, at);
  return {
    mentions: mentions.map((m, mention) => ({
      doc_id: docId,
      mention,
      ...place(m),
      type: m.type,
      form: m.form,
      role_title: m.roleTitle,
      entity_id: entityId(m.entity),
      basis: m.basis,
      score: m.score,
    })),
    times: times.map((t, time) => ({
      doc_id: docId,
      time,
      ...place(t),
      type: t.type,
      value: t.value,
      mod: t.mod,
      quant: t.quant,
      freq: t.freq,
      earliest: day(t.earliest),
      latest: day(t.latest),
      granularity: t.granularity,
      anchor: t.anchor,
      anchor_time: t.anchorTime,
      basis: t.basis,
      rule: t.rule,
    })),
    quotes: quotes.map((q, quote) => ({
      doc_id: docId,
      quote,
      ...place(q),
      kind: q.kind,
      content_start: at(q.content.start),
      content_end: at(q.content.end),
      continues: q.continues,
      speaker: q.speaker === null ? null : words(q.speaker),
      speaker_start: q.speaker === null ? null : at(q.speaker.start),
      speaker_end: q.speaker === null ? null : at(q.speaker.end),
      speaker_entity_id: entityId(q.speakerEntity),
      speaker_name: q.speakerName,
      cue: q.cue === null ? null : words(q.cue),
      cue_start: q.cue === null ? null : at(q.cue.start),
      cue_end: q.cue === null ? null : at(q.cue.end),
      addressee_entity_id: entityId(q.addresseeEntity),
      rule: q.rule,
    })),
    quantities: quantities.map((q, quantity) => ({
      doc_id: docId,
      quantity,
      ...place(q),
      value: q.value,
      low: q.low,
      high: q.high,
      unit: q.unit,
      currency: q.currency,
      counted: q.counted,
      mod: q.mod,
      event_mention_id: q.event === null ? null : (eventIds[q.event] ?? null),
      rule: q.rule,
    })),
  };
};
