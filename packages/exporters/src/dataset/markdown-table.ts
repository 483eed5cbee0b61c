/** A Markdown table with its columns aligned, as formatters leave it. A bar in a cell is escaped. */
export const markdownTable = (
  header: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] => {
  const cells = [header, ...rows].map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  const widths = header.map((_, column) =>
    Math.max(3, ...cells.map((row) => Array.from(row[column] ?? "").length)),
  );
  const [first, ...rest] = cells.map((row) => line(row, widths));
  return first === undefined
    ? []
    : [
        first,
        line(
          widths.map((width) => "-".repeat(width)),
          widths,
        ),
        ...rest,
      ];
};

const line = (cells: readonly string[], widths: readonly number[]): string =>
  `| ${widths.map((width, column) => pad(cells[column] ?? "", width)).join(" | ")} |`;

const pad = (cell: string, width: number): string => cell + " ".repeat(width - Array.from(cell).length);
