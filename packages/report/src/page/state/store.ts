import { initialState, type State } from "./state.js";

export type Store = Readonly<{
  state: () => State;
  change: (changes: Partial<State>) => void;
  /** Called after every change, with the state before it. */
  watch: (watcher: (state: State, before: State) => void) => void;
}>;

export const createStore = (start: Partial<State>): Store => {
  let state: State = { ...initialState, ...start };
  const watchers: ((state: State, before: State) => void)[] = [];
  return {
    state: () => state,
    change: (changes) => {
      const before = state;
      state = { ...state, ...changes };
      for (const watcher of watchers) watcher(state, before);
    },
    watch: (watcher) => watchers.push(watcher),
  };
};
