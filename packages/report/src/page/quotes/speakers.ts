import { absent } from "../../bundle/bundle-tables.js";
import type { Dataset } from "../data/dataset.js";
import { button, element } from "../parts/element.js";
import type { Session } from "../state/session.js";

const most = 12;

/** The speakers with the most of these quotes, as buttons that filter by them. */
export const speakerButtons = ({ dataset, store }: Session, quotes: Int32Array): HTMLElement => {
  const ranked = rankSpeakers(dataset, quotes).slice(0, most);
  const { who } = store.state();
  return element(
    "div",
    { class: "speakers", role: "group", "aria-label": "Speakers" },
    ...ranked.map(([entity, said]) => {
      const on = who.includes(entity);
      const made = button(
        dataset.entities.name.at(entity) ?? "",
        { class: "speaker", "aria-pressed": String(on) },
        () => store.change({ who: on ? who.filter((one) => one !== entity) : [entity] }),
      );
      made.append(element("span", { class: "lane-count" }, String(said)));
      return made;
    }),
  );
};

const rankSpeakers = ({ quotes }: Dataset, rows: Int32Array): readonly (readonly [number, number])[] => {
  const said = new Map<number, number>();
  for (const row of rows) {
    const entity = quotes.speaker_entity[row] ?? absent;
    if (entity !== absent) said.set(entity, (said.get(entity) ?? 0) + 1);
  }
  return [...said].sort(([, a], [, b]) => b - a);
};
