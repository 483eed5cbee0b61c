/** Exit codes of a command that was told to stop, as shells count: 128 + the signal. */
const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

export type Interrupt = Readonly<{ signal: AbortSignal; release: () => void }>;

/** Thrown by what was aborted; the command ends with this code and says nothing. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  constructor(readonly exitCode: number) {
    super("interrupted");
  }
}

/** Turns the first Ctrl-C, TERM or HUP into an abort, so that there is time to clear up; the second ends the process at once. */
export const onInterrupt = (): Interrupt => {
  const controller = new AbortController();
  const names = Object.keys(codes) as (keyof typeof codes)[];
  const stop = (name: keyof typeof codes): void => {
    if (controller.signal.aborted) process.exit(codes[name]);
    controller.abort(new Interrupted(codes[name]));
  };
  for (const name of names) process.on(name, stop);
  return {
    signal: controller.signal,
    release: () => {
      for (const name of names) process.off(name, stop);
    },
  };
};
