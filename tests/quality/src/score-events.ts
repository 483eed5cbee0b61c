import type { Dataset, DocumentTables } from "./dataset.js";
import type { GoldDocument } from "./gold-document.js";
import type { GoldEvent } from "./gold-page.js";
import type { EventMatch, EventPair } from "./match-events.js";
import type { Report } from "./report.js";
import type { Dating } from "./score-times.js";
import { createWho } from "./who.js";

/**
 * `events:contact`: CONSULT events found (gold is complete for these), `events:other` the same for all other types by
 * recall alone. Then, over the pairs with required gold, whether status, mode, participants, dates, place and claims are right.
 * Days are compared only where the page was built with its date.
 */
export const scoreEvents = (
  gold: GoldDocument,
  match: EventMatch,
  tables: DocumentTables,
  dataset: Dataset,
  dating: Dating,
  report: Report,
): void => {
  const page = gold.page.page;
  const miss = (message: string): void => report.miss(page, "events", message);
  for (const event of match.missed) {
    countFound(report, event, false);
    miss(
      `not found: ${event.type.join(" or ")} "${event.trigger}" (${event.in ?? "the only one"}) ${event.actors.join(", ")}`,
    );
  }
  for (const row of match.extra) {
    if (row.type !== "CONSULT") continue;
    report.add("events:contact", 0, 1, 0);
    miss(`not in gold: CONSULT ${row.status} "${row.text}" in "${row.evidence}" (${row.rule})`);
  }
  for (const { gold: event, row } of match.pairs) {
    if (event.optional) continue;
    countFound(report, event, true);
    const check = (name: string, right: boolean, wanted: string, got: string): void => {
      report.addFound(`events:${name}`, right);
      if (!right)
        miss(`${name} of ${row.type} "${row.text}" (${event.in ?? "the only one"}) is ${wanted}; got ${got}`);
    };
    check("status", event.status.includes(row.status), event.status.join(" or "), row.status);
    if (event.mode)
      check("mode", event.mode.includes(row.mode ?? ""), event.mode.join(" or "), `${row.mode}`);
    checkParticipants(gold, { gold: event, row }, tables, dataset, check);
    if (dating === "given") checkDates({ gold: event, row }, check);
    if (event.place) {
      const isPlace = createWho(gold.page.entities);
      const place = row.place_entity_id ? dataset.entities.get(row.place_entity_id) : undefined;
      const right = event.place.some((name) => isPlace(name, place, row.place));
      check("place", right, event.place.join(" or "), `${row.place} = ${place?.name}`);
    }
    checkClaims(gold, { gold: event, row }, tables, dataset, check);
  }
};

const countFound = (report: Report, event: GoldEvent, isFound: boolean): void => {
  if (event.type.every((type) => type === "CONSULT"))
    report.add("events:contact", isFound ? 1 : 0, 0, isFound ? 0 : 1);
  else report.addFound("events:other", isFound);
};

type Check = (name: string, right: boolean, wanted: string, got: string) => void;

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
