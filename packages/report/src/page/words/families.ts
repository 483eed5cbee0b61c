import type { EventType } from "@readout/model";

/**
 * PLOVER's sixteen types in five families: its four quadrants, with contacts on their own, since who met whom is what most readers
 * come for. A family has a lane of the timeline and a colour, never a colour alone.
 */
export const families = {
  contact: { label: "Contacts", short: "Contacts", types: ["CONSULT"] },
  accord: { label: "Agreement and support", short: "Agreement", types: ["AGREE", "SUPPORT", "CONCEDE"] },
  help: { label: "Cooperation and aid", short: "Cooperation", types: ["COOPERATE", "AID", "RETREAT"] },
  dispute: {
    label: "Demands and disputes",
    short: "Disputes",
    types: ["REQUEST", "ACCUSE", "REJECT", "THREATEN"],
  },
  force: {
    label: "Pressure and force",
    short: "Force",
    types: ["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"],
  },
} as const satisfies Readonly<
  Record<string, Readonly<{ label: string; short: string; types: readonly EventType[] }>>
>;

export type Family = keyof typeof families;
export const familyNames = Object.keys(families) as readonly Family[];

const familyByType: ReadonlyMap<string, Family> = new Map(
  familyNames.flatMap((family) => families[family].types.map((type) => [type, family])),
);

export const familyOf = (type: string | null): Family => familyByType.get(type ?? "") ?? "dispute";
export const isFamily = (name: string): name is Family => Object.hasOwn(families, name);
