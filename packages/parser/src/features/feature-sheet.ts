import type { Column } from "./columns.js";

/** Named columns over the lines of one page, in a fixed order: what the trees look at. */
export class FeatureSheet {
  readonly names: string[] = [];
  readonly columns: Column[] = [];

  add(name: string, column: Column): Column {
    this.names.push(name);
    this.columns.push(column);
    return column;
  }

  /** The column of a name; throws where there is none, which is a programmer's error. */
  column(name: string): Column {
    return this.columns[this.placeOf(name)] as Column;
  }

  /** The place of a name among the columns; throws where there is none. Asked first is `likely`, for sheets are made alike. */
  placeOf(name: string, likely = 0): number {
    if (this.names[likely] === name) return likely;
    const place = this.names.indexOf(name);
    if (place < 0) throw new Error(`no feature "${name}"`);
    return place;
  }
}
