import type { Annotations } from "../annotations.js";
import type { DocumentRows } from "./document-rows.js";
import { eventMentionIds } from "./event-mention-ids.js";
import type { Columns } from "./tabulate.js";

/** The tables of events as one document reports them: event mentions, participants, claims. */
export const tabulateEvents = (
  { events, entities, sentences }: Annotations,
  { docId, at, words, day }: Columns,
): Pick<DocumentRows, "event_mentions" | "participants" | "claims"> => {
  const entityId = (ref: number | null): string | null => (ref === null ? null : (entities[ref]?.id ?? null));
  const ids = eventMentionIds(docId, events, at);
  const idOf = (index: number): string => ids[index] ?? "";
  return {
    event_mentions: events.map((e, index) => ({
      event_mention_id: idOf(index),
      doc_id: docId,
      sentence: e.sentence >= 0 && e.sentence < sentences.length ? e.sentence : null,
      start_char: at(e.start),
      end_char: at(e.end),
      text: words(e),
      type: e.type,
      mode: e.mode,
      contexts: [...e.contexts],
      cameo_root: e.cameoRoot,
      quad_class: e.quadClass,
      status: e.status,
      earliest: day(e.earliest),
      latest: day(e.latest),
      date_basis: e.dateBasis,
      time: e.time,
      place_entity_id: entityId(e.place?.entity ?? null),
      place_start: e.place === null ? null : at(e.place.span.start),
      place_end: e.place === null ? null : at(e.place.span.end),
      place: e.place?.name ?? null,
      place_precision: e.place?.precision ?? null,
      place_basis: e.place?.basis ?? null,
      evidence_start: at(e.evidence.start),
      evidence_end: at(e.evidence.end),
      evidence: words(e.evidence),
      rule: e.rule,
    })),
    participants: events.flatMap((e, index) =>
      e.participants.map((p, participant) => {
        const phrase = p.span === null ? null : words(p.span);
        return {
          doc_id: docId,
          event_mention_id: idOf(index),
          participant,
          role: p.role,
          start_char: p.span === null ? null : at(p.span.start),
          end_char: p.span === null ? null : at(p.span.end),
          text: phrase,
          mention: p.mention,
          entity_id: entityId(p.entity),
          // A name that is only the phrase as written is the page's text, which `text: "none"` leaves out.
          name: p.entity === null ? (phrase === null ? null : p.name) : p.name,
          country: p.country,
          sector: p.sector,
          implied: p.implied,
        };
      }),
    ),
    claims: events.flatMap((e, index) =>
      e.claims.map((c, claim) => ({
        doc_id: docId,
        event_mention_id: idOf(index),
        claim,
        level: c.level,
        stance: c.stance,
        start_char: at(c.span.start),
        end_char: at(c.span.end),
        text: words(c.span),
        entity_id: entityId(c.entity),
        quote: c.quote,
      })),
    ),
  };
};
