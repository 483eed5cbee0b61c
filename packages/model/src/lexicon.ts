/**
 * Reads a lexicon table: tab separated, a header row, one entry a line, `#` lines for remarks. Gives one record a line,
 * keyed by the header; missing cells are "". Throws with the line's number where a row has more cells than the header
 * or the header lacks a wanted column: a broken lexicon is a programmer's error.
 */
export const readTable = <Column extends string>(
  table: string,
  columns: readonly Column[],
): readonly Readonly<Record<Column, string>>[] => {
  const lines = table.split("\n");
  const header = (lines[0] ?? "").split("\t");
  const places = columns.map((column) => {
    const place = header.indexOf(column);
    if (place < 0) throw new Error(`lexicon without a column "${column}": ${header.join(", ")}`);
    return place;
  });
  const rows: Record<Column, string>[] = [];
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (line === "" || line.startsWith("#")) continue;
    const cells = line.split("\t");
    if (cells.length > header.length) throw new Error(`lexicon line ${i + 1} has too many cells: ${line}`);
    // A literal, and cells set in one order: all rows of a table share one hidden class, where a null prototype makes each a hash map.
    const row = {} as Record<Column, string>;
    for (let c = 0; c < columns.length; c++) row[columns[c] as Column] = cells[places[c] ?? 0] ?? "";
    rows.push(row);
  }
  return rows;
};

/** The parts of a cell that holds a list, written `a|b|c`; the empty cell is the empty list. */
export const readList = (cell: string): readonly string[] => (cell === "" ? [] : cell.split("|"));
