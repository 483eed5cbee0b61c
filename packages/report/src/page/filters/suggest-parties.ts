import type { Suggestion } from "../parts/combobox.js";
import type { Session } from "../state/session.js";
import { count } from "../words/count.js";
import { fold, termsOf } from "../words/fold.js";

const most = 12;

/** Those who take part in events or are quoted, by how often; as one types, those whose names have words that begin so. */
export const suggestParties = (session: Session): ((typed: string) => readonly Suggestion[]) => {
  const { dataset, store, index } = session;
  const { entities } = dataset;
  const parts = new Int32Array(entities.rows);
  for (const set of index.entities) for (const row of set) parts[row] = (parts[row] ?? 0) + 1;
  const ranked = Array.from({ length: entities.rows }, (_, row) => row)
    .filter((row) => (parts[row] ?? 0) > 0)
    .sort((a, b) => (parts[b] ?? 0) - (parts[a] ?? 0) || a - b);
  const words: string[] = [];
  const wordsOf = (row: number): string => {
    words[row] ??= fold(`${entities.name.at(row)} ${entities.aliases.at(row)}`);
    return words[row];
  };
  return (typed) => {
    const terms = termsOf(typed);
    const { who } = store.state();
    return ranked
      .filter((row) => !who.includes(row) && terms.every((term) => wordsOf(row).includes(term)))
      .slice(0, most)
      .map((row) => ({
        label: entities.name.at(row) ?? "",
        note: [entities.country.at(row), count(parts[row] ?? 0, "event")].filter(Boolean).join(" · "),
        choose: () => store.change({ who: [...store.state().who, row] }),
      }));
  };
};
