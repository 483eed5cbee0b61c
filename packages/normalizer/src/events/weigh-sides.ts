import type { EventType, Participant } from "@readout/model";
import type { Draft } from "./draft.js";
import type { Scene } from "./scene.js";
import { armed, BRIEF, isPerson, isPlace, powers, type Standings } from "./standing.js";
import { isContact } from "./weigh-contact.js";

/**
 * Whether those who take part can have done what the words say: verbs of force, help and allegiance are used of matches, votes
 * and families as well.
 */
export type SideJudge = Readonly<{
  /** Null where it is no event between actors; else the draft's type, or ACCUSE for an attack with words. */
  weigh: (draft: Draft, participants: readonly Participant[], scene: Scene) => "holds" | "words" | null;
}>;

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

/** Sectors whose people stand up for others than themselves. */
const civicSectors: ReadonlySet<string> = new Set(["NGO", "IGO", "REL", "LAB", "OPP", "REF"]);

/** Types whose words stand on every page. */
const everyday: ReadonlySet<EventType> = new Set([
  "AGREE",
  "SUPPORT",
  "REQUEST",
  "REJECT",
  "AID",
  "COOPERATE",
  "RETREAT",
  "CONCEDE",
]);

/** Help and good words: given to one's own they are private. */
const kind: ReadonlySet<EventType> = new Set(["SUPPORT", "AID"]);

/** Types that somebody must have spoken: without a speaker they are told of persons all day. */
const spoken: ReadonlySet<EventType> = new Set(["REQUEST", "REJECT", "SUPPORT", "AGREE"]);

export const createSideJudge = (standings: Standings): SideJudge => {
  const { isVague, isPronoun, isBody, hasPower, bearsArms, holdsOffice } = standings;
  return {
    weigh: (draft, participants, scene) => {
      const actors = participants.filter(({ role }) => role === "actor");
      const recipients = participants.filter(({ role }) => role === "recipient");
      const isKnown = (one: Participant): boolean => standings.knows(one, scene, scene.start);
      if (!namesSomebody(actors, scene) || scene.invented || isMatch(draft, participants, scene)) return null;
      // "offers a discount", "supports two screens": of what no state has a part in, words of agreement and help are told all day.
      const civic = actors.some((one) => isCivic(one, scene));
      if (
        scene.civil &&
        everyday.has(draft.type) &&
        !civic &&
        !participants.some((one) => isPolitical(one, scene))
      )
        return null;
      // "let us know", "killing us": nobody the page tells of.
      const nobody = recipients.length > 0 && recipients.every((one) => isVague(one, scene));
      if (nobody && draft.status !== "negated" && !verbal.has(draft.type)) return null;
      if (draft.type === "CONSULT")
        return isContact(draft, participants, scene, scene, standings, isKnown) ? "holds" : null;
      // "was asked to name one", "are favored to win": by whoever.
      if (
        spoken.has(draft.type) &&
        actors.every(({ implied }) => implied) &&
        !recipients.some((one) => isKnown(one) && !isPerson(one, scene))
      )
        return null;
      const brief = scene.tokens.length <= BRIEF;
      if (
        material.has(draft.type) &&
        draft.mode !== "resign" &&
        !brief &&
        !isOfState(actors, recipients, scene)
      )
        return null;
      if (draft.type === "AID" && !isGiven(draft, actors, recipients, scene)) return null;
      if (draft.mode === "release" && !isFreed(draft, actors, recipients, scene)) return null;
      // "supports her family", "thanked his parents": at home.
      if (kind.has(draft.type) && recipients.length > 0 && recipients.every((one) => isFamily(one, scene)))
        return null;
      // Sanctions are against somebody; officials who worked with a colleague did no state's work.
      if (
        draft.type === "SANCTION" &&
        recipients.length === 0 &&
        actors.every(({ country }) => country === null)
      )
        return null;
      if (draft.type === "COOPERATE" && [...actors, ...recipients].some((one) => isPrivate(one, scene)))
        return null;
      if (draft.trigger?.sense === "invites" && !participants.some((one) => isPolitical(one, scene)))
        return null;
      switch (draft.sides) {
        case "known":
          return areKnown(actors, recipients, isKnown) || actors.some((one) => isBody(one, scene))
            ? "holds"
            : null;
        case "public":
          return actors.some((one) => one.implied || isPublic(one, scene)) &&
            !recipients.some((one) => isPerson(one, scene))
            ? "holds"
            : null;
        case "crowd":
          // "The rebels torched the shops": no crowd.
          return actors.every((one) => standings.isSingle(one, scene) || one.sector === "REB")
            ? null
            : "holds";
        case "power":
          return actors.some((one) => hasPower(one, scene)) ? "holds" : null;
        case "force":
          return force(actors, recipients, scene);
        default:
          return isOpen(draft) || isAct(draft, actors, recipients, scene, isKnown) ? "holds" : null;
      }
    },
  };

  /** "Norway fired ten shots at goal": deeds, but in a match, where nobody bears arms. */
  function isMatch({ type }: Draft, participants: readonly Participant[], scene: Scene): boolean {
    if (!scene.played || scene.violent || !(material.has(type) || type === "ASSAULT" || type === "THREATEN"))
      return false;
    return participants.every(({ sector }) => sector === null || !armed.has(sector));
  }

  /** "freed the sailors"; not "a poll of Ohio released today", "the institute released the figures". */
  function isFreed(
    { trigger }: Draft,
    actors: readonly Participant[],
    recipients: readonly Participant[],
    scene: Scene,
  ): boolean {
    if (recipients.length > 0 && recipients.some((one) => isPlace(one, scene)))
      return actors.some(({ implied }) => !implied);
    if (trigger?.sense !== "frees") return true;
    const captor = actors.some(
      (one) => one.implied || isPolitical(one, scene) || bearsArms(one, scene) || isBody(one, scene),
    );
    const things = recipients.every(
      (one) => !scene.freed && one.sector === null && one.mention === null && one.country === null,
    );
    return captor && !things;
  }

  /** Those of one's own who act for nobody: "his parents". */
  function isFamily(one: Participant, scene: Scene): boolean {
    return one.sector === "CVL" && one.mention === null && standings.isOwnCamp(one, scene);
  }

  /** A person without office. */
  function isPrivate(one: Participant, scene: Scene): boolean {
    return isPerson(one, scene) && !isPolitical(one, scene);
  }

  /** A state, its arm, a rebel, somebody in office or of a parliament. */
  function isPolitical(one: Participant, scene: Scene): boolean {
    return hasPower(one, scene) || holdsOffice(one, scene) || (one.sector !== null && powers.has(one.sector));
  }

  /** A union, a church, an opposition: bodies that ask and agree in public without a state; not "our staff". */
  function isCivic(one: Participant, scene: Scene): boolean {
    return one.sector !== null && civicSectors.has(one.sector) && !standings.isOwnCamp(one, scene);
  }

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
    return scene.speaks && recipients.some((one) => standings.knows(one, scene, scene.start))
      ? "words"
      : null;
  }

  /** "the attacks in Paris": a place is attacked with weapons. */
  function placed(recipients: readonly Participant[], scene: Scene): "holds" | null {
    return scene.targeted || recipients.some((one) => isPlace(one, scene)) ? "holds" : null;
  }

  /** Help crosses from a state or body to others: gifts to a party or a person, and gifts of nobody, do not count. */
  function isGiven(
    { sides }: Draft,
    actors: readonly Participant[],
    recipients: readonly Participant[],
    scene: Scene,
  ): boolean {
    // "the party will help families", "the agency approves visas"; what a state gives may be told without who gets it.
    const abroad = actors.some(
      (one) => isPlace(one, scene) || one.sector === "IGO" || (bearsArms(one, scene) && !one.implied),
    );
    const needy = recipients.some(
      ({ country, entity, sector }) =>
        country !== null || entity !== null || (sector !== null && sector !== "CVL"),
    );
    if (!abroad && !needy && scene.tokens.length > BRIEF) return false;
    if (sides !== null && recipients.some((one) => one.sector === "PTY" || isPerson(one, scene)))
      return false;
    return (
      actors.some(({ implied }) => !implied) ||
      recipients.some(({ country, sector }) => country !== null || sector === "REF")
    );
  }

  /** Whether one that acts has power, is an organisation, is not named, or acts across a border. */
  function isOfState(
    actors: readonly Participant[],
    recipients: readonly Participant[],
    scene: Scene,
  ): boolean {
    if (actors.length === 0) return true;
    return actors.some((one) => {
      if (one.implied || speaksForBody(one, scene)) return true;
      return recipients.some(
        ({ country, mention }) =>
          country !== null && (country !== one.country || scene.mentions[mention ?? -1]?.type === "GPE"),
      );
    });
  }

  /** A state or its arm, somebody in office, an organisation, people who stand up together: no single person, no party's campaign. */
  function speaksForBody(one: Participant, scene: Scene): boolean {
    if (one.implied) return false;
    if (isBody(one, scene) || holdsOffice(one, scene)) return true;
    return one.mention === null && one.sector === null && standings.knows(one, scene, scene.start);
  }

  /** Whether an actor is somebody: known, implied, or more than a pronoun. */
  function namesSomebody(actors: readonly Participant[], scene: Scene): boolean {
    return actors.some(
      (one) => one.implied || one.entity !== null || (one.span !== null && !isVague(one, scene)),
    );
  }

  /** A state, an organisation, or somebody who acts for one: no private person. */
  function isPublic(one: Participant, scene: Scene): boolean {
    if (one.sector === "PTY" || !standings.knows(one, scene, scene.start)) return false;
    return !isPerson(one, scene) || (one.sector !== null && powers.has(one.sector));
  }
};

const areKnown = (
  actors: readonly Participant[],
  recipients: readonly Participant[],
  isKnown: (one: Participant) => boolean,
): boolean => actors.some((one) => one.implied || isKnown(one)) && recipients.some(isKnown);
