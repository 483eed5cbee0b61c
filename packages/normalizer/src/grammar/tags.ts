/** The grammatical role of a token in its sentence, as {@link tagSentence} decides it. */
export const Tag = {
  other: 0,
  noun: 1,
  proper: 2,
  number: 3,
  time: 4,
  adjective: 5,
  determiner: 6,
  possessive: 7,
  /** A pronoun that can be a subject. */
  pronoun: 8,
  /** him, themselves. */
  object: 9,
  /** 's and ' of possession. */
  genitive: 10,
  preposition: 11,
  /** Opens a clause: that, because, when. */
  subordinator: 12,
  /** who, which, that after a noun. */
  relative: 13,
  conjunction: 14,
  adverb: 15,
  negation: 16,
  modal: 17,
  be: 18,
  have: 19,
  do: 20,
  /** The mark of the infinitive. */
  to: 21,
  base: 22,
  third: 23,
  past: 24,
  participle: 25,
  gerund: 26,
  particle: 27,
  comma: 28,
  /** ; : . ! ? and dashes between words. */
  stop: 29,
  quote: 30,
  open: 31,
  close: 32,
  /** A hyphen or slash inside a compound: pro-government. */
  glue: 33,
} as const;

/** Tags of a full verb. */
export const isVerbTag = (tag: number): boolean => tag >= Tag.base && tag <= Tag.gerund;

/** Tags that make or carry on a noun phrase. */
export const isNominalTag = (tag: number): boolean => tag >= Tag.noun && tag <= Tag.object;
