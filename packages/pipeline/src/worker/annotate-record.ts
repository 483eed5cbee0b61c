import { type Metadata, tabulate, Vocabulary } from "@readout/model";
import { createAnnotator } from "@readout/normalizer";
import { createParser } from "@readout/parser";
import { tallyEntities } from "../resolve/entity-tally.js";
import { reportedMentions } from "../resolve/events/resolve-events.js";
import { bandKeys } from "../resolve/minhash.js";
import { reportLines } from "../resolve/report-lines.js";
import { bodyShingles } from "../resolve/shingles.js";
import { sightingLines } from "../resolve/sightings.js";
import { annotateWithin } from "./annotate-within.js";
import type { Answer } from "./answer.js";
import { decodeRecord } from "./decode-record.js";
import { createLineWriter } from "./line-writer.js";
import type { OpenHead, SessionOptions } from "./protocol.js";
import { unannotated, unparsed } from "./text-alone.js";

/** Turns one record into its answer. Pure but for what it has loaded: equal records give equal answers. */
export type RecordAnnotator = (head: OpenHead, payload: Uint8Array) => Answer;

/** Loads parser and annotator once for all documents of a session. */
export const createRecordAnnotator = async ({ layout, text }: SessionOptions): Promise<RecordAnnotator> => {
  const vocabulary = new Vocabulary();
  const { parse } = await createParser({ vocabulary });
  const annotate = createAnnotator({ vocabulary });
  const writeLines = createLineWriter();
  return (head, payload) => {
    const source = decodeRecord(head, payload, layout);
    const parsed = head.depth === "full" ? parse(source, { layout }) : unparsed(source);
    const annotations = head.depth === "full" ? annotateWithin(annotate, parsed) : unannotated(source);
    const rows = tabulate(parsed, annotations, { text });
    const [document] = rows.documents;
    const shingles = bodyShingles(annotations.tokens, vocabulary, parsed.blocks);
    const summary = {
      docId: source.docId,
      published: document.published,
      publishedEarliest: document.published_earliest,
      publishedLatest: document.published_latest,
      publisher: document.publisher,
      agency: agencyOf(parsed.metadata),
    };
    const sightings = sightingLines(document.published, tallyEntities(source.text, annotations));
    const reported = reportedMentions({ ...rows, mentions: rows.event_mentions });
    return {
      summary,
      lines: writeLines(rows),
      shingles,
      bands: bandKeys(shingles),
      sightings: Buffer.from(sightings, "utf8"),
      reports: Buffer.from(reportLines(summary, reported), "utf8"),
    };
  };
};

const agencyOf = ({ authors, dateline }: Metadata): string | null =>
  dateline?.agency ?? authors.find(({ kind }) => kind === "agency")?.name ?? null;
