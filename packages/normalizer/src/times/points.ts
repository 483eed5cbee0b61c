import type { Base, Meaning, PartOfDay, Relation } from "./candidate.js";

type CalendarFields = Readonly<{
  year?: number | null;
  month?: number | null;
  day?: number | null;
  weekday?: number | null;
  relation?: Relation | null;
}>;

/** A base made of calendar fields; what is not given is null. */
export const calendar = ({
  year = null,
  month = null,
  day = null,
  weekday = null,
  relation = null,
}: CalendarFields): Base => ({ kind: "calendar", year, month, day, weekday, relation });

/** A point in time without a clock time. */
export const point = (base: Base, part: PartOfDay | null = null): Meaning => ({
  kind: "point",
  base,
  part,
  clock: null,
});
