import { type EventMention, Vocabulary } from "@readout/model";
import { describe, expect, test } from "vitest";
import { bareDocument } from "../../scripts/events/bare-document.js";
import { createEventRecognizer } from "../../src/events/event-recognizer.js";
import { createPhraseParser } from "../../src/grammar/phrases.js";
import { createPassageReader } from "../../src/passage.js";
import { createTimeRecognizer } from "../../src/times/create-time-recognizer.js";
import { growth } from "../growth.js";
import { annotateText } from "./annotate.js";

const eventsOf = (text: string, type: string): readonly EventMention[] =>
  annotateText(text).events.filter((event) => event.type === type);

describe("who is said to be responsible", () => {
  test.each([
    "The minister said the rebels were responsible.",
    "The minister said the rebels were responsible for the attack.",
    "The minister said the rebels were responsible for the deaths of two children.",
    "The minister said the rebels were to blame for the attack.",
    "The minister said the rebels were guilty of murder.",
  ])("for a deed is accused: %s", (text) => {
    expect(eventsOf(text, "ACCUSE").map(({ mode }) => mode)).toEqual(["allege"]);
  });

  test.each([
    "The minister said the agency was responsible for road safety.",
    "The minister said the rebels were there; guilty men fled.",
  ])("for a task, or behind a stop, is not: %s", (text) => {
    expect(eventsOf(text, "ACCUSE")).toEqual([]);
  });
});

describe("what is spoken about", () => {
  test.each(["talked", "warned", "were asked"])("may never be done: %s", (verb) => {
    const [event] = eventsOf(`The rebels ${verb} about bombing the port.`, "ASSAULT");
    expect(event?.status).toBe("hypothetical");
  });

  test("was done where one lies about it", () => {
    expect(eventsOf("The rebels lied about bombing the port.", "ASSAULT")[0]?.status).toBe("actual");
  });
});

describe("two who were named before", () => {
  const before = "French President Paul Renard accused German Chancellor Karl Vogel.";
  const sides = (text: string): number =>
    eventsOf(`${before} ${text}`, "CONSULT").flatMap(({ participants }) =>
      participants.filter(({ entity }) => entity !== null),
    ).length;

  test.each(["The two met on Monday.", "The two leaders met on Monday.", "Both men met on Monday."])(
    "meet: %s",
    (text) => {
      expect(sides(text)).toBe(2);
    },
  );

  test.each([
    "Members of both parties met on Monday.",
    "One of the two met on Monday.",
    "Aides to both men met on Monday.",
    "Two men met on Monday.",
  ])("are not who meets: %s", (text) => {
    expect(sides(text)).toBe(0);
  });
});

describe("events in one endless sentence", () => {
  const vocabulary = new Vocabulary();
  const passages = createPassageReader(vocabulary);
  const times = createTimeRecognizer(vocabulary);
  const { parsePhrases } = createPhraseParser(vocabulary);
  const recognizer = createEventRecognizer(vocabulary);
  const published = { day: 16000, at: null, earliest: 16000, latest: 16000, basis: "given" } as const;
  /** A text with what events are read from, but names, so that reading them alone is timed. */
  const read = (text: string) => {
    const parsed = bareDocument("d0", text);
    const passage = passages.ofDocument(parsed);
    const timed = times.resolve(times.recognize(passage), passage, published);
    const known = { mentions: [], entities: [], quotes: [], quantities: [], published };
    return { passage, context: { parsed, phrases: parsePhrases(passage), ...known, times: timed.times } };
  };

  test.each([
    ["contacts", "the minister met the king in talks and "],
    ["nouns of attacks", "the attack by rebels and "],
    ["gerunds", "praising the plan and "],
    ["talks that frame others", "the minister praised the king during talks and "],
    ["times", "the minister met the king on May 3 and "],
  ])("cost what its length costs: %s", (_, piece) => {
    const cost = growth<ReturnType<typeof read>>(
      ({ passage, context }) => void recognizer.recognize(passage, context),
      (pieces) => read(`${piece.repeat(pieces)}the army left.`),
      2000,
    );
    // 4 to 8 measured; 21 where each noun, or each event its times, walks the whole sentence.
    expect(cost).toBeLessThan(15);
  });
});
