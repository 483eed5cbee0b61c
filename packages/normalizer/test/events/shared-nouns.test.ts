import { expect, test } from "vitest";
import { annotateText } from "./annotate.js";

const recipientsOf = (text: string): readonly string[] =>
  annotateText(text, "2024-03-04").events.flatMap(({ participants }) =>
    participants.flatMap(({ role, span, sector }) =>
      role === "recipient" && span !== null ? [`${text.slice(span.start, span.end)} ${sector}`] : [],
    ),
  );

test("an adjective of nationality shares the noun of the phrase that it is joined to", () => {
  expect(recipientsOf("Norway condemned seven Turkish and Iranian ministers.")).toEqual([
    "seven Turkish and Iranian ministers GOV",
    "Iranian ministers GOV",
  ]);
  expect(recipientsOf("Norway condemned Turkish and Iranian ministers.")).toEqual([
    "Turkish GOV",
    "Iranian ministers GOV",
  ]);
});

test("a people shares no noun", () => {
  expect(recipientsOf("Norway condemned Russians and Iranian ministers.")).toEqual([
    "Russians null",
    "Iranian ministers GOV",
  ]);
});
