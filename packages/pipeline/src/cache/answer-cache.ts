import { createHash } from "node:crypto";
import { reasonOf } from "../failure.js";
import { type Answer, decodeAnswer, encodeAnswer } from "../worker/answer.js";
import type { Engine, OpenHead, SessionOptions } from "../worker/protocol.js";
import { openCacheFolder } from "./cache-folder.js";
import { hashOf, openShard, readAnswer, type Shard, type ShardPlace, scanShard } from "./shard.js";

/**
 * Answers of earlier builds. An answer is known by all that it depends on: the document's bytes, its name and what is said of it
 * from outside, the engine (code, lexicons, weights, versions of what it rests on), the row schemas, the options.
 */
export type AnswerCache = Readonly<{
  /** The answer to a document, or null. What does not fit its checksum is not believed. */
  read: (head: OpenHead) => Answer | null;
  /** Keeps an answer for later builds, also for the one that comes after this one was killed. */
  keep: (head: OpenHead, answer: Answer) => void;
  close: () => void;
}>;

/** Remembers nothing. */
export const noCache: AnswerCache = { read: () => null, keep: () => undefined, close: () => undefined };

export type CacheOptions = Readonly<{
  /** Folder of the cache; made where it is missing. */
  folder: string;
  /** Builds of one scope find each other's answers; a name fit for a folder. */
  scope: string;
  /** Bytes that it may take; null: whatever it needs. */
  limit: number | null;
}>;

/** What the answers of a build depend on besides the document. */
type Making = Readonly<{ engine: Engine; session: SessionOptions }>;

/** Size from which on a shard is finished and the next one begun. */
const shardBytes = 64 * 1024 * 1024;

/**
 * Opens the cache. Its memory is a few numbers for each answer that earlier builds left; answers stay on disk. Several builds may
 * use one cache at once, since each writes shards of its own. `warn` is told once where nothing more can be kept; the
 * build goes on without. Throws what the file system throws where there can be no cache.
 */
export const openAnswerCache = (
  { folder, scope, limit }: CacheOptions,
  making: Making,
  warn: (message: string) => void,
): AnswerCache => {
  const store = openCacheFolder(folder, scope, making.engine);
  const places = new Map<number, ShardPlace>();
  for (const path of store.shards()) for (const place of scanShard(path)) places.set(place.hash, place);
  let shard: Shard | null = null;
  let full = false;
  const stop = (reason: string): void => {
    if (!full) warn(`cache: ${reason}; later documents are not kept there`);
    full = true;
  };
  const attempt = (step: () => void): void => {
    try {
      step();
    } catch (error) {
      stop(reasonOf(error));
    }
  };
  const finish = (): void => {
    shard?.close();
    shard = null;
    if (limit !== null && !store.shrink(limit)) stop(`more than ${limit / 1e9} GB`);
  };
  return {
    read: (head) => {
      const key = keyOf(head, making);
      const place = places.get(hashOf(key));
      const answer = place === undefined ? null : readAnswer(place, key);
      if (answer === null || place === undefined) return null;
      store.spare(place.path);
      return decodeAnswer(answer);
    },
    keep: (head, answer) => {
      if (full) return;
      attempt(() => {
        shard ??= openShard(store.newShard());
        shard.append(keyOf(head, making), encodeAnswer(answer));
        if (shard.size() >= shardBytes) finish();
      });
    },
    close: () => attempt(finish),
  };
};

const keyOf = (head: OpenHead, { engine, session }: Making): Buffer =>
  createHash("sha256")
    .update(JSON.stringify([engine, session, head]))
    .digest();
