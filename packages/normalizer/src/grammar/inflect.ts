/** The forms of a verb other than its base. A form with two spellings or two shapes lists both. */
export type VerbForms = Readonly<{
  /** Third person singular: sends. */
  third: readonly string[];
  past: readonly string[];
  participle: readonly string[];
  /** -ing. */
  gerund: readonly string[];
}>;

const vowel = (letter: string | undefined): boolean => letter !== undefined && "aeiou".includes(letter);

/**
 * The regular forms of a verb, by the spelling rules of English. One-syllable verbs in consonant, vowel, consonant double
 * the last letter (stop, stopped; not fix, show, play); longer ones get both spellings, since the rule there is stress
 * (admitted, visited) or country (travelled, traveled), and a spelling nobody uses does no harm.
 */
export const inflect = (lemma: string): VerbForms => {
  const last = lemma.at(-1);
  const before = lemma.at(-2);
  const third =
    last === "y" && !vowel(before)
      ? `${lemma.slice(0, -1)}ies`
      : /(?:s|x|z|ch|sh|[^aeiou]o)$/.test(lemma)
        ? `${lemma}es`
        : `${lemma}s`;
  if (lemma.endsWith("ie")) {
    const stem = lemma.slice(0, -2);
    return { third: [third], past: [`${lemma}d`], participle: [`${lemma}d`], gerund: [`${stem}ying`] };
  }
  if (last === "e") {
    const gerund = /(?:ee|oe|ye)$/.test(lemma) ? `${lemma}ing` : `${lemma.slice(0, -1)}ing`;
    return { third: [third], past: [`${lemma}d`], participle: [`${lemma}d`], gerund: [gerund] };
  }
  if (last === "y" && !vowel(before)) {
    const past = `${lemma.slice(0, -1)}ied`;
    return { third: [third], past: [past], participle: [past], gerund: [`${lemma}ing`] };
  }
  const stems = pastStems(lemma);
  const past = stems.map((stem) => `${stem}ed`);
  return { third: [third], past, participle: past, gerund: stems.map((stem) => `${stem}ing`) };
};

const pastStems = (lemma: string): readonly string[] => {
  const last = lemma.at(-1) ?? "";
  const doubles = !vowel(last) && !"wxy".includes(last) && vowel(lemma.at(-2)) && !vowel(lemma.at(-3));
  if (last === "c") return [`${lemma}k`, lemma];
  if (!doubles) return [lemma];
  const syllables = lemma
    .replace(/[^aeiouy]+/g, " ")
    .trim()
    .split(" ").length;
  return syllables === 1 ? [lemma + last] : [lemma, lemma + last];
};
