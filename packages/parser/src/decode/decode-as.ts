import { TextDecoder } from "node:util";

/** Bytes 0x80–0x9F of windows-1252 (WHATWG Encoding Standard, index-windows-1252); the five unassigned ones stay controls. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const controls = /[\u0080-\u009f]/g;

/** Whether a decoder of this name is at hand. */
export const canDecode = (label: string): boolean => {
  try {
    return new TextDecoder(label).encoding !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/**
 * Decodes bytes of a named encoding, what is broken becoming U+FFFD. Node 20 reads windows-1252 as ISO 8859-1, dashes and curly
 * quotes as controls; these are put right here.
 */
export const decodeAs = (bytes: Uint8Array, label: string): string => {
  const decoder = new TextDecoder(label);
  const text = decoder.decode(bytes);
  if (decoder.encoding !== "windows-1252") return text;
  return text.replace(controls, (control) => windows1252[control.charCodeAt(0) - 0x80] ?? control);
};
