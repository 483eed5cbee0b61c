import type { Passage } from "../../passage.js";
import type { Draft } from "./draft.js";

/**
 * Groups names that knowledge does not tell: equal words are one entity; an acronym is the name that introduces it in
 * brackets ("Syrian Observatory for Human Rights (SOHR)").
 */
export const groupUnknown = (passage: Passage, drafts: readonly Draft[]): void => {
  const byWords = new Map<string, number>();
  drafts.forEach((draft, i) => {
    const key = `${draft.type} ${draft.words.join(" ")}`;
    const earlier = byWords.get(key);
    if (draft.same < 0 && draft.known < 0) {
      const long = earlier ?? introducedBy(passage, drafts, i);
      if (long >= 0 && long !== i) {
        const head = drafts[long];
        draft.same = head !== undefined && head.same >= 0 ? head.same : long;
        draft.known = head?.known ?? -1;
        if (earlier === undefined) draft.form = "acronym";
      }
    }
    if (earlier === undefined) byWords.set(key, i);
  });
};

const OPEN = 0x28;

/** The index of the long name right before an acronym in brackets, or -1. */
const introducedBy = (passage: Passage, drafts: readonly Draft[], i: number): number => {
  const draft = drafts[i];
  const long = drafts[i - 1];
  if (draft === undefined || long === undefined || draft.words.length !== 1 || long.words.length < 2)
    return -1;
  const { tokens, text } = passage;
  if (draft.name.first !== long.name.last + 1 || text.charCodeAt(tokens.start[long.name.last] ?? 0) !== OPEN)
    return -1;
  return text.charCodeAt(draft.name.start) === text.charCodeAt(long.name.start) ? i - 1 : -1;
};
