import { parseFragment } from "parse5";

/** All that may belong to a reference; what does not is left by the standard's rules, which are parse5's. */
const reference = /&[#0-9A-Za-z]+;?/g;
const readings = new Map<string, string>();
/** There are 2,231 names; numbers, and what only looks like a name, are without end. */
const mostReadings = 4096;

/** Text with its character references read, `&rsquo;` and `&#8217;`. */
export const readReferences = (text: string): string =>
  text.includes("&") ? text.replace(reference, readReference) : text;

const readReference = (written: string): string => {
  const known = readings.get(written);
  if (known !== undefined) return known;
  const [node] = parseFragment(written).childNodes;
  const read = node !== undefined && "value" in node ? node.value : "";
  if (readings.size === mostReadings) readings.clear();
  readings.set(written, read);
  return read;
};
