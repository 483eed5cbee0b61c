/** Something wrong with a dataset: where, and what. */
export type Problem = Readonly<{ place: string; message: string }>;
