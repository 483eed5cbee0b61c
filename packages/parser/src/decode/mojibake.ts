/** Fewer hits than this are left alone: "â€" may be quoted on purpose. */
const least = 2;

/**
 * How many sequences look like UTF-8 that was read as windows-1252: `â€` before a third character (’ is â€™), and `Ã` or
 * `Â` before a character that stands for a continuation byte (é is Ã©). 0 below two hits. `SÃO` and `Â,` don't count.
 */
export const countMojibake = (text: string): number => {
  let hits = 0;
  for (let at = text.indexOf("â€"); at >= 0; at = text.indexOf("â€", at + 2)) hits++;
  for (const lead of ["Ã", "Â"]) {
    for (let at = text.indexOf(lead); at >= 0; at = text.indexOf(lead, at + 1)) {
      const next = text.charCodeAt(at + 1);
      if (next >= 0x80 && next <= 0xbf) hits++;
    }
  }
  return hits < least ? 0 : hits;
};
