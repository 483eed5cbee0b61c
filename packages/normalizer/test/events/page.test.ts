import { describe, expect, test } from "vitest";
import { annotateText } from "./annotate.js";
import { eventsOnPage, filler } from "./page.js";

const typesOnPage = (sentence: string): readonly string[] => eventsOnPage(sentence).map(({ type }) => type);

test("the paragraph before tells of nobody", () => {
  const { events, entities } = annotateText(filler);
  expect({ events, entities }).toEqual({ events: [], entities: [] });
});

describe("contacts on a page", () => {
  test.each([
    "French President Paul Renard met German Chancellor Karl Vogel in Vienna on Monday.",
    "Norwegian Foreign Minister Kari Dahl held talks with Danish Prime Minister Lars Holm.",
    "Norwegian Foreign Minister Kari Dahl travelled to Japan on Monday.",
    "Norwegian Foreign Minister Kari Dahl visited Japan on Monday.",
  ])("are kept between states: %s", (sentence) => {
    expect(typesOnPage(sentence)).toEqual(["CONSULT"]);
  });

  test.each([
    "Candidate Ann Miller met voters in a diner on Monday.",
    "Ann Miller, a candidate for the senate, met with voters in a diner.",
    "Candidate Ann Miller met her family on Monday.",
    "Candidate Ann Miller met reporters on Monday.",
    "Ann Miller talked to reporters on Monday.",
  ])("are none with the public, the family and the press: %s", (sentence) => {
    expect(typesOnPage(sentence)).not.toContain("CONSULT");
  });
});

describe("on a page without a state", () => {
  test.each([
    ["REQUEST", "The union demanded higher wages from Brixton Motors."],
    ["REQUEST", "The miners' union called on Brixton Motors to reopen the pit."],
    ["REJECT", "The union rejected the company's offer."],
  ])("a union acts in public: %s, %s", (type, sentence) => {
    expect(typesOnPage(sentence)).toContain(type);
  });

  test.each([
    "The shop offers a discount and asks customers to sign up.",
    "The firm agreed to a discount with its customers.",
    "Our staff support two screens.",
  ])("what a shop says is no event: %s", (sentence) => {
    expect(typesOnPage(sentence)).toEqual([]);
  });
});

describe("who act for a body", () => {
  test.each([
    ["IGO", "U.N. officials criticized Norway."],
    ["IGO", "The European Union criticized Norway."],
    ["REB", "Four Taliban members criticized Norway."],
    ["REB", "The Khorasan group attacked Norway."],
    ["IGO", "The United Nations envoy, Lakhdar Brahimi, criticized Norway."],
    ["NGO", "The Red Cross chief criticized Norway."],
    ["GOV", "The Kremlin spokesman criticized Norway."],
    ["MIL", "NATO soldiers attacked the port."],
  ])("have its sector: %s, %s", (sector, sentence) => {
    const [event] = eventsOnPage(sentence);
    expect(event?.participants.find(({ role }) => role === "actor")?.sector).toBe(sector);
  });
});
