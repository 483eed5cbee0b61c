import type { DocumentEntity, Mention, Participant, Span } from "@readout/model";
import type { Phrases } from "../grammar/phrases.js";
import { phraseSpan } from "./claims.js";
import { ofPhrase, spanOf } from "./clause.js";
import { descriptionEnd, takesOf } from "./description.js";
import { appositionOf, mainMention } from "./main-mention.js";
import { hyphenedPair, twoLeaders } from "./name-pairs.js";
import type { NamedPage } from "./named-page.js";
import { countryIn } from "./phrase-mentions.js";
import { isGeneric, sectorOfPhrase } from "./sectors.js";
import type { Tables } from "./tables.js";

type Role = Participant["role"];

/**
 * The participant that one phrase of a coordination names: the whole phrase as written, whom it means, country and sector; two for
 * "Obama-Putin" and "the two presidents". `leads`: it stands before the trigger, where a description may go on longer than behind it.
 */
export const readParticipant = (
  page: NamedPage,
  phrase: number,
  role: Role,
  leads: boolean,
): readonly Participant[] => {
  const { phrases, mentions, tables } = page;
  const base = phraseSpan(phrases, phrase);
  const hyphened = hyphenedPair(page, phrase, base);
  if (hyphened.length > 1)
    return hyphened.map((mention) =>
      participant(page, phrase, role, mention, inside(base, mentions[mention])),
    );
  const apposed = withApposition(page, phrase, role);
  if (apposed !== null) return [apposed];
  const extent = extentOf(phrases, phrase, leads, tables);
  const leaders = twoLeaders(page, phrase, extent.span);
  if (leaders.length === 2)
    return leaders.map((mention) => participant(page, phrase, role, mention, extent.span));
  const mention = mentionOf(page, phrase, role, extent);
  const one = participant(page, phrase, role, mention, extent.span, extent.core);
  // "members of the delegation".
  if (extent.tail < 0 || !isGeneric(phrases, phrase, tables)) return [one];
  return [{ ...one, sector: sectorOfPhrase(phrases, extent.tail, undefined, tables) ?? one.sector }];
};

/** "his Russian counterpart, Vladimir Putin,": one with the name behind it; null for other phrases. */
const withApposition = (page: NamedPage, phrase: number, role: Role): Participant | null => {
  const { nouns, tokens } = page.phrases;
  const name = appositionOf(page.phrases, phrase);
  const mention = name < 0 ? -1 : mainMention(page, name, role);
  if (mention < 0) return null;
  const span = spanOf(tokens, nouns.first[phrase] ?? 0, nouns.last[name] ?? 0);
  return participant(page, phrase, role, mention, span);
};

/** How far a participant goes: "members of the committee", "the head of the agency" go on with their "of". */
type Extent = Readonly<{
  span: Span;
  /** What names and places it: the phrase without the places and purposes behind it. */
  core: Span;
  /** The phrase behind its "of" that belongs to it, the phrase it counts (itself where it counts none), and the one of both that ends it; -1 for none. */
  of: number;
  counted: number;
  tail: number;
}>;

const extentOf = (phrases: Phrases, phrase: number, leads: boolean, tables: Tables): Extent => {
  const { nouns, tokens } = phrases;
  const first = nouns.first[phrase] ?? 0;
  const described = takesOf(phrases, phrase, leads, tables);
  const of = described ? ofPhrase(phrases, phrase, tables.words.of) : -1;
  const counted = tables.judge.counted(phrases, phrase);
  const tail = of >= 0 ? of : counted !== phrase ? counted : -1;
  const last = nouns.last[tail >= 0 ? tail : phrase] ?? 0;
  const spanTo = (placed: boolean): Span => {
    if (!described) return spanOf(tokens, first, last);
    const end = descriptionEnd(phrases, tail >= 0 ? tail : phrase, leads, placed, tables);
    return spanOf(tokens, first, Math.max(last, end));
  };
  return { span: spanTo(true), core: spanTo(false), of, counted, tail };
};

/** The mention that a participant is about, or -1. */
const mentionOf = (page: NamedPage, phrase: number, role: Role, { of, counted }: Extent): number => {
  const { phrases, mentions } = page;
  // "Secretary of State Hillary Clinton": the name stands at the end of the title's "of".
  if (of >= 0) {
    const titled = mainMention(page, of, role);
    const person = mentions[titled];
    const opening = phrases.tokens.start[phrases.nouns.first[of] ?? 0] ?? 0;
    if (person?.type === "PERSON" && person.start > opening) return titled;
  }
  const own = mainMention(page, phrase, role);
  return own < 0 && counted !== phrase ? mainMention(page, counted, role) : own;
};

const participant = (
  page: NamedPage,
  phrase: number,
  role: Role,
  mention: number,
  span: Span,
  core: Span = span,
): Participant => {
  const { phrases, mentions, entities, people, tables } = page;
  const { nouns, tokens } = phrases;
  const found = mention >= 0 ? mentions[mention] : undefined;
  const entity = found?.entity ?? null;
  const known = entity === null ? undefined : entities[entity];
  const sector = sectorOfPhrase(phrases, phrase, found, tables);
  return {
    role,
    span: { start: span.start, end: span.end },
    mention: mention >= 0 ? mention : null,
    entity,
    name: known?.name ?? tokens.text.slice(core.start, core.end),
    country: known?.country ?? countryIn(core, mentions, entities),
    sector:
      bodyOf(found, known, sector, tokens.start[nouns.head[phrase] ?? 0] ?? 0) ??
      sector ??
      known?.sector ??
      (entity === null ? null : (people().sectors.get(entity) ?? null)),
    implied: false,
  };
};

/** Sectors of bodies that have officials, members and chiefs of their own, and those that the nouns for these say. */
const bodies: ReadonlySet<string> = new Set(["IGO", "NGO", "REB", "UAF", "CRM"]);
const lay: ReadonlySet<string> = new Set(["GOV", "CVL", "BUS", "NGO"]);

/**
 * The sector of the body that a phrase names or that people act for: "the European Union" is no trade union, "U.N. officials" are no
 * government, "Secretary-General Annan" no minister, "four Taliban members" no civilians. `head` is where the phrase's head starts.
 */
const bodyOf = (
  mention: Mention | undefined,
  known: DocumentEntity | undefined,
  sector: string | null,
  head: number,
): string | null => {
  if (known?.sector == null || mention === undefined) return null;
  if (mention.type === "ORG" && mention.start <= head && head < mention.end) return known.sector;
  return bodies.has(known.sector) && (sector === null || lay.has(sector)) ? known.sector : null;
};

/** Where a mention lies in a phrase; the whole phrase for one found elsewhere on the page. */
const inside = (base: Span, mention: Mention | undefined): Span =>
  mention !== undefined && mention.start >= base.start && mention.end <= base.end ? mention : base;
