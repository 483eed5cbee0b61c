import type { Row } from "@readout/model/rows";
import { daysText } from "../commands/terminal-text.js";
import type { Answer, DocumentTable } from "../worker/answer.js";

/** Something found in a document: where, what kind, in words. */
type Finding = Readonly<{ start: number; end: number; kind: string; text: string; meaning: string }>;

/** A block with what was found in it, in text order. */
type InspectedBlock = Readonly<{ block: Row<"blocks">; findings: readonly Finding[] }>;

export type InspectedDocument = Readonly<{
  document: Row<"documents">;
  blocks: readonly InspectedBlock[];
  diagnostics: readonly Row<"diagnostics">[];
}>;

/** Sorts what an answer holds by the blocks it lies in, for reading. Offsets are code points, as in the tables. */
export const inspectDocument = ({ lines }: Answer): InspectedDocument => {
  const rows = <Name extends DocumentTable>(table: Name): readonly Row<Name>[] =>
    Buffer.from(lines[table].bytes)
      .toString("utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Row<Name>);
  const [document] = rows("documents");
  if (document === undefined) throw new Error("an answer without a document");
  const names = new Map(rows("participants").map((row) => [row.event_mention_id, [] as string[]]));
  for (const row of rows("participants"))
    names.get(row.event_mention_id)?.push(`${row.role} ${row.name ?? row.text ?? "?"}`);
  const findings: readonly Finding[] = [
    ...rows("mentions").map((row) =>
      finding(
        row,
        "mention",
        `${row.type} ${row.entity_id ?? "unknown"}${row.form === "name" ? "" : `, ${row.form}`}`,
      ),
    ),
    ...rows("times").map((row) =>
      finding(row, "time", `${row.type} ${row.value} ${daysText(row.earliest, row.latest)}`),
    ),
    ...rows("quotes").map((row) =>
      finding(row, "quote", `${row.kind}, ${row.speaker_name ?? row.speaker ?? "speaker unknown"}`),
    ),
    ...rows("quantities").map((row) =>
      finding(
        row,
        "quantity",
        [row.value ?? `${row.low ?? ""}…${row.high ?? ""}`, row.unit, row.currency, row.counted]
          .filter((part) => part !== null)
          .join(" "),
      ),
    ),
    ...rows("event_mentions").map((row) =>
      finding(
        row,
        "event",
        [
          row.type,
          row.mode,
          row.status,
          daysText(row.earliest, row.latest),
          ...(names.get(row.event_mention_id) ?? []),
        ]
          .filter((part) => part !== null)
          .join(", "),
      ),
    ),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  return {
    document,
    blocks: rows("blocks").map((block) => ({
      block,
      findings: findings.filter(({ start }) => start >= block.start_char && start < block.end_char),
    })),
    diagnostics: rows("diagnostics"),
  };
};

type Found = Readonly<{ start_char: number; end_char: number; text: string | null }>;

const finding = ({ start_char, end_char, text }: Found, kind: string, meaning: string): Finding => ({
  start: start_char,
  end: end_char,
  kind,
  text: text ?? "",
  meaning,
});
