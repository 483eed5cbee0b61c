import type { Participant } from "@readout/model";
import type { Draft } from "./draft.js";
import type { Scene } from "./scene.js";
import { hasPower, holdsOffice, knows, powers } from "./standing.js";

/** A draft with those who take part, as it is weighed. */
export type Weighing = Readonly<{
  draft: Draft;
  participants: readonly Participant[];
  actors: readonly Participant[];
  recipients: readonly Participant[];
  scene: Scene;
}>;

/** Whether the page or the words say who it is. */
export const isKnown = (one: Participant, scene: Scene): boolean => knows(one, scene, scene.start);

/** A state, its arm, a rebel, somebody in office or of a parliament. */
export const isPolitical = (one: Participant, scene: Scene): boolean =>
  hasPower(one, scene) || holdsOffice(one, scene) || (one.sector !== null && powers.has(one.sector));
