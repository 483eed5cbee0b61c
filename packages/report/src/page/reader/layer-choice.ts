import { element } from "../parts/element.js";
import { type Layer, layers } from "./annotations.js";

/** What was chosen last holds for the next page as well. */
const hidden = new Set<Layer>();

/** Boxes to tick for what is marked in the text. */
export const createLayerChoice = (text: HTMLElement): HTMLElement =>
  element(
    "fieldset",
    { class: "layer-choice" },
    element("legend", {}, "Marked in the text"),
    ...(Object.keys(layers) as Layer[]).map((layer) => {
      const box = element("input", { type: "checkbox", checked: !hidden.has(layer) });
      const show = (): void => {
        text.classList.toggle(`without-${layer}`, !box.checked);
      };
      box.addEventListener("change", () => {
        if (box.checked) hidden.delete(layer);
        else hidden.add(layer);
        show();
      });
      show();
      return element("label", { class: `layer ${layer}` }, box, element("span", {}, layers[layer]));
    }),
  );
