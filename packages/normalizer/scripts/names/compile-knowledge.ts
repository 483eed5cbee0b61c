/**
 * Packs the fact tables of lexicon/knowledge into data/knowledge/facts.bin.gz, which is what programs load. Run it after every
 * change of these tables (a test tells when it was forgotten):
 *
 *     npx tsx --conditions=@readout/source packages/normalizer/scripts/names/compile-knowledge.ts
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { packFacts } from "../../src/knowledge/packed-facts.js";
import { readFacts } from "../../src/knowledge/read-facts.js";

const folder = new URL("../../data/knowledge/", import.meta.url);
const facts = readFacts();
const compressed = gzipSync(packFacts(facts), { level: 9 });
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("facts.bin.gz", folder), compressed);
console.log(`${facts.entities.length} entities, ${facts.aliases.length} names, ${compressed.length} bytes`);
