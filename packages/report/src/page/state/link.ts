import type { Dataset } from "../data/dataset.js";
import { isoText, readDay } from "../words/dates.js";
import { isStatus } from "../words/event-kinds.js";
import { isFamily } from "../words/families.js";
import { initialState, type Opened, type State, type View, views } from "./state.js";

/** The state as a fragment, by ids that hold across builds: `#event=e12…`, `#view=quotes&words=ceasefire`. */
export const toLink = (dataset: Dataset, state: State): string => {
  const { entities } = dataset;
  const link = new URLSearchParams();
  const put = (key: string, values: readonly string[]): void => {
    if (values.length > 0 && values[0] !== "") link.set(key, values.join(","));
  };
  if (state.view !== initialState.view) link.set("view", state.view);
  put("words", [state.words]);
  put("from", state.from === null ? [] : [isoText(state.from)]);
  put("to", state.to === null ? [] : [isoText(state.to)]);
  put("kind", state.families);
  put("status", state.statuses);
  put(
    "who",
    state.who.map((row) => entities.entity_id.at(row) ?? ""),
  );
  put("country", state.countries);
  for (const [key, value] of openedLink(dataset, state.opened)) link.set(key, value);
  return `#${link}`;
};

/** The state that a fragment asks for; what it names and the dataset does not have is passed over. */
export const fromLink = (dataset: Dataset, fragment: string): State => {
  const link = new URLSearchParams(fragment.replace(/^#/, ""));
  const list = (key: string): readonly string[] =>
    (link.get(key) ?? "").split(",").filter((one) => one !== "");
  const view = link.get("view") ?? "";
  return {
    view: Object.hasOwn(views, view) ? (view as View) : initialState.view,
    words: link.get("words") ?? "",
    from: readDay(link.get("from") ?? ""),
    to: readDay(link.get("to") ?? ""),
    families: list("kind").filter(isFamily),
    statuses: list("status").filter(isStatus),
    who: list("who").flatMap((id) => dataset.entityById.get(id) ?? []),
    countries: list("country"),
    opened: readOpened(dataset, link),
  };
};

const openedLink = (
  { events, documents }: Dataset,
  opened: Opened | null,
): readonly (readonly [string, string])[] => {
  switch (opened?.kind) {
    case undefined:
      return [];
    case "event":
      return [
        ["event", events.event_id.at(opened.event) ?? ""],
        ...(opened.report > 0 ? [["report", String(opened.report + 1)] as const] : []),
      ];
    case "document":
      return [
        ["doc", documents.doc_id.at(opened.document) ?? ""],
        ...(opened.end > opened.start ? [["at", `${opened.start}-${opened.end}`] as const] : []),
      ];
  }
};

const readOpened = (dataset: Dataset, link: URLSearchParams): Opened | null => {
  const event = dataset.eventById.get(link.get("event") ?? "");
  if (event !== undefined)
    return { kind: "event", event, report: Math.max(0, (Number(link.get("report")) || 1) - 1) };
  const document = dataset.documentById.get(link.get("doc") ?? "");
  if (document === undefined) return null;
  const [start = 0, end = 0] = (link.get("at") ?? "").split("-").map((offset) => Number(offset) || 0);
  return { kind: "document", document, start, end };
};
