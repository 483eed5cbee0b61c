import { element } from "./element.js";

export type Suggestion = Readonly<{ label: string; note: string; choose: () => void }>;

let made = 0;

/** A field that suggests as one types: arrows to go through the suggestions, Enter to choose, Escape to leave. */
export const createCombobox = (
  label: string,
  placeholder: string,
  suggest: (typed: string) => readonly Suggestion[],
): HTMLElement => {
  made += 1;
  const id = `suggestions-${made}`;
  const input = element("input", {
    type: "text",
    role: "combobox",
    "aria-label": label,
    "aria-expanded": "false",
    "aria-controls": id,
    "aria-autocomplete": "list",
    autocomplete: "off",
    placeholder,
  });
  const box = element("ul", { id, role: "listbox", "aria-label": label, hidden: true });
  let suggestions: readonly Suggestion[] = [];
  let active = -1;

  const show = (): void => {
    suggestions = suggest(input.value);
    active = -1;
    box.replaceChildren(
      ...suggestions.map(({ label: text, note }, i) => {
        const option = element(
          "li",
          { role: "option", id: `${id}-${i}`, "aria-selected": "false" },
          element("span", {}, text),
          element("span", { class: "note" }, note),
        );
        // Before the field loses the focus, which closes the box.
        option.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          choose(i);
        });
        return option;
      }),
    );
    open(suggestions.length > 0);
  };
  const open = (shown: boolean): void => {
    box.hidden = !shown;
    input.setAttribute("aria-expanded", String(shown));
    if (!shown) input.removeAttribute("aria-activedescendant");
  };
  const choose = (i: number): void => {
    input.value = "";
    open(false);
    suggestions[i]?.choose();
  };
  const point = (i: number): void => {
    box.children[active]?.setAttribute("aria-selected", "false");
    active = (i + suggestions.length) % suggestions.length;
    const option = box.children[active];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", `${id}-${active}`);
  };
  input.addEventListener("input", show);
  input.addEventListener("focus", show);
  input.addEventListener("blur", () => open(false));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") open(false);
    else if (box.hidden || suggestions.length === 0) return;
    else if (event.key === "ArrowDown") point(active + 1);
    else if (event.key === "ArrowUp") point(active - 1);
    else if (event.key === "Enter") choose(Math.max(0, active));
    else return;
    event.preventDefault();
  });
  return element("div", { class: "combobox" }, input, box);
};
