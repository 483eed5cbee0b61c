import { createCombobox } from "../parts/combobox.js";
import { button, element } from "../parts/element.js";
import type { Session } from "../state/session.js";
import { noFilter } from "../state/state.js";
import { isoText, readDay } from "../words/dates.js";
import { isStatus, type Status, statuses, statusWords } from "../words/event-kinds.js";
import { type Family, families, familyNames } from "../words/families.js";
import { suggestParties } from "./suggest-parties.js";

/** Everything that can be filtered by, and what is filtered by now. */
export const createFilterBar = (session: Session): HTMLElement => {
  const { store } = session;
  const words = element("input", {
    type: "search",
    "aria-label": "Search names, kinds and words",
    placeholder: "Search: names, kinds, words",
    autocomplete: "off",
  });
  words.addEventListener("input", () => store.change({ words: words.value }));
  const who = createCombobox("Who takes part", "Who takes part …", suggestParties(session));
  const from = dayField("From", (day) => store.change({ from: day }));
  const to = dayField("To", (day) => store.change({ to: day }));
  const status = statusField((chosen) => store.change({ statuses: chosen === null ? [] : [chosen] }));
  const familyButtons = familyNames.map((family) => familyButton(session, family));
  const clear = button("Clear", { class: "quiet clear" }, () => store.change(noFilter));
  const chips = element("ul", { class: "chips", "aria-label": "Taking part" });

  const show = (): void => {
    const state = store.state();
    if (words.value !== state.words) words.value = state.words;
    from.value = state.from === null ? "" : isoText(state.from);
    to.value = state.to === null ? "" : isoText(state.to);
    status.value = state.statuses[0] ?? "";
    familyButtons.forEach((one, i) => {
      const family = familyNames[i];
      one.setAttribute("aria-pressed", String(family !== undefined && state.families.includes(family)));
    });
    chips.replaceChildren(...partyChips(session));
    clear.disabled = Object.entries(noFilter).every(([key, rest]) => {
      const value = state[key as keyof typeof noFilter];
      return Array.isArray(value) ? value.length === 0 : value === rest;
    });
  };
  store.watch(show);
  show();
  return element(
    "form",
    { class: "filters", role: "search", "aria-label": "Filters" },
    element("div", { class: "filter-line" }, words, who, chips),
    element(
      "div",
      { class: "filter-line" },
      element("div", { class: "families", role: "group", "aria-label": "Kinds of events" }, ...familyButtons),
      element("label", { class: "field status" }, element("span", {}, "Status"), status),
      element("label", { class: "field" }, element("span", {}, "From"), from),
      element("label", { class: "field" }, element("span", {}, "To"), to),
      clear,
    ),
  );
};

const dayField = (name: string, choose: (day: number | null) => void): HTMLInputElement => {
  const field = element("input", { type: "date", "aria-label": name });
  field.addEventListener("change", () => choose(readDay(field.value)));
  return field;
};

const statusField = (choose: (status: Status | null) => void): HTMLSelectElement => {
  const field = element(
    "select",
    { "aria-label": "Status" },
    element("option", { value: "" }, "Any"),
    ...statuses.map((status) => element("option", { value: status }, statusWords[status])),
  );
  field.addEventListener("change", () => choose(isStatus(field.value) ? field.value : null));
  return field;
};

const familyButton = ({ store }: Session, family: Family): HTMLButtonElement => {
  const made = button(
    "",
    { class: "family", "data-family": family, "aria-pressed": "false", title: families[family].label },
    () => {
      const chosen = store.state().families;
      store.change({
        families: chosen.includes(family) ? chosen.filter((one) => one !== family) : [...chosen, family],
      });
    },
  );
  made.append(element("span", { class: "dot", "aria-hidden": "true" }), families[family].short);
  return made;
};

const partyChips = ({ dataset, store }: Session): readonly HTMLElement[] => {
  const { who, countries } = store.state();
  const chip = (label: string, remove: () => void): HTMLElement =>
    element("li", { class: "chip" }, label, button("×", { "aria-label": `Without ${label}` }, remove));
  return [
    ...who.map((row) =>
      chip(dataset.entities.name.at(row) ?? "", () =>
        store.change({ who: who.filter((one) => one !== row) }),
      ),
    ),
    ...countries.map((code) =>
      chip(code, () => store.change({ countries: countries.filter((one) => one !== code) })),
    ),
  ];
};
