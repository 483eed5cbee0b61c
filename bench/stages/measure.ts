import { bodyRoles, createTokenizer, nothingGiven, Vocabulary } from "@readout/model";
import { createParser } from "@readout/parser";
import { wrapInHtml } from "./html-pages.js";
import type { Subject } from "./subject.js";
import type { Page } from "./texts.js";

/** One round of a subject in a process of its own. CPU is user + system, garbage collection on other threads included. */
export type Figures = Readonly<{
  /** CPU seconds to load it, once. */
  load: number;
  /** CPU seconds for the pages. */
  cpu: number;
  pages: number;
  /** Readout's tokens in the pages as they are given: all text of a page, or its body. */
  tokens: number;
  /** Largest memory, MB. */
  peak: number;
  /** A sum over what came out: equal in every round. */
  check: number;
}>;

/** CPU seconds after which a slow subject is given no further page. */
const patience = 8;

/**
 * Runs a subject over pages once, after a warm-up on other pages of the same kind; a page is never given twice, which would flatter
 * caches.
 */
export const measure = async (
  subject: Subject,
  pages: readonly Page[],
  warmUp: readonly Page[],
): Promise<Figures> => {
  const given = await inputOf(subject, pages);
  const before = process.cpuUsage();
  const run = await subject.create();
  const load = secondsSince(before);
  let check = 0;
  for (const page of await inputOf(subject, warmUp)) {
    check += run(page);
    if (secondsSince(before) > load + patience) break;
  }
  check = 0;
  const start = process.cpuUsage();
  let done = 0;
  for (const page of given) {
    check += run(page);
    done++;
    if (done % 8 === 0 && secondsSince(start) > patience) break;
  }
  const cpu = secondsSince(start);
  const tokens = countTokens(given.slice(0, done));
  return { load, cpu, pages: done, tokens, peak: process.resourceUsage().maxRSS / 1024, check };
};

/** The pages as a subject is given them. */
export const inputOf = async (
  { input }: Pick<Subject, "input">,
  pages: readonly Page[],
): Promise<readonly Page[]> => {
  if (input === "page") return pages;
  if (input === "html") return wrapInHtml(pages);
  const { parse } = await createParser();
  return pages.map(({ name, bytes }) => {
    const text = bytes.toString("utf8");
    const source = {
      docId: "",
      source: name,
      sha256: "",
      text,
      given: nothingGiven,
      head: null,
      diagnostics: [],
    };
    const body = parse(source, { layout: "page" }).blocks.filter(({ role }) => bodyRoles.has(role));
    return {
      name,
      bytes: Buffer.from(body.map(({ start, end }) => text.slice(start, end)).join("\n\n"), "utf8"),
    };
  });
};

/** Readout's tokens in pages. */
export const countTokens = (pages: readonly Page[]): number => {
  const vocabulary = new Vocabulary();
  const tokenize = createTokenizer(vocabulary);
  let tokens = 0;
  for (const { bytes } of pages) {
    const text = bytes.toString("utf8");
    vocabulary.beginDocument();
    tokens += tokenize(text, [{ start: 0, end: text.length }]).length;
  }
  return tokens;
};

const secondsSince = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};
