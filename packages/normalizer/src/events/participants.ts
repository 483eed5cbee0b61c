import type { DocumentEntity, Mention, Participant } from "@readout/model";
import { conjuncts, type Phrases } from "../grammar/phrases.js";
import { Tag } from "../grammar/tags.js";
import type { ActorJudge, EventWords } from "./actors.js";
import { isPronoun, ofPhrase, spanOf } from "./clause.js";
import type { EventLexicon } from "./event-lexicon.js";

/** What a document's names say of its noun phrases. */
export type Names = Readonly<{ mentions: readonly Mention[]; entities: readonly DocumentEntity[] }>;

export type ParticipantReader = Readonly<{
  /** The participants that a noun phrase names, one for each of its coordination. */
  read: (phrases: Phrases, phrase: number, role: Participant["role"], names: Names) => readonly Participant[];
  implied: (role: Participant["role"]) => Participant;
}>;

/** Reads noun phrases as participants: the whole phrase as written, whom it means, country and sector. */
export const createParticipantReader = (
  lexicon: EventLexicon,
  words: EventWords,
  judge: ActorJudge,
): ParticipantReader => {
  return {
    read: (phrases, phrase, role, names) =>
      conjuncts(phrases.nouns, phrase).flatMap((one) => readOne(phrases, one, role, names)),
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

  function readOne(
    phrases: Phrases,
    phrase: number,
    role: Participant["role"],
    names: Names,
  ): readonly Participant[] {
    const { nouns, tokens } = phrases;
    const first = nouns.first[phrase] ?? 0;
    const base = spanOf(tokens, first, nouns.last[phrase] ?? 0);
    const hyphened = pairOf(phrases, phrase, base, names.mentions);
    if (hyphened.length > 1)
      return hyphened.map((mention) =>
        participant(phrases, phrase, role, names, mention, names.mentions[mention] ?? base),
      );
    // "members of the committee", "the head of the agency": the phrase goes on with its "of".
    let last = nouns.last[phrase] ?? 0;
    const of = isPronoun(phrases, phrase) ? -1 : ofPhrase(phrases, phrase, words.of);
    const counted = judge.counted(phrases, phrase);
    const tail = of >= 0 ? of : counted !== phrase ? counted : -1;
    if (tail >= 0) last = nouns.last[tail] ?? last;
    const span = spanOf(tokens, first, last);
    const leaders = twoLeaders(phrases, phrase, span, names);
    if (leaders.length === 2)
      return leaders.map((mention) => participant(phrases, phrase, role, names, mention, span));
    let mention = mainMention(phrases, phrase, base, names.mentions);
    if (mention < 0 && counted !== phrase) {
      mention = mainMention(
        phrases,
        counted,
        spanOf(tokens, nouns.first[counted] ?? 0, nouns.last[counted] ?? 0),
        names.mentions,
      );
    }
    return [participant(phrases, phrase, role, names, mention, span)];
  }

  function participant(
    phrases: Phrases,
    phrase: number,
    role: Participant["role"],
    { mentions, entities }: Names,
    mention: number,
    span: Readonly<{ start: number; end: number }>,
  ): Participant {
    const found = mention >= 0 ? mentions[mention] : undefined;
    const entity = found?.entity ?? null;
    const known = entity === null ? undefined : entities[entity];
    const text = phrases.tokens.text;
    return {
      role,
      span: { start: span.start, end: span.end },
      mention: mention >= 0 ? mention : null,
      entity,
      name: known?.name ?? text.slice(span.start, span.end),
      country: known?.country ?? countryIn(span, mentions, entities),
      sector: sectorIn(phrases, phrase, found?.roleTitle ?? null) ?? known?.sector ?? null,
      implied: false,
    };
  }

  /** "Obama-Putin": two names joined by a hyphen are two. */
  function pairOf(
    { tags, nouns }: Phrases,
    phrase: number,
    span: Readonly<{ start: number; end: number }>,
    mentions: readonly Mention[],
  ): readonly number[] {
    let glue = false;
    for (let at = nouns.first[phrase] ?? 0; at < (nouns.last[phrase] ?? 0); at++)
      if (tags[at] === Tag.glue) glue = true;
    if (!glue) return [];
    const found = mentionsIn(span, mentions).filter((index) => {
      const mention = mentions[index];
      return (
        mention !== undefined &&
        (mention.type === "PERSON" || mention.type === "GPE") &&
        mention.entity !== null
      );
    });
    return found.length === 2 && mentions[found[0] ?? 0]?.entity !== mentions[found[1] ?? 0]?.entity
      ? found
      : [];
  }

  /** "the two presidents": the two people named last before, where two were. */
  function twoLeaders(
    { nouns, tokens }: Phrases,
    phrase: number,
    span: Readonly<{ start: number; end: number }>,
    { mentions, entities }: Names,
  ): readonly number[] {
    const head = nouns.head[phrase] ?? 0;
    if (!lexicon.isLeader(tokens.word[head] ?? -1)) return [];
    let two = false;
    for (let at = nouns.first[phrase] ?? 0; at < head; at++) if (tokens.word[at] === words.two) two = true;
    if (!two) return [];
    const found: number[] = [];
    for (let index = mentions.length - 1; index >= 0 && found.length < 2; index--) {
      const mention = mentions[index];
      if (mention === undefined || mention.start >= span.start || mention.entity === null) continue;
      if (mention.type !== "PERSON" || mention.form !== "name" || !leads(entities[mention.entity])) continue;
      if (found.every((other) => mentions[other]?.entity !== mention.entity)) found.unshift(index);
    }
    return found;
  }

  function leads(entity: DocumentEntity | undefined): boolean {
    return entity !== undefined && (entity.sector === null || entity.sector === "GOV");
  }

  /** The mention that a phrase is about: the one on its head, else its last name. */
  function mainMention(
    { nouns, tokens }: Phrases,
    phrase: number,
    span: Readonly<{ start: number; end: number }>,
    mentions: readonly Mention[],
  ): number {
    const head = nouns.head[phrase] ?? 0;
    const start = tokens.start[head] ?? 0;
    const inside = mentionsIn(span, mentions);
    const onHead = inside.find((index) => {
      const mention = mentions[index];
      return mention !== undefined && mention.start <= start && start < mention.end;
    });
    if (onHead !== undefined) return onHead;
    // "Iran's government", "the Russian army" act for their state; "Syrian rebels" are only from there.
    const sector = sectorIn({ nouns, tokens }, phrase, null);
    return sector !== null && ofState.has(sector) ? (inside[0] ?? -1) : -1;
  }

  function sectorIn(
    { nouns, tokens }: Pick<Phrases, "nouns" | "tokens">,
    phrase: number,
    title: string | null,
  ): string | null {
    let found: string | null = null;
    for (let at = nouns.first[phrase] ?? 0; at < (nouns.last[phrase] ?? 0); at++) {
      const sector = lexicon.sectorOf(tokens.word[at] ?? -1);
      if (sector !== null && sector !== "") found = sector;
    }
    if (found !== null || title === null) return found;
    for (const word of title.split(/[\s-]+/)) {
      const sector = lexicon.sectorOfWord(word);
      if (sector !== null && sector !== "") found = sector;
    }
    return found;
  }
};

/** Sectors that act for the state they belong to. */
const ofState: ReadonlySet<string> = new Set(["GOV", "MIL", "COP", "SPY", "LEG", "JUD"]);

const mentionsIn = (
  span: Readonly<{ start: number; end: number }>,
  mentions: readonly Mention[],
): readonly number[] => {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((mentions[middle]?.start ?? 0) >= span.start) high = middle;
    else low = middle + 1;
  }
  const found: number[] = [];
  // A mention that starts before the phrase may still cover it.
  const before = mentions[low - 1];
  if (before !== undefined && before.end > span.start && before.end >= span.end) found.push(low - 1);
  for (let at = low; at < mentions.length && (mentions[at]?.start ?? 0) < span.end; at++) found.push(at);
  return found;
};

/** The country of the first name in a phrase that has one: "Syrian rebels", "the Russian foreign minister". */
const countryIn = (
  span: Readonly<{ start: number; end: number }>,
  mentions: readonly Mention[],
  entities: readonly DocumentEntity[],
): string | null => {
  for (const index of mentionsIn(span, mentions)) {
    const entity = mentions[index]?.entity ?? null;
    const country = entity === null ? null : (entities[entity]?.country ?? null);
    if (country !== null) return country;
  }
  return null;
};
