import type { Span } from "./span.js";

export const severities = ["error", "warning", "info"] as const;
export type Severity = (typeof severities)[number];

/**
 * Every diagnostic Readout can give: its severity and its message, `{name}` standing for a parameter. One catalogue for all
 * stages, so that a code means one thing; a code is never reused for something else.
 */
export const diagnosticCatalogue = {
  // decoding and input
  nul_replaced: { severity: "warning", message: "{count} NUL characters replaced by U+FFFD" },
  surrogate_replaced: { severity: "warning", message: "{count} lone surrogates replaced by U+FFFD" },
  bytes_replaced: {
    severity: "warning",
    message: "{count} undecodable byte sequences replaced, read as {encoding}",
  },
  encoding_detected: { severity: "info", message: "read as {encoding}, by {basis}" },
  mojibake: { severity: "warning", message: "{count} sequences look like UTF-8 read as {encoding}" },
  read_as_html: { severity: "info", message: "an HTML page with another name, read as HTML" },
  not_text: { severity: "error", message: "not a text file: {reason}" },
  unreadable: { severity: "error", message: "cannot be read: {reason}" },
  empty_document: { severity: "warning", message: "no text" },
  document_too_large: { severity: "error", message: "more than the {limit} bytes that are read of a page" },
  document_truncated: {
    severity: "warning",
    message: "only the first {limit} of {characters} characters are annotated",
  },
  record_invalid: { severity: "error", message: "record {record}: {reason}" },
  records_skipped: { severity: "info", message: "{count} records skipped: {reason}" },
  container_damaged: { severity: "error", message: "damaged from byte {from} to {to}: {reason}" },
  duplicate_input: { severity: "info", message: "the same name with the same bytes as {source}, read once" },
  link_skipped: { severity: "info", message: "a symbolic link, not followed" },
  special_file_skipped: { severity: "info", message: "not a regular file, skipped" },
  saved_page_folder_skipped: { severity: "info", message: "the files of a saved page, skipped" },
  unknown_extension: { severity: "info", message: "no known kind of input: {extension}" },
  source_changed: { severity: "warning", message: "changed while it was read" },
  // sources.csv
  sources_unmatched: { severity: "warning", message: "{file}: no such input" },
  sources_ambiguous: { severity: "warning", message: "{file}: {count} inputs have this name" },
  sources_contradiction: { severity: "warning", message: "{field}: {given} given, {other} stated" },
  sources_invalid: { severity: "warning", message: "line {line}: {reason}" },
  // structure and dating
  not_english: { severity: "info", message: "language {language}: blocks only, no annotation" },
  language_unknown: { severity: "info", message: "too little text to tell the language" },
  no_body: { severity: "warning", message: "no body text found" },
  block_model_missing: { severity: "warning", message: "blocks labelled by rules alone: {reason}" },
  published_stated: { severity: "info", message: "published {day}: stated in the text" },
  published_evidence: { severity: "info", message: "published {relation} {day}: {reason}" },
  published_conflict: {
    severity: "warning",
    message: "evidence on the publication date disagrees: {reason}",
  },
  impossible_date: { severity: "warning", message: "no such date: {text}" },
  // budgets and workers
  budget_exceeded: { severity: "warning", message: "{rule} stopped after {limit}" },
  worker_timeout: {
    severity: "error",
    message: "annotation took longer than {seconds} s; only the text is kept",
  },
  worker_crash: { severity: "error", message: "annotation failed: {reason}; only the text is kept" },
} as const satisfies Readonly<Record<string, Readonly<{ severity: Severity; message: string }>>>;

export type DiagnosticCode = keyof typeof diagnosticCatalogue;

/** Something worth telling about an input, as a value: code, place in the source text where there is one, parameters. */
export type Diagnostic = Readonly<{
  code: DiagnosticCode;
  span: Span | null;
  params: Readonly<Record<string, string | number>>;
}>;

export const diagnostic = (
  code: DiagnosticCode,
  params: Readonly<Record<string, string | number>> = {},
  span: Span | null = null,
): Diagnostic => ({ code, span, params });

export const severityOf = ({ code }: Diagnostic): Severity => diagnosticCatalogue[code].severity;

/** The sentence for people; parameters that the catalogue does not name are left out. */
export const messageOf = ({ code, params }: Diagnostic): string =>
  diagnosticCatalogue[code].message.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ""));
