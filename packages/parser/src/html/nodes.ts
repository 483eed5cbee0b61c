import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  type TreeAdapter,
} from "parse5";
import { type ElementKind, kindOf } from "./elements.js";

export type Node = DefaultTreeAdapterTypes.Node;
export type Document = DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element & { readonly kind: ElementKind };

/** parse5's own tree, with the kind of each element looked up once. */
export const treeAdapter: TreeAdapter<DefaultTreeAdapterMap> = {
  ...defaultTreeAdapter,
  createElement: (tagName, namespaceURI, attrs): Element => ({
    nodeName: tagName,
    tagName,
    attrs,
    namespaceURI,
    childNodes: [],
    parentNode: null,
    kind: kindOf(tagName),
  }),
};

export const isElement = (node: Node): node is Element => "kind" in node;

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
