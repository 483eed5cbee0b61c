import { expect, test } from "vitest";
import { inflect } from "../../src/grammar/inflect.js";

test.each([
  ["attack", "attacks", "attacked", "attacking"],
  ["stop", "stops", "stopped", "stopping"],
  ["deny", "denies", "denied", "denying"],
  ["deploy", "deploys", "deployed", "deploying"],
  ["agree", "agrees", "agreed", "agreeing"],
  ["urge", "urges", "urged", "urging"],
  ["veto", "vetoes", "vetoed", "vetoing"],
  ["clash", "clashes", "clashed", "clashing"],
  ["tie", "ties", "tied", "tying"],
  ["panic", "panics", "panicked", "panicking"],
  ["fix", "fixes", "fixed", "fixing"],
])("%s", (lemma, third, past, gerund) => {
  const forms = inflect(lemma);
  expect(forms.third).toContain(third);
  expect(forms.past[0]).toBe(past);
  expect(forms.gerund[0]).toBe(gerund);
});

test("longer verbs get both spellings, since stress decides", () => {
  expect(inflect("admit").past).toEqual(["admited", "admitted"]);
  expect(inflect("travel").gerund).toEqual(["traveling", "travelling"]);
});
