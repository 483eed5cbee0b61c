import { createBucket, defaultThreshold } from "../../resolve/near-duplicates.js";
import { jaccard } from "../../resolve/shingle-store.js";
import { fieldsOf, textAt } from "../fields.js";
import { byKey, type Reducer } from "../reducer.js";

type Text = Readonly<{ order: string; shingles: Uint32Array }>;

/** In: band key, order of heads, shingles (bytes), sorted by the first two. Out: order of a head, order of a document like it. */
export const copies = (): Reducer =>
  byKey(() => {
    const headOf = createBucket<Text>((a, b) => jaccard(a.shingles, b.shingles) >= defaultThreshold);
    return {
      *add(row) {
        const shingles = new Uint32Array(new Uint8Array(row[2] ?? []).buffer);
        const text = { order: textAt(row, 1), shingles };
        const head = headOf(text);
        if (head !== null) yield fieldsOf(head.order, text.order);
      },
      end: () => [],
    };
  });
