import type { EventType, Mention, Participant, Span } from "@readout/model";
import type { Draft } from "./draft.js";

/** What weighing needs of a draft's document. */
export type Scene = Readonly<{
  text: string;
  /** Where the sentence begins. */
  start: number;
  mentions: readonly Mention[];
  /** {@link officialsIn} of the document. */
  officials: ReadonlySet<number>;
  /** Whether words of violence stand in the sentence, the trigger left out. */
  violent: boolean;
  /** Whether a place or what stands in one is said to suffer it: "the port". */
  targeted: boolean;
  /** Whether a text acts for those who wrote it: "the statement". */
  written: boolean;
  /** Whether the trigger is a word for what is done with words too: attack, hit. */
  speaks: boolean;
}>;

/**
 * Whether those who take part can have done what the words say: verbs of force, help and allegiance are used of matches, votes
 * and families as well.
 */
export type SideJudge = Readonly<{
  /** Null where it is no event between actors; else the draft's type, or ACCUSE for an attack with words. */
  weigh: (draft: Draft, participants: readonly Participant[], scene: Scene) => "holds" | "words" | null;
}>;

/** Sectors that can make others do things. */
const powers: ReadonlySet<string> = new Set([
  "GOV",
  "MIL",
  "COP",
  "SPY",
  "JUD",
  "LEG",
  "REB",
  "UAF",
  "PRM",
  "IGO",
]);
/** Sectors whose people travel on business of state or body. */
const travels: ReadonlySet<string> = new Set([...powers, "NGO", "REL"]);
/** Sectors that bear arms. */
const armed: ReadonlySet<string> = new Set(["MIL", "COP", "REB", "UAF", "SPY", "CRM", "PRM"]);

/** Acts of speech can be about what "it" stands for. */
const verbal: ReadonlySet<EventType> = new Set(["REQUEST", "ACCUSE", "REJECT", "SUPPORT"]);

/** Deeds of states and bodies: what one candidate does to another by these words is a figure of speech. */
const material: ReadonlySet<EventType> = new Set([
  "AID",
  "SANCTION",
  "COERCE",
  "RETREAT",
  "CONCEDE",
  "COOPERATE",
  "MOBILIZE",
]);

/** Types that somebody must have spoken: without a speaker they are told of persons all day. */
const spoken: ReadonlySet<EventType> = new Set(["REQUEST", "REJECT", "SUPPORT", "AGREE"]);

/** Pronouns that name nobody the page tells of. */
const vague = /^(?:you|we|i|us|me|those|one|someone|anyone|everyone|this|that|it|each other)$/i;
const pronoun = /^(?:he|she|they|him|her|them|who|which|what|himself|herself|themselves)$/i;

export const createSideJudge = (): SideJudge => {
  return {
    weigh: (draft, participants, scene) => {
      const actors = participants.filter(({ role }) => role === "actor");
      const recipients = participants.filter(({ role }) => role === "recipient");
      const isKnown = (one: Participant): boolean => knows(one, scene);
      if (!namesSomebody(actors, scene)) return null;
      // "let us know", "killing us": nobody the page tells of.
      const nobody = recipients.length > 0 && recipients.every((one) => isVague(one, scene));
      if (nobody && draft.status !== "negated" && !verbal.has(draft.type)) return null;
      // "held a private meeting", "shook hands": with somebody, unless they are several.
      if (
        draft.type === "CONSULT" &&
        draft.mode !== "visit" &&
        draft.sides !== "public" &&
        participants.length === 1 &&
        actors.every((one) => isPerson(one, scene))
      )
        return null;
      // "spoke to a broadcaster" speaks to the public.
      if (
        draft.type === "CONSULT" &&
        draft.sides === "known" &&
        actors.length === 2 &&
        actors.some(({ sector }) => sector === "JRN")
      )
        return null;
      // "was asked to name one", "are favored to win": by whoever.
      if (
        spoken.has(draft.type) &&
        actors.every(({ implied }) => implied) &&
        !recipients.some((one) => isBody(one, scene))
      )
        return null;
      if (material.has(draft.type) && draft.mode !== "resign" && !isOfState(actors, recipients, scene))
        return null;
      if (draft.type === "AID" && !isGiven(draft, actors, recipients, scene)) return null;
      // "a poll of Ohio released today".
      if (
        draft.mode === "release" &&
        actors.every(({ implied }) => implied) &&
        recipients.some((one) => isPlace(one, scene))
      )
        return null;
      if (draft.mode === "visit" && !isJourney(actors, recipients, scene)) return null;
      switch (draft.sides) {
        case "known":
          return areKnown(draft, actors, recipients, isKnown, (one) => isPronoun(one, scene)) ||
            actors.some((one) =>
              draft.type === "CONSULT" ? hasPower(one, scene) : isBodyWritten(one, scene),
            )
            ? "holds"
            : null;
        case "public":
          return actors.some((one) => one.implied || isPublic(one, scene)) &&
            !recipients.some((one) => isPerson(one, scene))
            ? "holds"
            : null;
        case "crowd":
          return actors.every((one) => isSingle(one, scene)) ? null : "holds";
        case "power":
          return actors.some((one) => hasPower(one, scene)) ? "holds" : null;
        case "force":
          return force(actors, recipients, scene);
        default:
          return isOpen(draft) || isAct(draft, actors, recipients, scene, isKnown) ? "holds" : null;
      }
    },
  };

  /** Somebody known acts, or some people or nobody named do it to somebody known. */
  function isAct(
    { mode }: Draft,
    actors: readonly Participant[],
    recipients: readonly Participant[],
    scene: Scene,
    isKnown: (one: Participant) => boolean,
  ): boolean {
    if (scene.written || actors.some(isKnown)) return true;
    const people = actors.some((one) => one.implied || one.sector !== null || isPronoun(one, scene));
    // "relatives filed a lawsuit": a court hears anybody.
    if (people && recipients.length === 0) return mode === "investigate";
    return people && recipients.some((one) => isKnown(one) || one.sector !== null);
  }

  /** Acts that count whoever did them. */
  function isOpen({ type }: Draft): boolean {
    return type === "ASSAULT" || type === "PROTEST" || type === "MOBILIZE";
  }

  function force(
    actors: readonly Participant[],
    recipients: readonly Participant[],
    scene: Scene,
  ): "holds" | "words" | null {
    const named = actors.filter(({ implied }) => !implied);
    const state = named.some(({ sector }) => sector === "GOV");
    if (state && scene.violent && placed(recipients, scene) !== null) return "holds";
    if (named.some((one) => bearsArms(one, scene))) return "holds";
    const fights =
      named.length > 0 &&
      named.every((one) => isPerson(one, scene) || isPronoun(one, scene) || one.sector === "PTY");
    if (!fights && scene.violent) return "holds";
    if (named.length === 0 || (scene.targeted && !fights)) return placed(recipients, scene);
    return scene.speaks && recipients.some((one) => knows(one, scene)) ? "words" : null;
  }

  /** "the attacks in Paris": a place is attacked with weapons. */
  function placed(recipients: readonly Participant[], scene: Scene): "holds" | null {
    return scene.targeted || recipients.some((one) => isPlace(one, scene)) ? "holds" : null;
  }
};

const isVague = ({ span, implied, entity }: Participant, { text }: Scene): boolean =>
  !implied && entity === null && span !== null && vague.test(text.slice(span.start, span.end));

const isPronoun = ({ span }: Participant, { text }: Scene): boolean =>
  span !== null && pronoun.test(text.slice(span.start, span.end));

/** "the man marched forward": one person is no march. */
const isSingle = (one: Participant, scene: Scene): boolean => {
  if (isPerson(one, scene) || isPronoun(one, scene)) return true;
  if (one.span === null || one.mention !== null) return false;
  return !several.test(scene.text.slice(one.span.start, one.span.end));
};

/** "visited the restaurant", "flew home to Ohio" is no contact between states; a visit to a person or body is. */
const isJourney = (
  actors: readonly Participant[],
  recipients: readonly Participant[],
  scene: Scene,
): boolean =>
  recipients.length === 0 ||
  recipients.some((one) => {
    if (!knows(one, scene)) return false;
    if (!isPlace(one, scene)) return true;
    const official = actors.some((actor) => actor.sector !== null && travels.has(actor.sector));
    return official && one.country !== null && actors.every(({ country }) => country !== one.country);
  });

/** Help crosses from a state or body to others: gifts to a party or a person, and gifts of nobody, do not count. */
const isGiven = (
  { sides }: Draft,
  actors: readonly Participant[],
  recipients: readonly Participant[],
  scene: Scene,
): boolean => {
  if (sides !== null && recipients.some((one) => one.sector === "PTY" || isPerson(one, scene))) return false;
  return (
    actors.some(({ implied }) => !implied) ||
    recipients.some(({ country, sector }) => country !== null || sector === "REF")
  );
};

/** Whether one that acts has power, is an organisation, is not named, or acts across a border. */
const isOfState = (
  actors: readonly Participant[],
  recipients: readonly Participant[],
  scene: Scene,
): boolean =>
  actors.some((one) => {
    if (one.implied || speaksForBody(one, scene)) return true;
    return recipients.some(
      ({ country, mention }) =>
        country !== null && (country !== one.country || scene.mentions[mention ?? -1]?.type === "GPE"),
    );
  }) || actors.length === 0;

/** A state or its arm, somebody in office, an organisation, people who stand up together: no single person, no party's campaign. */
const speaksForBody = (one: Participant, scene: Scene): boolean => {
  if (one.implied) return false;
  if (isBodyWritten(one, scene) || holdsOffice(one, scene)) return true;
  return one.mention === null && knows(one, scene) && one.sector === null;
};

/** The same, where the phrase itself says so: "President Obama", "the union", no pronoun. */
const isBodyWritten = (one: Participant, scene: Scene): boolean => {
  if (one.implied || isPronoun(one, scene) || isVague(one, scene)) return false;
  if (hasPower(one, scene)) return true;
  const { text } = scene;
  const written = one.span === null ? "" : text.slice(one.span.start, one.span.end);
  if (one.entity !== null && office.test(written) && !outOfOffice.test(written)) return true;
  const type = scene.mentions[one.mention ?? -1]?.type;
  if (type === "ORG" && one.sector !== "PTY" && one.sector !== "JRN") return true;
  return one.sector === "LAB" || one.sector === "OPP" || one.sector === "CRM";
};

/** Words of an office that acts for a state, and words that say somebody holds it no more or not yet. */
const office =
  /\b(?:president|king|queen|prime minister|premier|chancellor|minister|secretary|gen(?:eral)?|governor|executive|judge|ruler|emir|sultan|prince|sheikh|mayor|commander)\b/i;
const outOfOffice = /\b(?:former|ex|candidate|nominee|hopeful|contender|vice|would-be)\b/i;

/** "President Barack Obama", or "Obama" where the page gives him the title. */
const holdsOffice = (one: Participant, { text, officials }: Scene): boolean => {
  if (one.span === null || one.entity === null) return false;
  const written = text.slice(one.span.start, one.span.end);
  if (office.test(written)) return !outOfOffice.test(written);
  return one.sector === "GOV" && officials.has(one.entity);
};

/** The entities that a document gives the title of an office somewhere. */
export const officialsIn = (mentions: readonly Mention[]): ReadonlySet<number> => {
  const officials = new Set<number>();
  for (const { entity, roleTitle } of mentions)
    if (entity !== null && roleTitle !== null && office.test(roleTitle) && !outOfOffice.test(roleTitle))
      officials.add(entity);
  return officials;
};

/** A state, an organisation, an office: no single person. */
const isBody = (one: Participant, scene: Scene): boolean => knows(one, scene) && !isPerson(one, scene);

const isPlace = ({ mention }: Participant, { mentions }: Scene): boolean => {
  const type = mentions[mention ?? -1]?.type;
  return type === "GPE" || type === "LOC" || type === "FAC";
};

const isPerson = ({ mention }: Participant, { mentions }: Scene): boolean =>
  mentions[mention ?? -1]?.type === "PERSON";

/** Whether an actor is somebody: known, implied, or more than a pronoun. */
const namesSomebody = (actors: readonly Participant[], scene: Scene): boolean =>
  actors.some((one) => one.implied || one.entity !== null || (one.span !== null && !isVague(one, scene)));

/** Words for several people: plurals, counts, crowds. */
const several = /\d|s\b|\b(?:people|men|women|children|police|crowd|union|movement|opposition|youth)\b/i;

/** The last word of a phrase. */
const lastWord = /\S+$/;

/** Whether a phrase ends in a name that nobody has recognised; one word at the head of a sentence may be any word. */
const isNamed = ({ start, end }: Span, { text, start: opening }: Scene): boolean => {
  const last = lastWord.exec(text.slice(start, end))?.[0] ?? "";
  const initial = last.charCodeAt(0);
  if (initial < 0x41 || initial > 0x5a || vague.test(last) || pronoun.test(last)) return false;
  // One word at the head may be any: "Notably", "Others".
  return (
    last.length < end - start || start > opening || last === last.toUpperCase() || !/(?:s|ly)$/.test(last)
  );
};

/** Whether the page or the words say who it is: an entity, a sector, a country, a name. */
const knows = ({ implied, entity, sector, country, mention, span }: Participant, scene: Scene): boolean =>
  !implied &&
  (entity !== null ||
    mention !== null ||
    (sector !== null && sector !== "CVL") ||
    country !== null ||
    (span !== null && isNamed(span, scene)));

const areKnown = (
  { type }: Draft,
  actors: readonly Participant[],
  recipients: readonly Participant[],
  isKnown: (one: Participant) => boolean,
  isPronoun: (one: Participant) => boolean,
): boolean => {
  // "he met John Kerry", "They will meet again".
  if (type === "CONSULT" && recipients.length === 0)
    return (
      actors.filter((one) => isKnown(one) || isPronoun(one)).length >= Math.min(2, actors.length) &&
      (actors.length === 1 || actors.some(isKnown))
    );
  return actors.some((one) => one.implied || isKnown(one)) && recipients.some(isKnown);
};

/** A state, an organisation, or somebody who acts for one: no private person. */
const isPublic = (one: Participant, scene: Scene): boolean => {
  if (!knows(one, scene)) return false;
  if (one.sector === "PTY") return false;
  return !isPerson(one, scene) || (one.sector !== null && powers.has(one.sector));
};

const hasPower = (one: Participant, { mentions, text }: Scene): boolean => {
  const mention = mentions[one.mention ?? -1];
  const type = mention?.type;
  // "Hun Sen's government" is no person.
  const owns =
    mention !== undefined && one.span !== null && /^['’]/.test(text.slice(mention.end, one.span.end));
  if (type === "PERSON" && !owns) return one.sector !== null && armed.has(one.sector);
  return (
    (one.sector !== null && powers.has(one.sector)) ||
    (one.country !== null && (type === "GPE" || type === "NORP"))
  );
};

const bearsArms = (one: Participant, { mentions }: Scene): boolean => {
  const type = mentions[one.mention ?? -1]?.type;
  if (one.sector !== null && armed.has(one.sector)) return true;
  return (
    one.country !== null &&
    type !== "PERSON" &&
    type !== "ORG" &&
    one.sector !== "PTY" &&
    one.sector !== "BUS"
  );
};
