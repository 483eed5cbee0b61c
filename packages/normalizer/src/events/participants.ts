import type { Participant } from "@readout/model";
import type { Draft } from "./draft.js";
import type { NamedPage } from "./named-page.js";
import { readOwner } from "./owners.js";
import { readParticipant } from "./participant.js";
import { isQuotedSpeaker, speakerOf } from "./quoted-speakers.js";
import { sectorOfPhrase } from "./sectors.js";
import { phrasesOfSide, statesSpokenFor } from "./side-phrases.js";

/** Who takes part in a draft's event: its actors, whoever is named before its noun, somebody implied, its recipients. */
export const readParticipants = (page: NamedPage, draft: Draft): readonly Participant[] => {
  const { phrases, mentions, tables } = page;
  const found: Participant[] = [];
  for (const actor of draft.actors) found.push(...readSide(page, actor, "actor", draft.first));
  const owner = draft.owner === null ? null : readOwner(page, draft.owner);
  // "the Martin shooting": a person before it suffered it.
  const head = phrases.tokens.word[phrases.nouns.head[draft.noun] ?? 0] ?? -1;
  const suffered =
    owner !== null && tables.lexicon.isSuffered(head) && mentions[owner.mention ?? -1]?.type === "PERSON";
  if (owner !== null && suffered) found.push(impliedActor, { ...owner, role: "recipient" });
  else if (owner !== null) found.push(owner);
  else if (draft.impliedActor) found.push(impliedActor);
  const actors = found.slice();
  for (const recipient of draft.recipients)
    for (const side of readSide(page, recipient, "recipient", draft.first))
      found.push(isOwnPronoun(page, actors, side) ? withoutName(page, side) : side);
  return distinct(found);
};

/** The participants that a noun phrase names, one for each of its coordination. `trigger` is the trigger's token. */
const readSide = (
  page: NamedPage,
  phrase: number,
  role: Participant["role"],
  trigger: number,
): readonly Participant[] => {
  const { phrases, tables } = page;
  const states = statesSpokenFor(page, phrase);
  if (states.length > 1)
    return states.flatMap((one) =>
      readParticipant(page, one, role, false).map((side) => ({
        ...side,
        sector: sectorOfPhrase(phrases, phrase, undefined, tables) ?? side.sector,
      })),
    );
  const speaker = speakerOf(page, phrase, role);
  if (speaker !== null) return [speaker];
  return phrasesOfSide(phrases, phrase, role, tables).flatMap((one) =>
    readParticipant(page, one, role, (phrases.nouns.first[one] ?? 0) < trigger).map((side) =>
      isQuotedSpeaker(page, side) ? withoutName(page, side) : side,
    ),
  );
};

/** What a pronoun tells of whoever it stands for, where nobody can say who that is. */
const nobody = { mention: null, entity: null, country: null, sector: null } as const;

const withoutName = ({ phrases: { tokens } }: NamedPage, side: Participant): Participant => ({
  ...side,
  ...nobody,
  name: side.span === null ? null : tokens.text.slice(side.span.start, side.span.end),
});

/** "Smith backed him up": without "self", a pronoun behind the verb is not whoever acts. */
const isOwnPronoun = (
  { mentions }: NamedPage,
  actors: readonly Participant[],
  { mention, entity }: Participant,
): boolean =>
  entity !== null &&
  mentions[mention ?? -1]?.form === "pronoun" &&
  actors.some((actor) => actor.entity === entity);

/** Somebody who did it and is not named: "were killed". */
const impliedActor: Participant = {
  role: "actor",
  span: null,
  mention: null,
  entity: null,
  name: null,
  country: null,
  sector: null,
  implied: true,
};

/**
 * One participant an entity and role: "Obama met Putin in Putin's residence" has two. What stands inside a name that takes part is no
 * second side: "a request from Citizens for Peace".
 */
const distinct = (participants: readonly Participant[]): readonly Participant[] =>
  participants.filter(
    (one, index) =>
      one.entity === null ||
      (participants.findIndex(({ entity, role }) => entity === one.entity && role === one.role) === index &&
        !participants.slice(0, index).some((other) => isInside(one, other))),
  );

const isInside = (one: Participant, other: Participant): boolean =>
  one.mention !== null &&
  one.mention === other.mention &&
  one.span !== null &&
  other.span !== null &&
  other.span.start <= one.span.start &&
  one.span.end <= other.span.end;
