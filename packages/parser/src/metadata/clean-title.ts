/** What stands between a headline and the name of the site in a page's title. */
const separators = [" | ", " – ", " — ", " - ", " :: ", " · ", " • ", " < "];
/** A site's name has no more words than this. */
const siteWords = 6;

/**
 * A headline as an article would print it. From the line that a page's `<title>` makes, the site's name goes: `Talks
 * resume in Vienna | World | The Daily Example` gives `Talks resume in Vienna`; the last separator counts, a second time
 * where a section stands before the site, and never is more cut than left.
 */
export const cleanTitle = (line: string, isPageTitle: boolean): string => {
  let title = afterBreadcrumb(line.replace(/\s+/g, " ").trim());
  if (!isPageTitle) return title;
  for (let cuts = 0; cuts < 2; cuts++) {
    const at = Math.max(...separators.map((separator) => title.lastIndexOf(separator)));
    if (at <= 0) break;
    const [head, tail] = [title.slice(0, at), title.slice(at + 1)];
    const words = (text: string): number => text.split(" ").length;
    if (words(tail) - 1 > siteWords || words(head) < 2 || (cuts > 0 && words(tail) > 4)) break;
    title = head.trim();
  }
  return title;
};

/** What follows the path to a page: `Blog » Talks resume in Vienna`, `Home > World > Talks resume`. */
const afterBreadcrumb = (line: string): string => {
  const at = Math.max(
    line.lastIndexOf(" > "),
    line.lastIndexOf(" » "),
    line.lastIndexOf(" › "),
    line.lastIndexOf(" / "),
  );
  if (at <= 0) return line;
  const tail = line.slice(at + 3);
  return tail.split(" ").length >= 3 ? tail : line;
};
