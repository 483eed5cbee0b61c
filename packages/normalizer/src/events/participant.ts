import type { DocumentEntity, Mention, Participant, Span } from "@readout/model";
import { NounFlag, type Phrases } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import { phraseSpan } from "./claims.js";
import { endsInS, ofPhrase, spanOf } from "./clause.js";
import { descriptionEnd, takesOf } from "./description.js";
import { appositionOf, mainMention } from "./main-mention.js";
import { hyphenedPair, twoLeaders } from "./name-pairs.js";
import type { NamedPage } from "./named-page.js";
import { countryIn, mentionsIn } from "./phrase-mentions.js";
import { isGeneric, sectorOfPhrase } from "./sectors.js";

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
  const extent = extentOf(page, phrase, leads);
  const leaders = twoLeaders(page, phrase, extent.span);
  if (leaders.length === 2)
    return leaders.map((mention) => participant(page, phrase, role, mention, extent.span));
  const mention = mentionOf(page, phrase, role, extent);
  const shared = sharedNoun(phrases, phrase, mentions[mention]);
  if (shared >= 0) {
    // "seven Iranian and Turkish sailors"; "Iranian" alone is a name.
    const alone = (phrases.nouns.last[phrase] ?? 0) - (phrases.nouns.first[phrase] ?? 0) === 1;
    const span = alone ? base : { start: base.start, end: phraseSpan(phrases, shared).end };
    const sector = sectorOfPhrase(phrases, shared, undefined, tables);
    return [{ ...participant(page, phrase, role, mention, span), sector }];
  }
  const one = participant(page, phrase, role, mention, extent.span, extent.core);
  // "members of the delegation".
  if (extent.tail < 0 || !isGeneric(phrases, phrase, tables)) return [one];
  return [{ ...one, sector: sectorOfPhrase(phrases, extent.tail, undefined, tables) ?? one.sector }];
};

/** "his Russian counterpart, Vladimir Putin,", "the head of the bank, Ada Lind": one with the name behind it; null for other phrases. */
const withApposition = (page: NamedPage, phrase: number, role: Role): Participant | null => {
  const { phrases, mentions, tables } = page;
  const { nouns, tokens } = phrases;
  const direct = appositionOf(phrases, phrase, -1);
  const of = direct >= 0 ? -1 : ofPhrase(phrases, phrase, tables.words.of);
  const name = of < 0 ? direct : appositionOf(phrases, phrase, of);
  const mention = name < 0 ? -1 : mainMention(page, name, role);
  if (mention < 0) return null;
  // "the port of the capital, Oslo": behind an "of" only a person is surely not the name of the thing.
  if (of >= 0 && !(mentions[mention]?.type === "PERSON" && namesPerson(page, phrase))) return null;
  const span = spanOf(tokens, nouns.first[phrase] ?? 0, nouns.last[name] ?? 0);
  return participant(page, phrase, role, mention, span);
};

/** "the head of the bank": one that acts. */
const namesPerson = ({ phrases, tables: { judge } }: NamedPage, phrase: number): boolean =>
  ((phrases.nouns.flags[phrase] ?? 0) & NounFlag.plural) === 0 && judge.actsAlone(phrases, phrase);

/** "Turkish and Iranian sailors": the phrase at the end of a coordination whose noun a lone adjective of nationality shares, or -1. */
const sharedNoun = (
  { nouns, tokens, tags }: Phrases,
  phrase: number,
  mention: Mention | undefined,
): number => {
  if (mention?.form !== "demonym" || mention.end !== tokens.end[(nouns.last[phrase] ?? 1) - 1]) return -1;
  // "Russians and Turkish sailors".
  if (endsInS(tokens, (nouns.last[phrase] ?? 1) - 1)) return -1;
  let last = phrase;
  for (let next = nouns.next[phrase] ?? -1; next >= 0; next = nouns.next[next] ?? -1) last = next;
  const opening = tags[nouns.first[last] ?? 0];
  const own = opening === Tag.determiner || opening === Tag.possessive || opening === Tag.number;
  return last !== phrase && !own && tags[nouns.head[last] ?? 0] === Tag.noun ? last : -1;
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

const extentOf = (page: NamedPage, phrase: number, leads: boolean): Extent => {
  const { phrases, mentions, tables } = page;
  const { nouns, tokens } = phrases;
  const first = nouns.first[phrase] ?? 0;
  const described = takesOf(phrases, phrase, leads, tables);
  const of = described ? ofPhrase(phrases, phrase, tables.words.of) : -1;
  const counted = tables.judge.counted(phrases, phrase);
  const tail = of >= 0 ? of : counted !== phrase ? counted : -1;
  const last = nouns.last[tail >= 0 ? tail : phrase] ?? 0;
  const spanTo = (placed: boolean): Span => {
    const end = described
      ? Math.max(last, descriptionEnd(phrases, tail >= 0 ? tail : phrase, leads, placed, tables))
      : last;
    return withWholeNames(spanOf(tokens, first, end), phrases, phrase, mentions);
  };
  return { span: spanTo(true), core: spanTo(false), of, counted, tail };
};

/**
 * "the group Citizens for Peace", "a Doctors Without Borders hospital", "One Nation": where a name goes on beyond an edge of the span, so does
 * the participant, to the end of the phrase that the name ends in.
 */
const withWholeNames = (
  span: Span,
  { nouns, tokens }: Phrases,
  phrase: number,
  mentions: readonly Mention[],
): Span => {
  let { start, end } = span;
  for (const index of mentionsIn(span, mentions)) {
    const mention = mentions[index];
    if (mention === undefined || mention.form !== "name") continue;
    start = Math.min(start, mention.start);
    if (mention.end <= end) continue;
    end = mention.end;
    for (let at = phrase + 1; at < nouns.length && (tokens.start[nouns.first[at] ?? 0] ?? 0) < end; at++)
      end = Math.max(end, tokens.end[(nouns.last[at] ?? 1) - 1] ?? 0);
  }
  return start === span.start && end === span.end ? span : { start, end };
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
