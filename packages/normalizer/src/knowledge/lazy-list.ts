/** A list whose items are made when they are first asked for, and kept: a text meets few of twenty thousand. */
export class LazyList<Item> implements Iterable<Item> {
  private readonly made: (Item | undefined)[] = [];

  constructor(
    readonly length: number,
    private readonly make: (index: number) => Item,
  ) {}

  /** The item at an index; undefined where there is none, also below zero. */
  at(index: number): Item | undefined {
    if (index < 0 || index >= this.length) return undefined;
    const item = this.made[index] ?? this.make(index);
    this.made[index] = item;
    return item;
  }

  *[Symbol.iterator](): Iterator<Item> {
    for (let i = 0; i < this.length; i++) yield this.made[i] ?? this.make(i);
  }
}
