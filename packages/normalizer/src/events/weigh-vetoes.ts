import type { EventType, Participant } from "@readout/model";
import type { Scene } from "./scene.js";
import {
  armed,
  BRIEF,
  bearsArms,
  holdsOffice,
  isBody,
  isOwnCamp,
  isPerson,
  isPlace,
  isVague,
} from "./standing.js";
import { isKnown, isPolitical, type Weighing } from "./weighing.js";

/** Something that speaks against an event: with it, there is none. */
type Veto = (weighing: Weighing) => boolean;

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

/** No actor is somebody: known, implied, or more than a pronoun. */
const namesNobody: Veto = ({ actors, scene }) =>
  !actors.some((one) => one.implied || one.entity !== null || (one.span !== null && !isVague(one, scene)));

const isInvented: Veto = ({ scene }) => scene.invented;

/** "Norway fired ten shots at goal": deeds, but in a match, where nobody bears arms. */
const isOfMatch: Veto = ({ draft: { type }, participants, scene }) => {
  if (!scene.played || scene.violent || !(material.has(type) || type === "ASSAULT" || type === "THREATEN"))
    return false;
  return participants.every(({ sector }) => sector === null || !armed.has(sector));
};

/** "offers a discount", "supports two screens": of what no state has a part in, words of agreement and help are told all day. */
const isEveryday: Veto = ({ draft, participants, actors, scene }) =>
  scene.civil &&
  everyday.has(draft.type) &&
  !actors.some((one) => isCivic(one, scene)) &&
  !participants.some((one) => isPolitical(one, scene));

/** "let us know", "killing us": done to nobody the page tells of. */
const concernsNobody: Veto = ({ draft, recipients, scene }) =>
  recipients.length > 0 &&
  recipients.every((one) => isVague(one, scene)) &&
  draft.status !== "negated" &&
  !verbal.has(draft.type);

/** "was asked to name one", "are favored to win": by whoever. */
const isUnspoken: Veto = ({ draft, actors, recipients, scene }) =>
  spoken.has(draft.type) &&
  actors.every(({ implied }) => implied) &&
  !recipients.some((one) => isKnown(one, scene) && !isPerson(one, scene));

/** No one that acts has power, is an organisation, is not named, or acts across a border. */
const isOfNoState: Veto = ({ draft, actors, recipients, scene }) => {
  if (!material.has(draft.type) || draft.mode === "resign" || scene.tokens.length <= BRIEF) return false;
  return (
    actors.length > 0 &&
    !actors.some(
      (one) =>
        one.implied ||
        speaksForBody(one, scene) ||
        recipients.some(
          ({ country, mention }) =>
            country !== null && (country !== one.country || scene.mentions[mention ?? -1]?.type === "GPE"),
        ),
    )
  );
};

/** Help crosses from a state or body to others: gifts to a party or a person, and gifts of nobody, do not count. */
const isNoAid: Veto = ({ draft, actors, recipients, scene }) => {
  if (draft.type !== "AID") return false;
  // "the party will help families", "the agency approves visas"; what a state gives may be told without who gets it.
  const abroad = actors.some(
    (one) => isPlace(one, scene) || one.sector === "IGO" || (bearsArms(one, scene) && !one.implied),
  );
  const needy = recipients.some(
    ({ country, entity, sector }) =>
      country !== null || entity !== null || (sector !== null && sector !== "CVL"),
  );
  if (!abroad && !needy && scene.tokens.length > BRIEF) return true;
  if (draft.sides !== null && recipients.some((one) => one.sector === "PTY" || isPerson(one, scene)))
    return true;
  return (
    actors.every(({ implied }) => implied) &&
    !recipients.some(({ country, sector }) => country !== null || sector === "REF")
  );
};

/** "a poll of Ohio released today", "the institute released the figures"; not "freed the sailors". */
const isNoRelease: Veto = ({ draft, actors, recipients, scene }) => {
  if (draft.mode !== "release") return false;
  if (recipients.some((one) => isPlace(one, scene))) return actors.every(({ implied }) => implied);
  if (draft.trigger?.sense !== "frees") return false;
  const captor = actors.some(
    (one) => one.implied || isPolitical(one, scene) || bearsArms(one, scene) || isBody(one, scene),
  );
  const things = recipients.every(
    (one) => !scene.freed && one.sector === null && one.mention === null && one.country === null,
  );
  return !captor || things;
};

/** "supports her family", "thanked his parents": at home. */
const isAtHome: Veto = ({ draft, recipients, scene }) =>
  kind.has(draft.type) && recipients.length > 0 && recipients.every((one) => isFamily(one, scene));

/** Sanctions are against somebody. */
const isAgainstNobody: Veto = ({ draft, actors, recipients }) =>
  draft.type === "SANCTION" && recipients.length === 0 && actors.every(({ country }) => country === null);

/** Officials who worked with a colleague did no state's work. */
const isPrivateWork: Veto = ({ draft, actors, recipients, scene }) =>
  draft.type === "COOPERATE" &&
  [...actors, ...recipients].some((one) => isPerson(one, scene) && !isPolitical(one, scene));

/** "invited her friends". */
const isPrivateInvitation: Veto = ({ draft, participants, scene }) =>
  draft.trigger?.sense === "invites" && !participants.some((one) => isPolitical(one, scene));

/** Those of one's own who act for nobody: "his parents". */
const isFamily = (one: Participant, scene: Scene): boolean =>
  one.sector === "CVL" && one.mention === null && isOwnCamp(one, scene);

/** A union, a church, an opposition: bodies that ask and agree in public without a state; not "our staff". */
const isCivic = (one: Participant, scene: Scene): boolean =>
  one.sector !== null && civicSectors.has(one.sector) && !isOwnCamp(one, scene);

/** A state or its arm, somebody in office, an organisation, people who stand up together: no single person, no party's campaign. */
const speaksForBody = (one: Participant, scene: Scene): boolean => {
  if (one.implied) return false;
  if (isBody(one, scene) || holdsOffice(one, scene)) return true;
  return one.mention === null && one.sector === null && isKnown(one, scene);
};

/** What speaks against an event of any type. */
export const pageVetoes: readonly Veto[] = [namesNobody, isInvented, isOfMatch, isEveryday, concernsNobody];

/** What speaks against an act that is no contact. */
export const deedVetoes: readonly Veto[] = [
  isUnspoken,
  isOfNoState,
  isNoAid,
  isNoRelease,
  isAtHome,
  isAgainstNobody,
  isPrivateWork,
  isPrivateInvitation,
];
