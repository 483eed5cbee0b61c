import type { DocumentEntity, Mention, Participant, Span } from "@readout/model";
import { ChunkKind, conjuncts, type Phrases } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import type { ActorJudge, EventWords } from "./actors.js";
import { phraseSpan } from "./claims.js";
import { endsInS, isPronoun, isProper, namesOwner, ofPhrase, spanOf } from "./clause.js";
import { createDescriptionReader } from "./description.js";
import type { EventLexicon } from "./event-lexicon.js";
import { firstFrom } from "./first-from.js";
import { countryIn, mentionsIn } from "./phrase-mentions.js";
import type { PlacedQuotes } from "./placed-quotes.js";
import { createSectorReader } from "./sector-reader.js";
import type { SideWords } from "./side-words.js";

/** What a document's names say of its noun phrases. */
export type Names = Readonly<{ mentions: readonly Mention[]; entities: readonly DocumentEntity[] }>;

export type ParticipantReader = Readonly<{
  /** The participants that a noun phrase names, one for each of its coordination. */
  read: (
    phrases: Phrases,
    phrase: number,
    role: Participant["role"],
    names: Names,
    quotes: PlacedQuotes,
    /** The trigger's token: before it a description may go on longer than behind it. */
    trigger: number,
  ) => readonly Participant[];
  /** Who is named before an event noun: a state, people or organisation; a town there is a place, not an actor: null. */
  readOwner: (
    phrases: Phrases,
    owner: Readonly<{ first: number; last: number }>,
    names: Names,
  ) => Participant | null;
  implied: (role: Participant["role"]) => Participant;
}>;

/** People of one document. */
type People = Readonly<{
  /** The first mention that ends in a name. */
  byLastName: ReadonlyMap<string, number>;
  /** Entities that bear the title of a leader somewhere on the page. */
  leaders: ReadonlySet<number>;
  /** Sectors of entities by the titles that the page gives them: "Senator" LEG. */
  sectors: ReadonlyMap<number, string>;
}>;

/** So many mentions before a phrase "the two presidents" are remembered. */
const remembered = 100;

/** Reads noun phrases as participants: the whole phrase as written, whom it means, country and sector. */
export const createParticipantReader = (
  lexicon: EventLexicon,
  words: EventWords,
  judge: ActorJudge,
  sideWords: SideWords,
  stateNames: ReadonlySet<string>,
): ParticipantReader => {
  const description = createDescriptionReader(lexicon, words, judge);
  const sectors = createSectorReader(lexicon, sideWords, judge);
  const people = new WeakMap<readonly Mention[], People>();
  return {
    read: (phrases, phrase, role, names, quotes, trigger) => {
      const states = statesOf(phrases, phrase, names.mentions);
      if (states.length > 1)
        return states.flatMap((one) =>
          readOne(phrases, one, role, names, false).map((side) => ({
            ...side,
            sector: sectors.inPhrase(phrases, phrase, undefined) ?? side.sector,
          })),
        );
      const speaker = speakerOf(phrases, phrase, role, names, quotes);
      return speaker === null
        ? [...joined(phrases, phrase, role), ...behindTitle(phrases, phrase)].flatMap((one) =>
            readOne(phrases, one, role, names, (phrases.nouns.first[one] ?? 0) < trigger).map((side) =>
              isQuotedSpeaker(side, names, quotes)
                ? { ...side, ...nobody, name: textOf(phrases, side) }
                : side,
            ),
          )
        : [speaker];
    },
    readOwner: ({ tokens }, owner, { mentions, entities }) => {
      const span = spanOf(tokens, owner.first, owner.last);
      const index = mentionsIn(span, mentions)[0];
      const mention = index === undefined ? undefined : mentions[index];
      if (
        index === undefined ||
        mention === undefined ||
        mention.entity === null ||
        mention.start < span.start
      )
        return null;
      const known = entities[mention.entity];
      if (
        known === undefined ||
        (mention.type === "GPE" && mention.form !== "demonym" && !stateNames.has(known.name))
      )
        return null;
      if (
        mention.type === "LOC" ||
        mention.type === "FAC" ||
        mention.type === "EVENT" ||
        mention.type === "PRODUCT"
      )
        return null;
      return {
        role: "actor",
        span: { start: mention.start, end: mention.end },
        mention: index,
        entity: mention.entity,
        name: known.name,
        country: known.country,
        sector: known.sector,
        implied: false,
      };
    },
    implied: (role) => ({
      role,
      span: null,
      mention: null,
      entity: null,
      name: null,
      country: null,
      sector: null,
      implied: true,
    }),
  };

  /** The phrases of a coordination; where somebody acts, a thing joined to them does not: "Smith and his speech". */
  function joined(phrases: Phrases, phrase: number, role: Participant["role"]): readonly number[] {
    const all = conjuncts(phrases.nouns, phrase);
    if (role !== "actor" || !all.some((one) => judge.actsAlone(phrases, one))) return all;
    return all.filter((one) => judge.actsAlone(phrases, one) || hasName(phrases, one));
  }

  /** "a section of the Free Army", "Kenya's intelligence services". */
  function hasName(phrases: Phrases, phrase: number): boolean {
    const of = ofPhrase(phrases, phrase, words.of);
    return namesOwner(phrases, phrase) || (of >= 0 && namesOwner(phrases, of));
  }

  /** "the leaders of Russia, Ukraine and France", "diplomats from Oslo and Rome": the states that they speak for. */
  function statesOf(phrases: Phrases, phrase: number, mentions: readonly Mention[]): readonly number[] {
    const { nouns, tokens } = phrases;
    const head = nouns.head[phrase] ?? 0;
    const sector = lexicon.sectorOf(tokens.word[head] ?? -1);
    if (sector === null || !ofState.has(sector) || !endsInS(tokens, head)) return [];
    const of = ofPhrase(phrases, phrase, words.of);
    const behind = of >= 0 ? of : ofPhrase(phrases, phrase, words.from);
    if (behind < 0) return [];
    const joined = conjuncts(nouns, behind);
    const places = joined.every((one) =>
      mentionsIn(phraseSpan(phrases, one), mentions).some((index) => mentions[index]?.type === "GPE"),
    );
    return places ? joined : [];
  }

  /** "Secretary of State John Kerry and Foreign Minister Sergey Lavrov": who is joined to the name at the end of a title. */
  function behindTitle(phrases: Phrases, phrase: number): readonly number[] {
    const { nouns } = phrases;
    if ((nouns.next[phrase] ?? -1) >= 0) return [];
    const titled = ofPhrase(phrases, phrase, words.of);
    if (
      titled < 0 ||
      !isProper(phrases, titled) ||
      (nouns.last[titled] ?? 0) - (nouns.first[titled] ?? 0) < 2
    )
      return [];
    const joined = conjuncts(nouns, titled).slice(1);
    return joined.every((one) => isProper(phrases, one)) ? joined : [];
  }

  /** "I'd like to punch him": a third person in quoted words is not whoever is quoted. */
  function isQuotedSpeaker(
    { mention, entity, span }: Participant,
    { mentions }: Names,
    quotes: PlacedQuotes,
  ): boolean {
    const found = mentions[mention ?? -1];
    if (found?.form !== "pronoun" || entity === null || span === null) return false;
    const [said] = quotes.around(span);
    return said?.quote.kind === "direct" && said.quote.speakerEntity === entity;
  }

  /** "I" and "me" in quoted words are whoever is quoted. */
  function speakerOf(
    { nouns, tokens }: Phrases,
    phrase: number,
    role: Participant["role"],
    { entities }: Names,
    quotes: PlacedQuotes,
  ): Participant | null {
    const head = nouns.head[phrase] ?? 0;
    const word = tokens.word[head] ?? -1;
    if (word !== words.i && word !== words.me) return null;
    const span = spanOf(tokens, head, head + 1);
    const said = quotes.around(span).find(({ quote }) => quote.speakerEntity !== null);
    const entity = said?.quote.speakerEntity ?? null;
    const known = entity === null ? undefined : entities[entity];
    if (known === undefined) return null;
    return {
      role,
      span,
      mention: null,
      entity,
      name: known.name,
      country: known.country,
      sector: known.sector,
      implied: false,
    };
  }

  function readOne(
    phrases: Phrases,
    phrase: number,
    role: Participant["role"],
    names: Names,
    leads: boolean,
  ): readonly Participant[] {
    const { nouns, tokens } = phrases;
    const first = nouns.first[phrase] ?? 0;
    const base = spanOf(tokens, first, nouns.last[phrase] ?? 0);
    const hyphened = pairOf(phrases, phrase, base, names.mentions);
    if (hyphened.length > 1)
      return hyphened.map((mention) =>
        participant(phrases, phrase, role, names, mention, inside(base, names.mentions[mention])),
      );
    // "members of the committee", "the head of the agency": the phrase goes on with its "of".
    let last = nouns.last[phrase] ?? 0;
    const apposition = appositionOf(phrases, phrase);
    if (apposition >= 0) {
      const span = spanOf(tokens, first, nouns.last[apposition] ?? last);
      const named = mainMention(phrases, apposition, role, phraseSpan(phrases, apposition), names.mentions);
      if (named >= 0) return [participant(phrases, phrase, role, names, named, span)];
    }
    const described = description.takesOf(phrases, phrase, leads);
    const of = described ? ofPhrase(phrases, phrase, words.of) : -1;
    const counted = judge.counted(phrases, phrase);
    const tail = of >= 0 ? of : counted !== phrase ? counted : -1;
    if (tail >= 0) last = nouns.last[tail] ?? last;
    const end = (placed: boolean): number =>
      described ? Math.max(last, description.end(phrases, tail >= 0 ? tail : phrase, leads, placed)) : last;
    const core = spanOf(tokens, first, end(false));
    const span = spanOf(tokens, first, end(true));
    const leaders = twoLeaders(phrases, phrase, span, names);
    if (leaders.length === 2)
      return leaders.map((mention) => participant(phrases, phrase, role, names, mention, span));
    let mention = mainMention(phrases, phrase, role, base, names.mentions);
    if (of >= 0) {
      // "Secretary of State Hillary Clinton": the name stands at the end of the title's "of".
      const titled = mainMention(phrases, of, role, phraseSpan(phrases, of), names.mentions);
      const person = names.mentions[titled];
      if (
        person !== undefined &&
        person.type === "PERSON" &&
        person.start > (tokens.start[nouns.first[of] ?? 0] ?? 0)
      )
        mention = titled;
    }
    if (mention < 0 && counted !== phrase) {
      mention = mainMention(
        phrases,
        counted,
        role,
        spanOf(tokens, nouns.first[counted] ?? 0, nouns.last[counted] ?? 0),
        names.mentions,
      );
    }
    const one = participant(phrases, phrase, role, names, mention, span, core);
    // "members of the delegation".
    const camp = tail >= 0 && sectors.isGeneric(phrases, phrase) ? tail : -1;
    return [camp < 0 ? one : { ...one, sector: sectors.inPhrase(phrases, camp, undefined) ?? one.sector }];
  }

  /** `core` is what names and places it: the phrase without the places and purposes behind it. */
  function participant(
    phrases: Phrases,
    phrase: number,
    role: Participant["role"],
    { mentions, entities }: Names,
    mention: number,
    span: Readonly<{ start: number; end: number }>,
    core: Readonly<{ start: number; end: number }> = span,
  ): Participant {
    const found = mention >= 0 ? mentions[mention] : undefined;
    const entity = found?.entity ?? null;
    const known = entity === null ? undefined : entities[entity];
    const text = phrases.tokens.text;
    const sector = sectors.inPhrase(phrases, phrase, found);
    return {
      role,
      span: { start: span.start, end: span.end },
      mention: mention >= 0 ? mention : null,
      entity,
      name: known?.name ?? text.slice(core.start, core.end),
      country: known?.country ?? countryIn(core, mentions, entities),
      sector:
        bodyOf(found, known, sector, phrases.tokens.start[phrases.nouns.head[phrase] ?? 0] ?? 0) ??
        sector ??
        known?.sector ??
        (entity === null ? null : (peopleOf(mentions, text).sectors.get(entity) ?? null)),
      implied: false,
    };
  }

  /** "Obama-Putin": two names joined by a hyphen are two. */
  function pairOf(
    { tags, nouns, tokens }: Phrases,
    phrase: number,
    span: Readonly<{ start: number; end: number }>,
    mentions: readonly Mention[],
  ): readonly number[] {
    const glues: number[] = [];
    for (let at = nouns.first[phrase] ?? 0; at < (nouns.last[phrase] ?? 0); at++)
      if (tags[at] === Tag.glue) glues.push(at);
    if (glues.length === 0) return [];
    const found = mentionsIn(span, mentions).filter((index) => {
      const mention = mentions[index];
      return (
        mention !== undefined &&
        (mention.type === "PERSON" || mention.type === "GPE") &&
        mention.entity !== null
      );
    });
    const [one, other] = found.map((index) => mentions[index]);
    // Not "Idaho feed-supplement maker Frank Brask", whose hyphen joins other words.
    const joined = glues.some((at) => tokens.start[at] === one?.end && tokens.end[at] === other?.start);
    if (found.length === 2 && joined && one?.entity !== other?.entity) return found;
    return halvesOf({ tags, nouns, tokens }, phrase, mentions);
  }

  /** The first mentions elsewhere on the page whose last names are the two halves of "Obama-Putin". */
  function halvesOf(
    { tags, nouns, tokens }: Pick<Phrases, "tags" | "nouns" | "tokens">,
    phrase: number,
    mentions: readonly Mention[],
  ): readonly number[] {
    for (let at = (nouns.first[phrase] ?? 0) + 1; at + 1 < (nouns.last[phrase] ?? 0); at++) {
      if (tags[at] !== Tag.glue) continue;
      const halves = [at - 1, at + 1].map((token) => {
        const name = tokens.text.slice(tokens.start[token], tokens.end[token]);
        return peopleOf(mentions, tokens.text).byLastName.get(name) ?? -1;
      });
      if (halves.every((half) => half >= 0)) return halves;
    }
    return [];
  }

  /** "the two presidents": the two people named last before, where two were. */
  function twoLeaders(
    { nouns, tokens }: Phrases,
    phrase: number,
    span: Readonly<{ start: number; end: number }>,
    { mentions }: Names,
  ): readonly number[] {
    const head = nouns.head[phrase] ?? 0;
    if (!lexicon.isLeader(tokens.word[head] ?? -1)) return [];
    let two = false;
    for (let at = nouns.first[phrase] ?? 0; at < head; at++) if (tokens.word[at] === words.two) two = true;
    if (!two) return [];
    const { leaders } = peopleOf(mentions, tokens.text);
    const found: number[] = [];
    let index = firstFrom(mentions, span.start) - 1;
    for (const oldest = index - remembered; index >= 0 && index > oldest && found.length < 2; index--) {
      const mention = mentions[index];
      if (mention === undefined || mention.entity === null || !leaders.has(mention.entity)) continue;
      if (mention.type !== "PERSON" || mention.form !== "name") continue;
      if (found.every((other) => mentions[other]?.entity !== mention.entity)) found.unshift(index);
    }
    return found;
  }

  /** Gathered once a document, when somebody asks: no phrase may go through all mentions. */
  function peopleOf(mentions: readonly Mention[], text: string): People {
    const known = people.get(mentions);
    if (known !== undefined) return known;
    const byLastName = new Map<string, number>();
    const leaders = new Set<number>();
    const titled = new Map<number, string>();
    mentions.forEach(({ type, entity, roleTitle, start, end }, index) => {
      if (entity === null) return;
      if (type === "PERSON") {
        const last = /[^\s-]+$/.exec(text.slice(start, end))?.[0] ?? "";
        if (!byLastName.has(last)) byLastName.set(last, index);
      }
      if (roleTitle === null) return;
      if (roleTitle.split(/[\s-]+/).some((word) => lexicon.isLeaderTitle(word))) leaders.add(entity);
      const sector = sectors.ofTitle(roleTitle);
      if (sector !== null && !titled.has(entity)) titled.set(entity, sector);
    });
    const found: People = { byLastName, leaders, sectors: titled };
    people.set(mentions, found);
    return found;
  }

  /** "his Russian counterpart, Vladimir Putin,": the name between commas behind a phrase without one, or -1. */
  function appositionOf(phrases: Phrases, phrase: number): number {
    const { chunks, nouns } = phrases;
    const chunk = nouns.chunk[phrase] ?? -1;
    if (
      chunk < 0 ||
      isProper(phrases, phrase) ||
      isPronoun(phrases, phrase) ||
      (nouns.next[phrase] ?? -1) >= 0
    )
      return -1;
    if (chunks.kind[chunk + 1] !== ChunkKind.comma || chunks.kind[chunk + 2] !== ChunkKind.noun) return -1;
    const name = chunks.ref[chunk + 2] ?? -1;
    const after = chunks.kind[chunk + 3];
    const closed = after === ChunkKind.comma || after === ChunkKind.stop || chunk + 3 >= chunks.length;
    return closed && isProper(phrases, name) && nouns.sentence[name] === nouns.sentence[phrase] ? name : -1;
  }

  /** "Taliban members", "Fatah leaders": the organisation right before a head that acts for it, or -1. */
  function groupBefore(inside: readonly number[], mentions: readonly Mention[], head: number): number {
    return (
      inside.find((index) => {
        const mention = mentions[index];
        const group = mention?.type === "ORG" || (mention?.type === "NORP" && mention.form !== "demonym");
        return group && mention.form !== "nominal" && mention.end === head - 1;
      }) ?? -1
    );
  }

  /** "the Texas senator": from a place that is no state, for which nobody in a parliament acts. */
  function isRegion({ type, form, start, end }: Mention, text: string): boolean {
    return type === "GPE" && form === "name" && !stateNames.has(text.slice(start, end));
  }

  /** The mention that a phrase is about: the one on its head, else its last name. */
  function mainMention(
    phrases: Phrases,
    phrase: number,
    role: Participant["role"],
    span: Readonly<{ start: number; end: number }>,
    mentions: readonly Mention[],
  ): number {
    const { nouns, tokens } = phrases;
    const head = nouns.head[phrase] ?? 0;
    const start = tokens.start[head] ?? 0;
    const inside = mentionsIn(span, mentions);
    const onHead = inside.find((index) => {
      const mention = mentions[index];
      return mention !== undefined && mention.start <= start && start < mention.end;
    });
    if (onHead !== undefined) return onHead;
    // "Iran's government", "the Russian army" act for their state; "Syrian rebels" are only from there.
    const sector = sectors.inPhrase(phrases, phrase, undefined);
    // "Turkish F-16s": what a state flies acts for it.
    const machine = role === "actor" && sector === null && judge.isMachine(phrases, phrase);
    if (!machine && (sector === null || !ofState.has(sector)))
      return sectors.isGeneric(phrases, phrase) ? groupBefore(inside, mentions, start) : -1;
    return (
      inside.find(
        (index) =>
          mentions[index] !== undefined &&
          mentions[index].form !== "pronoun" &&
          mentions[index].form !== "nominal" &&
          !(sector === "LEG" && isRegion(mentions[index], tokens.text)),
      ) ?? -1
    );
  }
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

/** What a pronoun tells of whoever it stands for, where nobody can say who that is. */
const nobody = { mention: null, entity: null, country: null, sector: null } as const;

const textOf = ({ tokens }: Phrases, { span }: Participant): string | null =>
  span === null ? null : tokens.text.slice(span.start, span.end);

/** Where a mention lies in a phrase; the whole phrase for one found elsewhere on the page. */
const inside = (base: Span, mention: Mention | undefined): Span =>
  mention !== undefined && mention.start >= base.start && mention.end <= base.end ? mention : base;

/** Sectors that act for the state they belong to. */
const ofState: ReadonlySet<string> = new Set(["GOV", "MIL", "COP", "SPY", "LEG", "JUD"]);
