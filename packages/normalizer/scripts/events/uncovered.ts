/**
 * Prints what political actors do to each other in unlabelled news without an event of ours: verbs and nouns with a political
 * side at either end, counted by the slots the sides stand in, with one clause of each. Candidates for the table of triggers.
 *
 *     npx tsx -C @readout/source packages/normalizer/scripts/events/uncovered.ts passages.txt [least count]
 *
 * `passages.txt` holds one sentence or paragraph a line.
 */
import { readFileSync } from "node:fs";
import { type Annotations, Vocabulary } from "@readout/model";
import { readClause } from "../../src/events/clause.js";
import { loadEventLexicon } from "../../src/events/event-lexicon.js";
import {
  ChunkKind,
  conjuncts,
  createPhraseParser,
  type Phrases,
  VerbFlag,
} from "../../src/grammar/phrases.js";
import { Tag } from "../../src/grammar/tags.js";
import { createAnnotator } from "../../src/normalize.js";
import { createPassageReader } from "../../src/passage.js";
import { bareDocument } from "./bare-document.js";

const [file, least = "3"] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: uncovered.ts passages.txt [least count]");

const political: ReadonlySet<string> = new Set([
  ..."GOV MIL REB COP LEG JUD PTY IGO NGO SPY OPP LAB REF PRM UAF REL SOC ISM IMG".split(" "),
]);
/** Where participants stand behind a verb or noun. */
const slots: ReadonlySet<string> = new Set(
  "against at between by for from into of on over to toward towards upon with".split(" "),
);
const annotate = createAnnotator();
const vocabulary = new Vocabulary();
const lexicon = loadEventLexicon(vocabulary);
const parser = createPhraseParser(vocabulary);
const reader = createPassageReader(vocabulary);
const found = new Map<string, { count: number; clause: string }>();

const surface = ({ tokens }: Phrases, token: number): string =>
  tokens.text.slice(tokens.start[token], tokens.end[token]).toLowerCase();
const headOf = (phrases: Phrases, noun: number): string => surface(phrases, phrases.nouns.head[noun] ?? 0);

/** Whether a phrase names a state, an organisation, somebody with a title, or people of a political sector. */
const isPolitical = (phrases: Phrases, leader: number, { mentions, entities }: Annotations): boolean =>
  leader >= 0 &&
  conjuncts(phrases.nouns, leader).some((noun) => {
    const { nouns, tokens } = phrases;
    const head = nouns.head[noun] ?? 0;
    const sector = lexicon.sectorOf(tokens.word[head] ?? -1);
    if (sector !== null && political.has(sector)) return true;
    const start = tokens.start[head] ?? 0;
    const mention = mentions.find((one) => one.start <= start && start < one.end);
    if (mention === undefined || mention.entity === null) return false;
    const known = entities[mention.entity];
    if (mention.type === "PERSON") return mention.roleTitle !== null || political.has(known?.sector ?? "");
    return mention.type === "GPE" || mention.type === "ORG" || mention.type === "NORP";
  });

/** Whether an event of ours has its trigger between two characters. */
const isCovered = ({ events }: Annotations, start: number, end: number): boolean =>
  events.some((event) => event.start < end && start < event.end);

const count = (pattern: string, phrases: Phrases, first: number, last: number): void => {
  const { text, start, end } = phrases.tokens;
  const known = found.get(pattern);
  if (known !== undefined) known.count++;
  else found.set(pattern, { count: 1, clause: text.slice(start[first], end[last]).slice(0, 140) });
};

const countVerb = (phrases: Phrases, verb: number, annotations: Annotations): void => {
  const { verbs, nouns, tokens, tags, firstChunk } = phrases;
  const lemma = verbs.lemma[verb] ?? -1;
  const flags = verbs.flags[verb] ?? 0;
  const passive = (flags & VerbFlag.passive) !== 0;
  const subject = (passive ? verbs.agent[verb] : verbs.subject[verb]) ?? -1;
  const object = (passive ? verbs.subject[verb] : verbs.object[verb]) ?? -1;
  if (lemma < 0 || (flags & VerbFlag.copula) !== 0 || !isPolitical(phrases, subject, annotations)) return;
  const isHeld = object >= 0 && !passive;
  const from = isHeld ? (nouns.chunk[object] ?? 0) : (verbs.chunk[verb] ?? 0);
  const { behind } = readClause(phrases, from + 1, firstChunk[(verbs.sentence[verb] ?? 0) + 1] ?? 0);
  const side = behind.find(
    ({ preposition, phrase }) =>
      slots.has(vocabulary.word(preposition)) && isPolitical(phrases, phrase, annotations),
  );
  const done = isPolitical(phrases, object, annotations);
  if (!done && side === undefined) return;
  const head = verbs.head[verb] ?? 0;
  const last = Math.max(
    head,
    isHeld ? (nouns.last[object] ?? 1) - 1 : 0,
    side === undefined || done ? 0 : (nouns.last[side.phrase] ?? 1) - 1,
  );
  if (isCovered(annotations, tokens.start[head] ?? 0, tokens.end[last] ?? 0)) return;
  const particle = tags[head + 1] === Tag.particle ? `_${surface(phrases, head + 1)}` : "";
  const name = `${vocabulary.word(lemma)}${particle}`;
  const slot = done
    ? " SIDE"
    : `${object < 0 ? "" : ` ${headOf(phrases, object)}`} ${vocabulary.word(side?.preposition ?? 0)} SIDE`;
  const start = isHeld && !passive ? (nouns.first[subject] ?? head) : head;
  count(`${name}${slot}`, phrases, start < last ? start : head, last);
};

const countNoun = (phrases: Phrases, noun: number, annotations: Annotations): void => {
  const { nouns, tokens, chunks, tags } = phrases;
  const head = nouns.head[noun] ?? 0;
  if (tags[head] !== Tag.noun || lexicon.sectorOf(tokens.word[head] ?? -1) !== null) return;
  if (isCovered(annotations, tokens.start[head] ?? 0, tokens.end[head] ?? 0)) return;
  const sides: string[] = [];
  if (isPolitical(phrases, nouns.possessor[noun] ?? -1, annotations)) sides.push("SIDE's");
  let last = head;
  for (let at = (nouns.chunk[noun] ?? -2) + 1; at > 0 && chunks.kind[at] === ChunkKind.preposition; at += 2) {
    const preposition = surface(phrases, chunks.ref[at] ?? 0);
    const phrase = chunks.ref[at + 1] ?? -1;
    if (chunks.kind[at + 1] !== ChunkKind.noun || !slots.has(preposition)) break;
    if (!isPolitical(phrases, phrase, annotations)) continue;
    sides.push(`${preposition} SIDE`);
    last = (nouns.last[phrase] ?? 1) - 1;
  }
  if (sides.length >= 2)
    count(`NOUN ${headOf(phrases, noun)} ${sides.join(" ")}`, phrases, nouns.first[noun] ?? head, last);
};

for (const [index, line] of readFileSync(file, "utf8").split("\n").entries()) {
  if (line === "") continue;
  const annotations = annotate(bareDocument(String(index), line));
  const phrases = parser.parsePhrases(reader.ofText(line));
  for (let verb = 0; verb < phrases.verbs.length; verb++) countVerb(phrases, verb, annotations);
  for (let noun = 0; noun < phrases.nouns.length; noun++) countNoun(phrases, noun, annotations);
}
const rows = [...found].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1));
for (const [pattern, { count: times, clause }] of rows)
  if (times >= Number(least)) console.log(`${times}\t${pattern}\t${clause}`);
