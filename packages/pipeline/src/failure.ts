/** The command was called in a way that cannot work: exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The command was called rightly and could not do it: exit code 1. The message is for the person who called it. */
export class BuildError extends Error {
  override readonly name = "BuildError";
}

/** What went wrong, in the words of whatever was thrown. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The same without the path that the system adds to its refusals: what goes into a dataset names no folder of this machine. */
export const portableReasonOf = (error: unknown): string => {
  const reason = reasonOf(error);
  return error instanceof Error && "syscall" in error
    ? (reason.split(`, ${String(error.syscall)}`, 1)[0] ?? "")
    : reason;
};

/** Whether the system refused something with one of these codes (`ENOENT` …). */
export const isCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && "code" in error && typeof error.code === "string" && codes.includes(error.code);
