import { type Figure, type Measure, Tally } from "./tally.js";

/** One thing that came out wrong, for a person to look at. */
export type Miss = Readonly<{ page: string; task: string; message: string }>;

/** Tallies by name and the list of misses, filled by the scorers of one build. */
export class Report {
  readonly misses: Miss[] = [];
  readonly #tallies = new Map<string, Tally>();

  /** @param right Found and wanted. @param wrong Found, not wanted. @param missed Wanted, not found. */
  add(name: string, right: number, wrong: number, missed: number): void {
    this.#tally(name).add(right, wrong, missed);
  }

  /** For tasks whose gold is not complete: what is found beyond it is not counted. */
  addFound(name: string, isFound: boolean): void {
    this.#tally(name, "recall").add(isFound ? 1 : 0, 0, isFound ? 0 : 1);
  }

  addShares(name: string, rightOfFound: number, found: number, rightOfWanted: number, wanted: number): void {
    this.#tally(name).addShares(rightOfFound, found, rightOfWanted, wanted);
  }

  miss(page: string, task: string, message: string): void {
    this.misses.push({ page, task, message });
  }

  /** In the order in which the scorers first named them. */
  get figures(): ReadonlyMap<string, Figure> {
    return new Map([...this.#tallies].map(([name, tally]) => [name, tally.figure]));
  }

  #tally(name: string, measure: Measure = "f1"): Tally {
    const known = this.#tallies.get(name);
    if (known) return known;
    const tally = new Tally(measure);
    this.#tallies.set(name, tally);
    return tally;
  }
}
