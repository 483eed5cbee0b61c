import { type Day, isoDay, readTable } from "@readout/model";
import { timeZones as table } from "../generated/time-zones.js";

const offsetOf: ReadonlyMap<string, string> = new Map(
  readTable(table, ["surface", "offset"]).map((row) => [row.surface, row.offset]),
);
/** A clock time this far behind its date still belongs to it. */
const reach = 40;
const clock =
  /^[\sT,|•·-]*(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([ap]\.?m\.?)?\s*(Z\b|[A-Z]{3,4}\b|[+-]\d{2}:?\d{2})?/i;

/**
 * The time of publication that follows a date which ends at `end`, in ISO 8601 with offset: `2019-11-18T20:51:19Z`, `May 3, 2020 at 2:26 PM
 * HST`. Null where no time or no time zone is stated (`10:15`), or one whose offset changes through the year (`ET`).
 */
export const readPublishedAt = (text: string, end: number, day: Day): string | null => {
  const match = clock.exec(text.slice(end, end + reach).split("\n", 1)[0] ?? "");
  const date = isoDay(day);
  if (match === null || date === null) return null;
  const [, hours = "", minutes = "", seconds = "00", half = "", zone = ""] = match;
  const offset = /^[+-]/.test(zone)
    ? `${zone.slice(0, 3)}:${zone.slice(-2)}`
    : offsetOf.get(zone.toUpperCase());
  const twelve = Number(hours) % 12;
  const hour = half === "" ? Number(hours) : half.toLowerCase().startsWith("p") ? twelve + 12 : twelve;
  if (offset === undefined || hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  return `${date}T${String(hour).padStart(2, "0")}:${minutes}:${seconds}${offset}`;
};
