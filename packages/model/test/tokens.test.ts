import { readFileSync } from "node:fs";
import { Shape, type Tokens, tokenAt, tokensWithin, tokenText, Vocabulary } from "@readout/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { CharacterClass, characterClasses, foldedUnits } from "../src/tokens/character-classes.js";
import { createTokenizer } from "../src/tokens/tokenize.js";
import { hostileText } from "./hostile-text.js";

const Case = z.object({
  id: z.string(),
  text: z.string(),
  tokens: z.array(z.string()).optional(),
  note: z.string().optional(),
});
const cases = z.array(Case).parse(parse(readFileSync(new URL("cases/tokens.yaml", import.meta.url), "utf8")));

const surfaces = (tokens: Tokens): string[] =>
  Array.from({ length: tokens.length }, (_, i) => tokenText(tokens, i));

describe("tokenize", () => {
  const tokenize = createTokenizer(new Vocabulary());

  it.each(cases)("$id", ({ text, tokens }) => {
    const expected = tokens ?? text.split(/[\s|]+/u);
    const source = text.replaceAll("|", "");
    const found = tokenize(source);
    expect(surfaces(found)).toEqual(expected);
    for (let i = 1; i < found.length; i++) {
      const glued = found.start[i] === found.end[i - 1];
      expect(((found.shape[i] ?? 0) & Shape.space) === 0).toBe(glued);
    }
  });

  it("gives equal words one id whatever their case, width and apostrophe", () => {
    const { word } = tokenize("NATO nato ＮＡＴＯ don’t don't");
    expect(word[0]).toBe(word[1]);
    expect(word[0]).toBe(word[2]);
    expect(word[4]).toBe(word[6]);
    expect(word[0]).not.toBe(word[3]);
  });

  it("never crosses from one range to the next", () => {
    const text = "REUTERS/StapffU.S. President";
    const tokens = tokenize(text, [
      { start: 8, end: 14 },
      { start: 14, end: text.length },
    ]);
    expect(surfaces(tokens)).toEqual(["Stapff", "U.S.", "President"]);
    expect(tokenAt(tokens, 14)).toBe(1);
  });

  it("covers every character that is no white space, in order, on hostile text", () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const tokens = tokenize(text);
        let at = 0;
        for (let i = 0; i < tokens.length; i++) {
          const start = tokens.start[i] ?? 0;
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(at, start).replace(/[\s\u0085]/gu, "")).toBe("");
          at = tokens.end[i] ?? 0;
          expect(at).toBeGreaterThan(start);
        }
        expect(text.slice(at).replace(/[\s\u0085]/gu, "")).toBe("");
        expect(surfaces(tokenize(text))).toEqual(surfaces(tokens));
      }),
    );
  });
});

describe("tokensWithin", () => {
  it("gives of lines what the tokeniser gives of them", () => {
    const columnsOf = ({ length, start, end, shape }: Tokens) =>
      [start, end, shape].map((column) => [...column.subarray(0, length)]);
    fc.assert(
      fc.property(hostileText(), fc.nat({ max: 6 }), (text, dropped) => {
        const ends = [...text.matchAll(/\n|$/g)].map(({ index }) => index);
        const lines = ends.map((end, i) => ({ start: i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, end }));
        const some = lines.filter((_, i) => i % 7 !== dropped);
        const tokenize = createTokenizer(new Vocabulary());
        expect(columnsOf(tokensWithin(tokenize(text, lines), some))).toEqual(columnsOf(tokenize(text, some)));
      }),
    );
  });
});

describe("character classes", () => {
  const units = Array.from({ length: 0x10000 }, (_, unit) => unit);

  it("follow Unicode where no rule of ours says otherwise", () => {
    const classes = characterClasses();
    const { other, lower, upper, mark } = CharacterClass;
    const wrong = units.filter((unit) => {
      const kind = classes[unit] ?? other;
      if (![other, lower, upper, mark].some((plain) => plain === kind)) return false;
      const character = String.fromCharCode(unit);
      if (/\p{M}|\p{Cf}|\p{Cn}/u.test(character)) return kind !== mark && kind !== other;
      if (/\p{Lu}|\p{Lt}/u.test(character)) return kind !== upper;
      return kind !== (/\p{L}/u.test(character) ? lower : other);
    });
    expect(wrong.map((unit) => unit.toString(16))).toEqual([]);
  });

  it("folding lowers every letter that has one small one, and each folded unit stays as it is", () => {
    const folded = foldedUnits();
    const lowers = units.filter((unit) => {
      const lower = String.fromCharCode(unit).toLowerCase();
      return folded[unit] !== (lower.length === 1 ? lower.charCodeAt(0) : unit);
    });
    // Soft hyphen and the like are left out, curly and full-width forms are the plain ones.
    expect(lowers.filter((unit) => folded[unit] !== 0 && (folded[unit] ?? 0) > 0x7e)).toEqual([]);
    expect(units.filter((unit) => folded[folded[unit] ?? 0] !== folded[unit])).toEqual([]);
    expect([0xad, 0x200b, 0x2019, 0x2011, 0xa0, 0xff21, 0x130].map((unit) => folded[unit])).toEqual([
      0, 0, 0x27, 0x2d, 0x20, 0x61, 0x130,
    ]);
  });
});

describe("Vocabulary", () => {
  it("enters words line by line as it does one by one", () => {
    const [one, other] = [new Vocabulary(), new Vocabulary()];
    other.add("Moscow");
    const words = ["Geneva", "moscow", "geneva", "Łódź"];
    expect([...one.addLines("Geneva\nmoscow\ngeneva\nŁódź\n")]).toEqual([0, 1, 0, 2]);
    expect([...other.addLines(words.join("\n"))]).toEqual(words.map((word) => other.add(word)));
    expect([one.size, other.size]).toEqual([3, 3]);
    one.intern("Vienna", 0, 6);
    expect(() => one.addLines("Oslo\n")).toThrow("between two documents' words");
  });

  it("forgets a document's words and keeps the lexicon's", () => {
    const vocabulary = new Vocabulary();
    const known = vocabulary.add("talks");
    const tokenize = createTokenizer(vocabulary);
    const first = tokenize("Talks zyx");
    expect(first.word[0]).toBe(known);
    expect(first.word[1]).toBeGreaterThanOrEqual(vocabulary.size);
    const second = tokenize("abc talks");
    expect(second.word[0]).toBe(first.word[1]);
    expect(second.word[1]).toBe(known);
    expect(vocabulary.find("zyx")).toBe(-1);
  });

  it("keeps words apart through growth", () => {
    const vocabulary = new Vocabulary();
    const words = Array.from({ length: 20_000 }, (_, i) => `w${i.toString(36)}`);
    const ids = words.map((word) => vocabulary.add(word));
    expect(new Set(ids).size).toBe(words.length);
    expect(words.map((word) => vocabulary.find(word))).toEqual(ids);
    expect(words.map((_, i) => vocabulary.word(ids[i] ?? -1))).toEqual(words);
  });

  it("holds the tokens of the current document alone", () => {
    const vocabulary = new Vocabulary();
    const tokenize = createTokenizer(vocabulary);
    const first = tokenize("Talks in Oslo");
    expect(vocabulary.holds(first)).toBe(true);
    const second = tokenize("Talks in Oslo");
    expect(vocabulary.holds(first)).toBe(false);
    expect(vocabulary.holds(second)).toBe(true);
    expect(new Vocabulary().holds(second)).toBe(false);
  });

  it("hashes a word alike in every vocabulary", () => {
    const [one, other] = [new Vocabulary(), new Vocabulary()];
    other.add("envoy");
    expect(one.hash(one.add("Talks"))).toBe(other.hash(other.add("talks")));
  });

  it("refuses lexicon words while a document's own are present", () => {
    const vocabulary = new Vocabulary();
    vocabulary.intern("only here", 0, 4);
    expect(() => vocabulary.add("late")).toThrow(/late/);
  });
});
