/**
 * How many times the CPU time ten times the text costs: about 10 where the cost is linear, 100 where it is quadratic. CPU and not
 * wall clock, and the better of two for the long text, since other work on the machine only adds; the short one counts as 5 ms at
 * least, below which the clock tells nothing. `textOf` gives a text of so many pieces.
 */
export const growth = (read: (text: string) => void, textOf: (pieces: number) => string): number => {
  const cost = (pieces: number): number => {
    const text = textOf(pieces);
    const start = process.cpuUsage().user;
    read(text);
    return process.cpuUsage().user - start;
  };
  cost(500);
  const short = Math.max(cost(1000), 5000);
  return Math.min(cost(10_000), cost(10_000)) / short;
};

/** What passes as linear: a warm machine and its memory may cost three times more, and a quadratic pass is far above. */
export const linear = 40;
