import type { Participant } from "@readout/model";
import type { Draft } from "./draft.js";
import type { Scene } from "./scene.js";
import { hasPower, isBody, isPerson, isPronoun, isSingle, powers } from "./standing.js";
import { isContact } from "./weigh-contact.js";
import { holdsByForce } from "./weigh-force.js";
import { deedVetoes, pageVetoes } from "./weigh-vetoes.js";
import { isKnown, type Weighing } from "./weighing.js";

/** Whether those who take part have done what the words say, or said it: "Smith attacked Jones". */
export type Weight = "holds" | "words";

/**
 * Whether those who take part can have done what the words say: verbs of force, help and allegiance are used of matches, votes
 * and families as well. Null where it is no event between actors.
 */
export const weighSides = (
  draft: Draft,
  participants: readonly Participant[],
  scene: Scene,
): Weight | null => {
  const actors = participants.filter(({ role }) => role === "actor");
  const recipients = participants.filter(({ role }) => role === "recipient");
  const weighing = { draft, participants, actors, recipients, scene };
  if (pageVetoes.some((speaksAgainst) => speaksAgainst(weighing))) return null;
  if (draft.type === "CONSULT") return isContact(weighing) ? "holds" : null;
  if (deedVetoes.some((speaksAgainst) => speaksAgainst(weighing))) return null;
  if (draft.sides === "force") return holdsByForce(weighing);
  return asksForSides(weighing) ? "holds" : null;
};

/** Whether those take part whom the trigger's row asks for; where it asks for none, somebody must. */
const asksForSides = (weighing: Weighing): boolean => {
  const { draft, actors, recipients, scene } = weighing;
  switch (draft.sides) {
    case "known":
      return (
        (actors.some((one) => one.implied || isKnown(one, scene)) &&
          recipients.some((one) => isKnown(one, scene))) ||
        actors.some((one) => isBody(one, scene))
      );
    case "public":
      return (
        actors.some((one) => one.implied || isPublic(one, scene)) &&
        !recipients.some((one) => isPerson(one, scene))
      );
    case "crowd":
      // "The rebels torched the shops": no crowd.
      return !actors.every((one) => isSingle(one, scene) || one.sector === "REB");
    case "power":
      return actors.some((one) => hasPower(one, scene));
    default:
      return isOpen(draft) || isAct(weighing);
  }
};

/** Acts that count whoever did them. */
const isOpen = ({ type }: Draft): boolean => type === "ASSAULT" || type === "PROTEST" || type === "MOBILIZE";

/** Somebody known acts, or some people or nobody named do it to somebody known. */
const isAct = ({ draft, actors, recipients, scene }: Weighing): boolean => {
  if (scene.written || actors.some((one) => isKnown(one, scene))) return true;
  const people = actors.some((one) => one.implied || one.sector !== null || isPronoun(one, scene));
  // "relatives filed a lawsuit": a court hears anybody.
  if (people && recipients.length === 0) return draft.mode === "investigate";
  return people && recipients.some((one) => isKnown(one, scene) || one.sector !== null);
};

/** A state, an organisation, or somebody who acts for one: no private person. */
const isPublic = (one: Participant, scene: Scene): boolean => {
  if (one.sector === "PTY" || !isKnown(one, scene)) return false;
  return !isPerson(one, scene) || (one.sector !== null && powers.has(one.sector));
};
