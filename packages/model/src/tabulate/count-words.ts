import { CharacterClass, characterClasses } from "../tokens/character-classes.js";

/** Scripts written without spaces, of which every character counts as a word: Han, kana, Hangul excepted. */
const isIdeograph = (unit: number): boolean =>
  (unit >= 0x3040 && unit <= 0x30ff) ||
  (unit >= 0x3400 && unit <= 0x9fff) ||
  (unit >= 0xf900 && unit <= 0xfaff);

/** Words between two offsets: runs of letters and digits, apostrophes inside them included. */
export const countWords = (text: string, start: number, end: number): number => {
  const classes = characterClasses();
  let words = 0;
  let inside = false;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    const kind = classes[unit];
    const part =
      kind === CharacterClass.lower || kind === CharacterClass.upper || kind === CharacterClass.digit;
    if (part && (!inside || isIdeograph(unit))) words++;
    inside = part || (inside && (kind === CharacterClass.apostrophe || kind === CharacterClass.mark));
  }
  return words;
};
