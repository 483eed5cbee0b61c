import type { DefaultTreeAdapterTypes } from "parse5";

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;
export type Document = DefaultTreeAdapterTypes.Document;

export const isElement = (node: Node): node is Element => "tagName" in node;

/** The value of an attribute, or null where the element lacks it. */
export const attribute = (element: Element, name: string): string | null =>
  element.attrs.find((attr) => attr.name === name)?.value ?? null;

/** The text below a node, white space as it stands; scripts included (JSON-LD is read through this). */
export const textContent = (element: Element): string => {
  let text = "";
  for (const child of element.childNodes) {
    if ("value" in child) text += child.value;
    else if (isElement(child)) text += textContent(child);
  }
  return text;
};
