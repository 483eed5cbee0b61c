/** The command was called in a way that cannot work: exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The command was called rightly and could not do it: exit code 1. The message is for the person who called it. */
export class BuildError extends Error {
  override readonly name = "BuildError";
}
