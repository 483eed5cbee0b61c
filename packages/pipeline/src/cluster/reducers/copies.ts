import { createBucket, defaultThreshold } from "../../resolve/near-duplicates.js";
import { jaccard } from "../../resolve/shingle-store.js";
import { wordsOf } from "../../worker/answer.js";
import { fieldsOf, textAt } from "../fields.js";
import { byKey, type Reducer } from "../reducer.js";

const noBytes = new Uint8Array(0);

type Text = Readonly<{ order: string; shingles: Uint32Array }>;

/** In: band key, order of heads, shingles (bytes), sorted by the first two. Out: order of a head, order of a document like it. */
export const copies = (): Reducer =>
  byKey(() => {
    const headOf = createBucket<Text>((a, b) => jaccard(a.shingles, b.shingles) >= defaultThreshold);
    return {
      *add(row) {
        const shingles = wordsOf(row[2] ?? noBytes);
        const text = { order: textAt(row, 1), shingles };
        const head = headOf(text);
        if (head !== null) yield fieldsOf(head.order, text.order);
      },
      end: () => [],
    };
  });
