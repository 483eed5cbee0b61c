/**
 * Trains the name tagger and writes data/names/tagger.bin.gz:
 *
 *     npx tsx --conditions=@readout/source packages/normalizer/scripts/names/train.ts CORPORA [--epochs 8]
 *
 * CORPORA holds names/{conll03.train,worldwide.train,wikigold}.conll; names/gmb.silver.conll and quotes/polnear/train/text, which a
 * first model tags for a second one to learn from; and for the figures it prints names/{conll03.testa,worldwide.dev}.conll. The
 * same corpora give the same bytes.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { createModel, packModel } from "../../src/names/tagger/packed-model.js";
import { type GoldDocument, glueHyphens, readCorpus } from "./corpus.js";
import { evaluate } from "./evaluate.js";
import { asHeadlines } from "./headlines.js";
import { silverRuns } from "./silver-runs.js";
import { trainCrf } from "./train-crf.js";
import { CorpusReader, joinRuns } from "./training-runs.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    epochs: { type: "string", default: "8" },
    seeds: { type: "string", default: "17,18,19" },
    rate: { type: "string", default: "0.05" },
    decay: { type: "string", default: "0.002" },
    dropout: { type: "string", default: "0.1" },
    feature: { type: "string", default: "0" },
    average: { type: "string", default: "4" },
    minimum: { type: "string", default: "3" },
    prune: { type: "string", default: "0.13" },
    step: { type: "string", default: "0.04" },
    silver: { type: "string", default: "0.3" },
    headlines: { type: "string", default: "2" },
    out: { type: "string", default: "" },
  },
});
const folder = positionals[0];
if (folder === undefined) throw new Error("usage: train.ts CORPORA");
const corpus = (name: string): readonly GoldDocument[] => readCorpus(join(folder, "names", `${name}.conll`));
const log = (line: string): void => console.log(line);

const reader = new CorpusReader();
// Half of the archive that sets hyphens apart is joined as in print, so that both spellings are learnt.
const worldwide = corpus("worldwide.train").map((document, i) =>
  i % 2 === 1 ? glueHyphens(document) : document,
);
const printed = [...corpus("conll03.train"), ...worldwide, ...corpus("wikigold")];
const headlines = printed.flatMap((document, i) => [
  asHeadlines(document, "title", Number(values.headlines)),
  ...(i % 2 === 0 ? [asHeadlines(document, "upper", Math.min(1, Number(values.headlines)))] : []),
]);
const runs = reader.runsOf([...printed, ...headlines]);
log(`${runs.gold} gold names, ${runs.missed} of them outside what is decoded`);
const options = {
  epochs: Number(values.epochs),
  seeds: values.seeds.split(",").map(Number),
  rate: Number(values.rate),
  decay: Number(values.decay),
  dropout: Number(values.dropout),
  featureDropout: Number(values.feature),
  averageFrom: Math.min(Number(values.average), Number(values.epochs)),
  minimumCount: Number(values.minimum),
  prune: Number(values.prune),
  step: Number(values.step),
  log,
};
const teacher = createModel(packModel(trainCrf(runs, { ...options, seeds: options.seeds.slice(0, 1) })));
const silver = silverRuns(folder, reader, teacher, Number(values.silver));
log(`${silver.weights.length} silver runs`);
const weights = trainCrf(joinRuns(runs, silver), options);
const packed = packModel(weights);
const compressed = gzipSync(packed, { level: 9, memLevel: 9 });
const target = values.out === "" ? new URL("../../data/names/", import.meta.url).pathname : values.out;
mkdirSync(target, { recursive: true });
writeFileSync(join(target, "tagger.bin.gz"), compressed);
log(`${weights.features.length} features, ${packed.length} bytes, ${compressed.length} compressed`);
const model = createModel(packed);
for (const name of ["conll03.testa", "worldwide.dev"]) log(`${name}: ${evaluate(corpus(name), model)}`);
