import { diagnostic } from "@readout/model";
import { diagnosticLine } from "../../spool/spool.js";
import { fieldsOf, textAt } from "../fields.js";
import { byKey, type Reducer } from "../reducer.js";

/**
 * The same name with the same bytes is read once. In: document, source, place in the input, sorted by document and place. Out:
 * place, diagnostic (JSON) of each but the first.
 */
export const repeats = (): Reducer =>
  byKey(() => {
    let first: string | null = null;
    return {
      *add(row) {
        const source = textAt(row, 1);
        if (first === null) {
          first = source;
          return;
        }
        yield fieldsOf(
          textAt(row, 2),
          diagnosticLine(source, diagnostic("duplicate_input", { source: first })).trimEnd(),
        );
      },
      end: () => [],
    };
  });
