import type { Reducer } from "./reducer.js";
import { copies } from "./reducers/copies.js";
import { dyads } from "./reducers/dyads.js";
import { entities } from "./reducers/entities.js";
import { events } from "./reducers/events.js";
import { keys } from "./reducers/keys.js";
import { pairs } from "./reducers/pairs.js";
import { repeats } from "./reducers/repeats.js";

/** What a cluster's engine has done between its shuffles; the build on one machine is made of the same functions. */
export const reducers = { keys, repeats, entities, copies, pairs, events, dyads } as const satisfies Readonly<
  Record<string, () => Reducer>
>;
export type ReducerName = keyof typeof reducers;

export const isReducer = (name: string): name is ReducerName => Object.hasOwn(reducers, name);
