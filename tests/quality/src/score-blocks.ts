import type { Span } from "@readout/model";
import type { DocumentTables } from "./dataset.js";
import type { GoldDocument } from "./gold-document.js";
import type { Report } from "./report.js";
import { overlap, spanOf } from "./spans.js";

type Role = DocumentTables["blocks"][number]["role"];
const bodyRoles: ReadonlySet<Role> = new Set(["title", "subtitle", "heading", "paragraph", "list_item"]);

/**
 * `blocks:body` and `blocks:caption` count characters that are no white space; datelines, and pieces that may be a caption
 * or not, are left out of both. `blocks:role` counts the pieces that gold names: right when nine tenths of the piece have an allowed role.
 */
export const scoreBlocks = (gold: GoldDocument, tables: DocumentTables, report: Report): void => {
  const characters = Array.from(tables.document.text ?? "");
  const got: (Role | undefined)[] = new Array(characters.length);
  for (const block of tables.blocks) got.fill(block.role, block.start_char, block.end_char);
  const wanted: (readonly Role[])[] = new Array(characters.length).fill(["paragraph"]);
  for (const block of gold.blocks)
    for (const span of block.spans) wanted.fill(block.role, span.start, span.end);

  const isInk = (at: number): boolean => characters[at]?.trim() !== "";
  for (let at = 0; at < characters.length; at++) {
    if (!isInk(at)) continue;
    const want = wanted[at] ?? [];
    const role = got[at];
    if (want.includes("dateline")) continue;
    count(
      report,
      "blocks:body",
      want.some((one) => bodyRoles.has(one)),
      role !== undefined && bodyRoles.has(role),
    );
    if (want.length === 1 || !want.includes("caption")) {
      count(report, "blocks:caption", want.includes("caption"), role === "caption");
    }
  }

  for (const block of gold.blocks) {
    for (const span of block.spans) {
      const share = roleShare(
        span,
        (at) => isInk(at),
        (at) => block.role.includes(got[at] ?? "paragraph"),
      );
      const right = share >= 0.9;
      report.addFound("blocks:role", right);
      if (!right) {
        const roles = tables.blocks.filter((row) => overlap(spanOf(row), span)).map((row) => row.role);
        report.miss(
          gold.page.page,
          "blocks",
          `"${block.text[0]}" is ${block.role.join(" or ")}; got ${roles.join(", ")}`,
        );
      }
    }
  }
};

const count = (report: Report, name: string, wanted: boolean, got: boolean): void => {
  if (wanted || got) report.add(name, wanted && got ? 1 : 0, got && !wanted ? 1 : 0, wanted && !got ? 1 : 0);
};

const roleShare = (span: Span, isInk: (at: number) => boolean, isRight: (at: number) => boolean): number => {
  let all = 0;
  let right = 0;
  for (let at = span.start; at < span.end; at++) {
    if (!isInk(at)) continue;
    all++;
    if (isRight(at)) right++;
  }
  return all === 0 ? 0 : right / all;
};
