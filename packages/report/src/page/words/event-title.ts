import type { Dataset } from "../data/dataset.js";
import { eventKind } from "./event-kinds.js";

/** Who takes part in an event, as names: entities where there are any, else as the first report has it. */
export type Cast = Readonly<{ actors: readonly string[]; recipients: readonly string[] }>;

export const castOf = (dataset: Dataset, event: number): Cast => {
  const { events, entities } = dataset;
  const names = (rows: Int32Array): readonly string[] => [...rows].map((row) => entities.name.at(row) ?? "");
  const actors = names(events.actors.at(event));
  const recipients = names(events.recipients.at(event)).filter((name) => !actors.includes(name));
  return {
    actors: actors.length > 0 ? actors : writtenNames(dataset, event, "actor"),
    recipients: recipients.length > 0 ? recipients : writtenNames(dataset, event, "recipient"),
  };
};

/** "John Kerry, Sergey Lavrov" or "United States → Syria"; null where nobody is named. */
export const castText = ({ actors, recipients }: Cast): string | null => {
  if (actors.length === 0 && recipients.length === 0) return null;
  if (recipients.length === 0) return listed(actors);
  return `${listed(actors)} → ${listed(recipients)}`.trim();
};

export const kindOf = ({ events }: Dataset, event: number): string =>
  eventKind(events.type.at(event), events.mode.at(event));

/** "Phone call: John Kerry, Sergey Lavrov": the event in one line. */
export const eventTitle = (dataset: Dataset, event: number): string => {
  const cast = castText(castOf(dataset, event));
  const kind = kindOf(dataset, event);
  return cast === null ? kind : `${kind}: ${cast}`;
};

const writtenNames = (
  { events, participants, participantsOf }: Dataset,
  event: number,
  role: string,
): readonly string[] => [
  ...new Set(
    [...participantsOf.of(events.first_mention[event] ?? -1)].flatMap((row) =>
      participants.role.at(row) === role ? (participants.name.at(row) ?? []) : [],
    ),
  ),
];

const shown = 4;
const listed = (names: readonly string[]): string =>
  names.length <= shown
    ? names.join(", ")
    : `${names.slice(0, shown - 1).join(", ")} and ${names.length - shown + 1} more`;
