import { bearsArms, isPerson, isPlace, isPronoun } from "./standing.js";
import { isKnown, type Weighing } from "./weighing.js";

/** Whether an attack was made with weapons, or with words; null where it is none of both. */
export const holdsByForce = (weighing: Weighing): "holds" | "words" | null => {
  const { actors, recipients, scene } = weighing;
  const named = actors.filter(({ implied }) => !implied);
  const state = named.some(({ sector }) => sector === "GOV");
  if (state && scene.violent && isPlaced(weighing)) return "holds";
  if (named.some((one) => bearsArms(one, scene))) return "holds";
  const fights =
    named.length > 0 &&
    named.every((one) => isPerson(one, scene) || isPronoun(one, scene) || one.sector === "PTY");
  if (!fights && scene.violent) return "holds";
  if (named.length === 0 || (scene.targeted && !fights)) return isPlaced(weighing) ? "holds" : null;
  return scene.speaks && recipients.some((one) => isKnown(one, scene)) ? "words" : null;
};

/** "the attacks in Paris": a place is attacked with weapons. */
const isPlaced = ({ recipients, scene }: Weighing): boolean =>
  scene.targeted || recipients.some((one) => isPlace(one, scene));
