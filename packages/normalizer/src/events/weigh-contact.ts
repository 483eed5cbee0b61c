import type { Participant } from "@readout/model";
import {
  BRIEF,
  hasPower,
  holdsOffice,
  isGenericSide,
  isOwnCamp,
  isPerson,
  isPlace,
  isPronoun,
  isSite,
  isVague,
  powers,
} from "./standing.js";
import { isKnown, type Weighing } from "./weighing.js";

/** For whom somebody meets others: for a state or office; for somebody the page knows; for nobody that counts. */
const Standing = { none: 0, known: 1, political: 2 } as const;

/** Sectors whose groups are a side without a name: "the union", "rebels"; not "voters", "staff", "reporters". */
const sides: ReadonlySet<string> = new Set(["OPP", "NGO", "BUS", "IGO", "REL", "CRM", "PTY", "REF"]);

/** Sectors whose people speak for themselves: meeting them is private, or with the public. */
const privates: ReadonlySet<string> = new Set(["CVL", "JRN", "EDU", "LAB", "MED", "ELI"]);

/** Sectors of guests without a name: "the envoy", "the Iraqi premier"; not "soldiers", "the report". */
const guests: ReadonlySet<string> = new Set(["GOV", "IGO", "REB", "REL"]);

/** Sectors whose people travel on business of state or body. */
const travels: ReadonlySet<string> = new Set([...powers, "NGO", "REL"]);

/**
 * Whether a contact is one between political sides: two the page knows, of which one acts for a state or holds an office. Meetings
 * with voters, the press, the family or the own staff, and those of people the page says nothing of, are none.
 */
export const isContact = (weighing: Weighing): boolean => {
  const { draft, participants, recipients, scene } = weighing;
  if (scene.staged) return false;
  const sense = draft.trigger?.sense ?? null;
  // "arrived for talks": with whom may be said elsewhere.
  if (draft.mode === "visit" && (recipients.length > 0 || !scene.formal)) return isVisit(weighing);
  // "called Trump a liar", "called out the candidates": it is one person that another rings.
  if (sense === "rings" && participants.some((one) => isGroup(one, weighing))) return false;
  // "spoke to Congress": a speech.
  if (sense === "addresses" && participants.slice(1).some((one) => isGroup(one, weighing))) return false;
  // "spoke with her staff": one camp.
  if (participants.some((one) => isOwnCamp(one, scene)) && participants.length < 3) return false;
  const ranks = participants.map((one) => standingOf(one, weighing));
  const best = Math.max(...ranks);
  if (participants.length === 1) return isAlone(participants[0], best, weighing);
  const known = ranks.filter((rank) => rank > Standing.none).length;
  // Talks are between sides, even where the page knows none of them; a text of one sentence tells nothing of anybody.
  if (scene.formal) return known > 0;
  return known >= 2 && (best === Standing.political || scene.tokens.length <= BRIEF);
};

/** "The ministers met", "Vienna hosted the talks"; not "the candidates met", "he attends a dinner". */
const isAlone = (one: Participant | undefined, rank: number, { draft, scene }: Weighing): boolean => {
  const { formal, casual } = scene;
  const brief = scene.tokens.length <= BRIEF;
  const least = formal && brief ? Standing.known : Standing.political;
  if (one === undefined || rank < least) return false;
  if (draft.sides === "public" && casual) return false;
  // "attended the meeting alone".
  return (draft.sides === "public" && (formal || brief)) || !isPerson(one, scene);
};

const standingOf = (one: Participant, { draft, scene }: Weighing): number => {
  if (one.implied || isVague(one, scene)) return Standing.none;
  const official = one.sector !== null && powers.has(one.sector);
  // "the National Coalition": an opposition with a name.
  const opposes = one.sector === "OPP" && one.entity !== null;
  if (official || opposes || hasPower(one, scene) || holdsOffice(one, scene)) return Standing.political;
  if (scene.formal && isKnown(one, scene)) return Standing.known;
  if (one.sector !== null && privates.has(one.sector)) return Standing.none;
  if (one.mention !== null || one.entity !== null || (one.sector !== null && sides.has(one.sector)))
    return Standing.known;
  // "flew to Oslo, where he met the king": of those who meet, the page's own people go on as "he".
  return draft.trigger?.sense === "meets" && isPronoun(one, scene) ? Standing.known : Standing.none;
};

const isGroup = (one: Participant, { scene }: Weighing): boolean => {
  if (isPerson(one, scene) || isPlace(one, scene) || isPronoun(one, scene)) return false;
  return one.mention !== null || one.sector === "PTY" || one.sector === "LEG" || one.sector === "OPP";
};

/** "visited the restaurant", "flew home to Ohio" is no contact; a visit abroad, or to a person or body in politics, is. */
const isVisit = (weighing: Weighing): boolean => {
  const { draft, actors, recipients, scene } = weighing;
  // "he hosted Bush": nobody knows who.
  if (actors.length > 0 && actors.every((one) => one.entity === null && isPronoun(one, scene))) return false;
  return recipients.some((host) => {
    if (standingOf(host, weighing) === Standing.none) return false;
    if (isPlace(host, scene)) return actors.some((one) => travelsTo(one, host, weighing));
    if (isSite(host, scene)) return false;
    // "received the report", "hosted the games": a guest is a person, or somebody of a state.
    const organisation = scene.mentions[host.mention ?? -1]?.type === "ORG";
    const guest = isPerson(host, scene) || (!organisation && guests.has(host.sector ?? ""));
    if (draft.trigger?.sense === "receives" && !guest) return false;
    return [host, ...actors].some((one) => standingOf(one, weighing) === Standing.political);
  });
};

/** An official abroad; of one whose country the page does not tell, somebody of a government or body, who goes and does not return. */
const travelsTo = (one: Participant, host: Participant, { draft, scene }: Weighing): boolean => {
  if (one.sector === null || !travels.has(one.sector) || host.country === null) return false;
  if (one.country !== null) return one.country !== host.country;
  const delegate = one.sector === "GOV" || one.sector === "IGO" || scene.tokens.length <= BRIEF;
  return delegate && !isGenericSide(one, scene) && draft.trigger?.sense !== "returns";
};
