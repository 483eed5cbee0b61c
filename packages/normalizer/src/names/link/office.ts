import type { Term } from "../../knowledge/people.js";
import type { Title } from "../titles.js";

/** Titles that name one office among those of their role: a prime minister is no president, though both may lead a government. */
const exact = new Set([
  "president",
  "prime minister",
  "chancellor",
  "king",
  "queen",
  "emir",
  "sultan",
  "emperor",
  "pope",
  "supreme leader",
  "crown prince",
]);

/** Whether a term of office is one that the title can speak of. */
export const isOffice = (term: Term, title: Title): boolean => {
  if (!term.roles.some((role) => title.roles.includes(role))) return false;
  const wanted = title.title.toLowerCase();
  if (!exact.has(wanted)) return true;
  const office = term.office.toLowerCase();
  // Terms that are known by role alone say "head of state": a president or a king, but no prime minister.
  if (office.startsWith("head of"))
    return wanted === "prime minister" || wanted === "chancellor"
      ? term.roles.includes("HOG")
      : term.roles.includes("HOS");
  return office.includes(wanted) || (wanted === "prime minister" && office.includes("premier"));
};
