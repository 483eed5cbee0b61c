import { readdirSync, readFileSync } from "node:fs";
import {
  type Annotations,
  type EventMention,
  eventStatuses,
  eventTypes,
  isoDay,
  type Span,
} from "@readout/model";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { annotateText } from "./annotate.js";
import { readMarkedEvent } from "./marked-event.js";

const folder = new URL("../../../../tests/cases/events/", import.meta.url);
const table = z.strictObject({
  published: z.string().nullable(),
  cases: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      type: z.enum(eventTypes),
      mode: z.string().optional(),
      status: z.enum(eventStatuses).optional(),
      implied: z.literal("actor").optional(),
      earliest: z.string().optional(),
      latest: z.string().optional(),
      stance: z.enum(["asserts", "denies", "corrects"]).optional(),
    }),
  ),
  none: z.array(z.strictObject({ id: z.string(), type: z.enum(eventTypes).optional(), text: z.string() })),
});

const plain = ({ start, end }: Span): Span => ({ start, end });
const spansOf = (event: EventMention, role: "actor" | "recipient"): readonly Span[] =>
  event.participants.flatMap((one) => (one.role === role && one.span !== null ? [plain(one.span)] : []));
const seen = (text: string, { events }: Annotations): string =>
  events
    .map((event) => {
      const who = (role: "actor" | "recipient") =>
        spansOf(event, role).map((span) => text.slice(span.start, span.end));
      return `${event.type} ${event.status} [${text.slice(event.start, event.end)}] by ${who("actor")} to ${who("recipient")} (${event.rule})`;
    })
    .join("\n");

for (const file of readdirSync(folder).sort()) {
  const { published, cases, none } = table.parse(parse(readFileSync(new URL(file, folder), "utf8")));
  describe(file, () => {
    test.each(cases.map((entry) => [entry.id, entry] as const))("%s", (_, entry) => {
      const { text, spans } = readMarkedEvent(entry.text);
      const annotations = annotateText(text, published);
      const [trigger] = spans.t;
      const event = annotations.events.find(
        ({ start, end, type }) => start === trigger?.start && end === trigger.end && type === entry.type,
      );
      const found = `found:\n${seen(text, annotations)}`;
      expect(event, found).toBeDefined();
      if (event === undefined) return;
      expect({ status: event.status }, found).toEqual({ status: entry.status ?? "actual" });
      expect({ actors: spansOf(event, "actor"), recipients: spansOf(event, "recipient") }, found).toEqual({
        actors: spans.a,
        recipients: spans.r,
      });
      expect(event.participants.some(({ implied, span }) => implied && span === null)).toBe(
        entry.implied === "actor",
      );
      if (entry.mode !== undefined) expect(event.mode).toBe(entry.mode);
      if (spans.p.length > 0)
        expect(event.place === null ? null : plain(event.place.span)).toEqual(spans.p[0]);
      if (spans.d.length > 0) {
        const time = annotations.times[event.time ?? -1];
        expect(time === undefined ? null : plain(time)).toEqual(spans.d[0]);
      }
      if (spans.c.length > 0) expect(event.claims.map(({ span }) => plain(span))).toEqual(spans.c);
      if (entry.stance !== undefined)
        expect(event.claims.map(({ stance }) => stance)).toContain(entry.stance);
      if (entry.earliest !== undefined)
        expect(event.earliest === null ? null : isoDay(event.earliest)).toBe(entry.earliest);
      if (entry.latest !== undefined)
        expect(event.latest === null ? null : isoDay(event.latest)).toBe(entry.latest);
    });

    test.each(none.map((entry) => [entry.id, entry] as const))("none: %s", (_, { text, type }) => {
      const annotations = annotateText(text, published);
      const events = annotations.events.filter((event) => type === undefined || event.type === type);
      expect(
        events.map(({ rule }) => rule),
        seen(text, annotations),
      ).toEqual([]);
    });
  });
}
