import { expect, test } from "vitest";
import { annotateText } from "./annotate.js";

const recipientOf = (text: string): readonly (string | null)[] =>
  annotateText(text, "2024-03-04").events.flatMap(({ participants }) =>
    participants.flatMap(({ role, name, entity }) =>
      role === "recipient" ? [entity === null ? name : `entity: ${name}`] : [],
    ),
  );

test("a pronoun behind the verb is not whoever acts", () => {
  expect(recipientOf("Angela Merkel praised her.")).toEqual(["her"]);
});

test("a pronoun behind the verb of somebody else may be", () => {
  expect(recipientOf("Angela Merkel spoke in Oslo. The bishop praised her.")).toEqual([
    "entity: Angela Merkel",
  ]);
});
