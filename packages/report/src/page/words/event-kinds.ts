import type { EventType } from "@readout/model";

/** What an event is called, by type and mode; `base` where there is no mode or one that is not listed. */
const kinds: Readonly<Record<EventType, Readonly<Record<string, string> & { base: string }>>> = {
  CONSULT: {
    base: "Meeting or talks",
    visit: "Visit",
    phone: "Phone call",
    multilateral: "Multilateral talks",
    "third-party": "Meeting in a third place",
  },
  AGREE: { base: "Agreement" },
  SUPPORT: { base: "Support" },
  CONCEDE: { base: "Concession" },
  COOPERATE: { base: "Cooperation" },
  AID: { base: "Aid" },
  RETREAT: {
    base: "Pullback",
    withdraw: "Withdrawal",
    release: "Release",
    disarm: "Disarmament",
    ceasefire: "Ceasefire",
    access: "Access granted",
    resign: "Resignation",
  },
  REQUEST: {
    base: "Demand",
    assist: "Request for help",
    change: "Demand for change",
    yield: "Demand to yield",
    meet: "Request to meet",
  },
  ACCUSE: {
    base: "Accusation",
    disapprove: "Criticism",
    investigate: "Investigation",
    allege: "Allegation",
  },
  REJECT: {
    base: "Refusal",
    assist: "Refusal to help",
    change: "Refusal to change",
    yield: "Refusal to yield",
    meet: "Refusal to meet",
  },
  THREATEN: {
    base: "Threat",
    restrict: "Threat of restrictions",
    arrest: "Threat of arrest",
    relations: "Threat to relations",
    expel: "Threat of expulsion",
    territory: "Threat to territory",
    violence: "Threat of violence",
  },
  PROTEST: {
    base: "Protest",
    demo: "Demonstration",
    riot: "Riot",
    strike: "Strike",
    hunger: "Hunger strike",
    boycott: "Boycott",
    obstruct: "Obstruction",
  },
  SANCTION: {
    base: "Sanction",
    convict: "Conviction",
    expel: "Expulsion",
    withdraw: "Withdrawal of staff",
    discontinue: "Sanctions or embargo",
  },
  MOBILIZE: {
    base: "Mobilisation",
    troops: "Movement of troops",
    weapons: "Movement of ships, aircraft or arms",
    police: "Police deployment",
    militia: "Movement of a militia",
  },
  COERCE: {
    base: "Coercion",
    seize: "Seizure",
    restrict: "Restriction",
    censor: "Censorship",
    curfew: "Curfew",
    "martial-law": "Martial law",
    arrest: "Arrest",
    deport: "Deportation",
    withhold: "Withholding",
    misinformation: "Disinformation",
    cyber: "Cyber attack",
  },
  ASSAULT: {
    base: "Attack",
    abduct: "Abduction",
    beat: "Beating",
    torture: "Torture",
    sexual: "Sexual violence",
    targeted: "Assassination",
    destroy: "Destruction",
    primitive: "Attack with simple weapons",
    firearms: "Shooting",
    explosives: "Bombing",
    "suicide-attack": "Suicide attack",
    aerial: "Air strike",
    drone: "Drone strike",
    "heavy-weapons": "Shelling",
    "crowd-control": "Crowd control",
    unconventional: "Unconventional weapons",
  },
};

/** "Phone call" for CONSULT phone. */
export const eventKind = (type: string | null, mode: string | null): string => {
  const known = Object.hasOwn(kinds, type ?? "") ? kinds[type as EventType] : null;
  if (known === null) return type ?? "Event";
  return (mode !== null && Object.hasOwn(known, mode) ? known[mode] : undefined) ?? known.base;
};

/** Statuses that a reader must not take for a fact, in words. */
export const statusWords = {
  actual: "Reported as having happened",
  planned: "Planned",
  hypothetical: "Hypothetical",
  negated: "Said not to have happened",
  disputed: "Disputed",
} as const;

export type Status = keyof typeof statusWords;
export const statuses = Object.keys(statusWords) as readonly Status[];
export const isStatus = (name: string | null): name is Status => Object.hasOwn(statusWords, name ?? "");
