import { element } from "./element.js";

/** Offers text as a file to keep. */
export const save = (name: string, type: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = element("a", { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
};
