const type = (field: string, value: string): string =>
  `{ const field = document.querySelector("${field}"); field.value = "${value}";
    field.dispatchEvent(new Event("input")); field.dispatchEvent(new Event("change")); }`;
const click = (element: string): string => `document.querySelector("${element}").click()`;

/**
 * What a reader of a large report does, in order, as scripts in the page: a driver's own search for the element would count as work of
 * the page.
 */
export const acts: readonly (readonly [name: string, script: string])[] = [
  ["type the first letter", type("[type=search]", "t")],
  ["type the second", type("[type=search]", "ta")],
  ["clear the search", type("[type=search]", "")],
  ["choose a family", click(".family")],
  ["choose days", type("[type=date]", "2013-05-01")],
  ["clear the filters", click(".clear")],
  ["scroll to the middle", "document.querySelector('.view').scrollTop = 500000"],
  ["open an event", "document.querySelectorAll('.event-row a')[3].click()"],
  ["open the next", "document.querySelectorAll('.event-row a')[4].click()"],
  ["who with whom", click("nav a:nth-child(2)")],
  ["people", click(".segment:nth-child(2)")],
  ["quotes", click("nav a:nth-child(3)")],
  ["search quotes", type("[type=search]", "mo")],
  ["coverage", click("nav a:nth-child(4)")],
  ["events again", click("nav a:nth-child(1)")],
];

/** A script that waits for the frame in which the answer to an act is seen. */
export const shown = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";
