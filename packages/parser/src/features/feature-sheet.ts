import type { Column } from "./columns.js";

/** Named columns over the lines of one page, in a fixed order: what the trees look at. */
export class FeatureSheet {
  readonly names: string[] = [];
  readonly columns: Column[] = [];
  private readonly places = new Map<string, number>();

  add(name: string, column: Column): Column {
    this.places.set(name, this.names.length);
    this.names.push(name);
    this.columns.push(column);
    return column;
  }

  /** The column of a name; throws where there is none, which is a programmer's error. */
  column(name: string): Column {
    const column = this.columns[this.places.get(name) ?? -1];
    if (column === undefined) throw new Error(`no feature "${name}"`);
    return column;
  }
}
