import type { Dataset, DocumentTables } from "./dataset.js";
import type { GoldDocument } from "./gold-document.js";
import type { EventPair } from "./match-events.js";
import type { Dating } from "./score-times.js";
import { createWho } from "./who.js";

/** Takes note of one property of an event: was it right, what was wanted, what was got. */
export type Check = (name: string, right: boolean, wanted: string, got: string) => void;

/** Compares what gold says of an event with the row that was found for it; what gold leaves out is not looked at. */
export const checkEvent = (
  gold: GoldDocument,
  pair: EventPair,
  tables: DocumentTables,
  dataset: Dataset,
  dating: Dating,
  check: Check,
): void => {
  const { gold: event, row } = pair;
  check("status", event.status.includes(row.status), event.status.join(" or "), row.status);
  if (event.mode) check("mode", event.mode.includes(row.mode ?? ""), event.mode.join(" or "), `${row.mode}`);
  checkParticipants(gold, pair, tables, dataset, check);
  if (dating === "given") checkDates(pair, check);
  if (event.place) {
    const isPlace = createWho(gold.page.entities);
    const place = row.place_entity_id ? dataset.entities.get(row.place_entity_id) : undefined;
    const right = event.place.some((name) => isPlace(name, place, row.place));
    check("place", right, event.place.join(" or "), `${row.place} = ${place?.name}`);
  }
  checkClaims(gold, pair, tables, dataset, check);
};

/**
 * Every participant of gold is there, and no more than one that is not; a role that gold leaves empty is not looked at. The
 * sides of a CONSULT may stand in either role.
 */
const checkParticipants = (
  gold: GoldDocument,
  { gold: event, row }: EventPair,
  tables: DocumentTables,
  dataset: Dataset,
  check: Check,
): void => {
  const wanted = [
    ...event.actors.map((names) => ({ role: "actor", names })),
    ...event.recipients.map((names) => ({ role: "recipient", names })),
  ];
  if (wanted.length === 0) return;
  const is = createWho(gold.page.entities);
  const isSameRole = (a: string, b: string): boolean => row.type === "CONSULT" || a === b;
  const rows = tables.participants
    .filter((one) => one.event_mention_id === row.event_mention_id)
    .filter((one) => wanted.some(({ role }) => isSameRole(role, one.role)));
  const isThere = ({ role, names }: (typeof wanted)[number]): boolean =>
    rows.some(
      (one) =>
        isSameRole(role, one.role) &&
        names.some((name) =>
          is(name, one.entity_id ? dataset.entities.get(one.entity_id) : undefined, one.name),
        ),
    );
  const distinct = new Set(rows.map((one) => one.entity_id ?? one.name)).size;
  const right = wanted.every(isThere) && distinct <= wanted.length + 1;
  const show = (role: string, name: string | null): string => `${role} ${name}`;
  check(
    "participants",
    right,
    wanted.map(({ role, names }) => show(role, names.join(" or "))).join(", "),
    rows.map((one) => show(one.role, one.name)).join(", ") || "nobody",
  );
};

const checkDates = ({ gold: event, row }: EventPair, check: Check): void => {
  if (!event.earliest && !event.latest) return;
  const isOpen = row.earliest === null && row.latest === null;
  const right =
    (event.dates === "elsewhere" && isOpen) ||
    ((event.earliest?.includes(row.earliest ?? "") ?? true) &&
      (event.latest?.includes(row.latest ?? "") ?? true));
  check(
    "dates",
    right,
    `${event.earliest?.join("|")}..${event.latest?.join("|")}`,
    `${row.earliest}..${row.latest}`,
  );
};

const checkClaims = (
  gold: GoldDocument,
  { gold: event, row }: EventPair,
  tables: DocumentTables,
  dataset: Dataset,
  check: Check,
): void => {
  const is = createWho(gold.page.entities);
  const claims = tables.claims.filter((one) => one.event_mention_id === row.event_mention_id);
  const made = (name: string, stance: EventStance): boolean =>
    claims.some(
      (one) =>
        one.stance === stance &&
        is(name, one.entity_id ? dataset.entities.get(one.entity_id) : undefined, one.text),
    );
  const show = claims.map((one) => `${one.stance} ${one.text}`).join(", ") || "nobody";
  if (event.claimed_by.length > 0)
    check(
      "claims",
      event.claimed_by.some((name) => made(name, "asserts")),
      `claimed by ${event.claimed_by.join(", ")}`,
      show,
    );
  if (event.denied_by.length > 0)
    check(
      "claims",
      event.denied_by.some((name) => made(name, "denies")),
      `denied by ${event.denied_by.join(", ")}`,
      show,
    );
};

type EventStance = DocumentTables["claims"][number]["stance"];
