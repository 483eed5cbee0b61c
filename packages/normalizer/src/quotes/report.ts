/** A half-open range of tokens. */
export type TokenRange = Readonly<{ first: number; last: number }>;

/** Who says what by which word, as found in the text: tokens only, nobody resolved yet. */
export type Report = Readonly<{
  cue: TokenRange | null;
  speaker: TokenRange | null;
  /** The token that heads the speaker's phrase, or -1. */
  speakerHead: number;
  /** The cue has no subject of its own ("…, adding that", "and said"): it was taken from another verb, or not found. */
  shared: boolean;
  /** A question: who speaks next is somebody else. */
  asks: boolean;
  listener: TokenRange | null;
  /** The stretches of the content in text order; more than one where the cue stands between them. */
  pieces: readonly TokenRange[];
  rule: string;
}>;
