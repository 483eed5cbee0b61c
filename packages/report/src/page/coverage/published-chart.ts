import { type Day, dateOf, dayOf } from "@readout/model";
import { absent } from "../../bundle/bundle-tables.js";
import type { Dataset } from "../data/dataset.js";
import { element, svgElement } from "../parts/element.js";
import { count } from "../words/count.js";
import { dayText, monthName } from "../words/dates.js";

/** Pages in a stretch of time that counts as one: a day, a month or a year, whichever gives a readable number of bars. */
type Bar = Readonly<{ label: string; pages: number }>;

const most = 90;
const width = 720;
const height = 120;

/** Pages by the day of their publication; null where no page has one. */
export const publishedChart = ({ documents }: Dataset): HTMLElement | null => {
  const days = documents.published.filter((day) => day !== absent).sort();
  const bars = barsOf(days);
  const [first, last] = [bars[0], bars[bars.length - 1]];
  if (first === undefined || last === undefined) return null;
  const tallest = Math.max(...bars.map(({ pages }) => pages));
  const step = width / bars.length;
  return element(
    "figure",
    { class: "published-chart" },
    svgElement(
      "svg",
      {
        viewBox: `0 0 ${width} ${height}`,
        preserveAspectRatio: "none",
        role: "img",
        "aria-label": `Pages by day of publication, ${first.label} to ${last.label}; at most ${tallest} in a bar`,
      },
      ...bars.map(({ label, pages }, i) =>
        svgElement(
          "rect",
          {
            x: i * step,
            y: height - (pages / tallest) * height,
            width: Math.max(0.5, step - 1),
            height: (pages / tallest) * height,
          },
          svgElement("title", {}, `${label}: ${count(pages, "page")}`),
        ),
      ),
    ),
    element(
      "figcaption",
      {},
      element("span", {}, first.label),
      element("span", {}, `highest bar: ${count(tallest, "page")}`),
      element("span", {}, last.label),
    ),
  );
};

const barsOf = (days: Int32Array): readonly Bar[] => {
  const [first, last] = [days[0], days[days.length - 1]];
  if (first === undefined || last === undefined) return [];
  const spans = last - first + 1;
  if (spans <= most)
    return fill(
      days,
      first,
      (day) => day - first,
      (i) => dayText(first + i),
    );
  const from = dateOf(first);
  if (spans / 30 <= most)
    return fill(days, first, monthsSince(from), (i) => {
      const { year, month } = dateOf(
        dayOf(from.year + Math.floor((from.month - 1 + i) / 12), ((from.month - 1 + i) % 12) + 1, 1),
      );
      return `${monthName(month)} ${year}`;
    });
  return fill(
    days,
    first,
    (day) => dateOf(day).year - from.year,
    (i) => String(from.year + i),
  );
};

const monthsSince =
  (from: Readonly<{ year: number; month: number }>) =>
  (day: Day): number => {
    const { year, month } = dateOf(day);
    return (year - from.year) * 12 + month - from.month;
  };

const fill = (
  days: Int32Array,
  first: Day,
  at: (day: Day) => number,
  label: (i: number) => string,
): readonly Bar[] => {
  const pages = new Array<number>(at(days[days.length - 1] ?? first) + 1).fill(0);
  for (const day of days) pages[at(day)] = (pages[at(day)] ?? 0) + 1;
  return pages.map((one, i) => ({ label: label(i), pages: one }));
};
