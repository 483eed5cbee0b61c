import type { EventType } from "@readout/model";

/**
 * CAMEO root and quad class of each PLOVER type (openeventdata/PLOVER, CAMEO2PLOVER-2021). Quad class 1 verbal cooperation,
 * 2 material cooperation, 3 verbal conflict, 4 material conflict; SANCTION is material (docs/events.md).
 */
export const eventTypeCodes: Readonly<
  Record<EventType, Readonly<{ cameoRoot: number; quadClass: 1 | 2 | 3 | 4 }>>
> = {
  AGREE: { cameoRoot: 3, quadClass: 1 },
  CONSULT: { cameoRoot: 4, quadClass: 1 },
  SUPPORT: { cameoRoot: 5, quadClass: 1 },
  CONCEDE: { cameoRoot: 8, quadClass: 1 },
  COOPERATE: { cameoRoot: 6, quadClass: 2 },
  AID: { cameoRoot: 7, quadClass: 2 },
  RETREAT: { cameoRoot: 8, quadClass: 2 },
  REQUEST: { cameoRoot: 10, quadClass: 3 },
  ACCUSE: { cameoRoot: 11, quadClass: 3 },
  REJECT: { cameoRoot: 12, quadClass: 3 },
  THREATEN: { cameoRoot: 13, quadClass: 3 },
  PROTEST: { cameoRoot: 14, quadClass: 4 },
  SANCTION: { cameoRoot: 16, quadClass: 4 },
  MOBILIZE: { cameoRoot: 15, quadClass: 4 },
  COERCE: { cameoRoot: 17, quadClass: 4 },
  ASSAULT: { cameoRoot: 18, quadClass: 4 },
};
