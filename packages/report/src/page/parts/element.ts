type Attribute = string | number | boolean | null;
export type Child = Node | string | null;

/**
 * Makes an element. Text becomes text and nothing else: this and {@link svgElement} are the only ways by which anything
 * gets into the page, and neither reads markup. An attribute that is null or false is left out, true has no value.
 */
export const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag);
  fill(made, attributes, children);
  return made;
};

export const svgElement = <Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  fill(made, attributes, children);
  return made;
};

const fill = (
  made: Element,
  attributes: Readonly<Record<string, Attribute>>,
  children: readonly Child[],
): void => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) if (child !== null) made.append(child);
};

/** A button that does something at a click, by Enter and by space. */
export const button = (
  label: string,
  attributes: Readonly<Record<string, Attribute>>,
  act: () => void,
): HTMLButtonElement => {
  const made = element("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", act);
  return made;
};
