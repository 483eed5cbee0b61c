import type { Participant } from "@readout/model";
import type { Draft } from "./draft.js";
import type { Occasion } from "./scene.js";
import { BRIEF, isPerson, isPlace, type Page, powers, type Standings } from "./standing.js";

/** For whom somebody meets others: for a state or office; for somebody the page knows; for nobody that counts. */
const Standing = { none: 0, known: 1, political: 2 } as const;

/** Sectors whose groups are a side without a name: "the union", "rebels"; not "voters", "staff", "reporters". */
const sides: ReadonlySet<string> = new Set(["OPP", "NGO", "BUS", "IGO", "REL", "CRM", "PTY", "REF"]);

/** Sectors whose people speak for themselves: meeting them is private, or with the public. */
const privates: ReadonlySet<string> = new Set(["CVL", "JRN", "EDU", "LAB", "MED", "ELI"]);

/**
 * Whether a contact is one between political sides: two the page knows, of which one acts for a state or holds an office. Meetings
 * with voters, the press, the family or the own staff, and those of people the page says nothing of, are none.
 */
export const isContact = (
  draft: Draft,
  participants: readonly Participant[],
  page: Page,
  { formal, staged, casual }: Occasion,
  standings: Standings,
  knows: (one: Participant) => boolean,
): boolean => {
  if (staged) return false;
  const sense = draft.trigger?.sense ?? null;
  const actors = participants.filter(({ role }) => role === "actor");
  const recipients = participants.filter(({ role }) => role === "recipient");
  // "arrived for talks": with whom may be said elsewhere.
  if (draft.mode === "visit" && (recipients.length > 0 || !formal)) return isVisit(actors, recipients);
  // "called Trump a liar", "called out the candidates": it is one person that another rings.
  const rung = sense === "rings" && participants.some((one) => isGroup(one));
  // "spoke to Congress": a speech.
  const addressed = sense === "addresses" && participants.slice(1).some((one) => isGroup(one));
  if (rung || addressed) return false;
  // "spoke with her staff": one camp.
  if (participants.some((one) => standings.isOwnCamp(one, page)) && participants.length < 3) return false;
  const ranks = participants.map(standingOf);
  const best = Math.max(...ranks);
  if (participants.length === 1) return isAlone(participants[0], best);
  const known = ranks.filter((rank) => rank > Standing.none).length;
  // Talks are between sides, even where the page knows none of them; a text of one sentence tells nothing of anybody.
  if (formal) return known > 0;
  return known >= 2 && (best === Standing.political || page.tokens.length <= BRIEF);

  /** "The ministers met", "Vienna hosted the talks"; not "the candidates met", "he attends a dinner". */
  function isAlone(one: Participant | undefined, rank: number): boolean {
    const least = formal && page.tokens.length <= BRIEF ? Standing.known : Standing.political;
    if (one === undefined || rank < least) return false;
    if (draft.sides === "public" && casual) return false;
    // "attended the meeting alone".
    const alone = draft.sides === "public" && (formal || page.tokens.length <= BRIEF);
    return alone || !isPerson(one, page);
  }

  function standingOf(one: Participant): number {
    if (one.implied || standings.isVague(one, page)) return Standing.none;
    const official = one.sector !== null && powers.has(one.sector);
    // "the National Coalition": an opposition with a name.
    const opposes = one.sector === "OPP" && one.entity !== null;
    if (official || opposes || standings.hasPower(one, page) || standings.holdsOffice(one, page))
      return Standing.political;
    if (formal && knows(one)) return Standing.known;
    if (one.sector !== null && privates.has(one.sector)) return Standing.none;
    if (one.mention !== null || one.entity !== null || (one.sector !== null && sides.has(one.sector)))
      return Standing.known;
    // "flew to Oslo, where he met the king": of those who meet, the page's own people go on as "he".
    return sense === "meets" && standings.isPronoun(one, page) ? Standing.known : Standing.none;
  }

  function isGroup(one: Participant): boolean {
    if (isPerson(one, page) || isPlace(one, page) || standings.isPronoun(one, page)) return false;
    return one.mention !== null || one.sector === "PTY" || one.sector === "LEG" || one.sector === "OPP";
  }

  /** "visited the restaurant", "flew home to Ohio" is no contact; a visit abroad, or to a person or body in politics, is. */
  function isVisit(visitors: readonly Participant[], hosts: readonly Participant[]): boolean {
    // "he hosted Bush": nobody knows who.
    if (visitors.length > 0 && visitors.every((one) => one.entity === null && standings.isPronoun(one, page)))
      return false;
    return hosts.some((host) => {
      if (standingOf(host) === Standing.none || (standings.isSite(host, page) && !isPlace(host, page)))
        return false;
      if (isPlace(host, page)) return visitors.some((one) => travelsTo(one, host));
      // "received the report", "hosted the games": a guest is a person, or somebody of a state.
      const guest = isPerson(host, page) || (!isOrganisation(host) && guests.has(host.sector ?? ""));
      if (sense === "receives" && !guest) return false;
      return [host, ...visitors].some((one) => standingOf(one) === Standing.political);
    });
  }

  /** "the ministry"; "the Iraqi premier", whose state it is, is none. */
  function isOrganisation({ mention }: Participant): boolean {
    return page.mentions[mention ?? -1]?.type === "ORG";
  }

  /** An official abroad; of one whose country the page does not tell, somebody of a government or body, who goes and does not return. */
  function travelsTo(one: Participant, host: Participant): boolean {
    if (one.sector === null || !travels.has(one.sector) || host.country === null) return false;
    if (one.country !== null) return one.country !== host.country;
    const delegate = one.sector === "GOV" || one.sector === "IGO" || page.tokens.length <= BRIEF;
    return delegate && !standings.isGeneric(one, page) && sense !== "returns";
  }
};

/** Sectors of guests without a name: "the envoy", "the Iraqi premier"; not "soldiers", "the report". */
const guests: ReadonlySet<string> = new Set(["GOV", "IGO", "REB", "REL"]);

/** Sectors whose people travel on business of state or body. */
const travels: ReadonlySet<string> = new Set([...powers, "NGO", "REL"]);
