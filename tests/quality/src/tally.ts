/** What is measured of a task: both sides, or recall alone where gold is not complete. */
export type Measure = "f1" | "recall";

/** Precision, recall and the score that floors hold: F1, or recall. 0 where nothing was found or wanted. */
export type Figure = Readonly<{
  precision: number;
  recall: number;
  score: number;
  found: number;
  wanted: number;
}>;

/** Counts of one task over all pages. */
export class Tally {
  #rightOfFound = 0;
  #found = 0;
  #rightOfWanted = 0;
  #wanted = 0;
  readonly #measure: Measure;

  constructor(measure: Measure) {
    this.#measure = measure;
  }

  /** @param right Found and wanted. @param wrong Found, not wanted. @param missed Wanted, not found. */
  add(right: number, wrong: number, missed: number): void {
    this.addShares(right, right + wrong, right, right + missed);
  }

  /** For measures whose shares differ on the two sides, as those of B-cubed do. */
  addShares(rightOfFound: number, found: number, rightOfWanted: number, wanted: number): void {
    this.#rightOfFound += rightOfFound;
    this.#found += found;
    this.#rightOfWanted += rightOfWanted;
    this.#wanted += wanted;
  }

  get figure(): Figure {
    const precision = ratio(this.#rightOfFound, this.#found);
    const recall = ratio(this.#rightOfWanted, this.#wanted);
    const f1 = ratio(2 * precision * recall, precision + recall);
    return {
      precision,
      recall,
      score: this.#measure === "f1" ? f1 : recall,
      found: this.#found,
      wanted: this.#wanted,
    };
  }
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
