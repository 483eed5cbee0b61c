import { type DayInterval, Vocabulary } from "@readout/model";
import { createPassageReader } from "../passage.js";
import type { LinkedNames } from "./link/gather.js";
import { createNameRecognizer } from "./name-recognizer.js";

const make = () => {
  const vocabulary = new Vocabulary();
  const recognizer = createNameRecognizer(vocabulary);
  return { recognizer, read: createPassageReader(vocabulary).ofText };
};
let shared: ReturnType<typeof make> | undefined;

/**
 * The names of an English text and the entities they refer to. `published` narrows who "the president" was; both its days
 * are inclusive, null = open.
 */
export const names = (
  text: string,
  { published = { earliest: null, latest: null } }: Readonly<{ published?: DayInterval }> = {},
): LinkedNames => {
  shared ??= make();
  const passage = shared.read(text);
  return shared.recognizer.link(shared.recognizer.recognize(passage), passage, { published, metadata: null });
};
