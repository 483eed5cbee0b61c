import { diagnostic, nothingGiven } from "@readout/model";
import type { FoundInputs } from "./find-inputs.js";
import type { InputItem } from "./input-record.js";
import { readFile } from "./read-file.js";
import { createSeenRecords } from "./seen-records.js";
import { mergeGiven, type Sources } from "./sources.js";

/**
 * Every record of the inputs in the order of their rows, with what sources.csv says of them; the same name with the same
 * bytes once. Diagnostics on what was skipped or matched nothing come first.
 */
export async function* readInputs(found: FoundInputs, sources: Sources): AsyncGenerator<InputItem> {
  for (const { source, diagnostic: reason } of [...found.skipped, ...sources.diagnostics]) {
    yield { kind: "diagnostic", source, diagnostic: reason };
  }
  const seen = createSeenRecords();
  for (const file of found.files) {
    const outside = sources.givenOf.get(file.path) ?? nothingGiven;
    for await (const item of readFile(file)) {
      if (item.kind === "diagnostic") {
        yield item;
        continue;
      }
      const { record } = item;
      const before = seen.see(record.docId, record.source);
      if (before !== null) {
        yield {
          kind: "diagnostic",
          source: record.source,
          diagnostic: diagnostic("duplicate_input", { source: before }),
        };
        continue;
      }
      const { given, diagnostics } = mergeGiven(outside, record.given);
      yield {
        kind: "record",
        record: { ...record, given, diagnostics: [...record.diagnostics, ...diagnostics] },
      };
    }
  }
}
