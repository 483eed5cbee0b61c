import { type Diagnostic, readIsoDay, type Time, Vocabulary } from "@readout/model";
import { createPassageReader, type PassageReader } from "../passage.js";
import { createTimeRecognizer, type TimeRecognizer } from "./create-time-recognizer.js";

export type TimesOptions = Readonly<{
  /** The day the text was published, `YYYY-MM-DD`; without it relative expressions stay underspecified. */
  published?: string;
}>;

let shared:
  | Readonly<{ vocabulary: Vocabulary; reader: PassageReader; recognizer: TimeRecognizer }>
  | undefined;

/**
 * Every time expression of a text with its TIMEX3 value, in text order, offsets in UTF-16 units. Throws a RangeError where
 * `published` is no date.
 */
export const times = (
  text: string,
  { published }: TimesOptions = {},
): Readonly<{ times: readonly Time[]; diagnostics: readonly Diagnostic[] }> => {
  const day = published === undefined ? null : readIsoDay(published);
  if (published !== undefined && day === null) throw new RangeError(`published: no such date: ${published}`);
  shared ??= create();
  shared.vocabulary.beginDocument();
  const passage = shared.reader.ofText(text);
  return shared.recognizer.resolve(shared.recognizer.recognize(passage), passage, {
    earliest: day,
    latest: day,
  });
};

const create = (): NonNullable<typeof shared> => {
  const vocabulary = new Vocabulary();
  const recognizer = createTimeRecognizer(vocabulary);
  return { vocabulary, recognizer, reader: createPassageReader(vocabulary) };
};
