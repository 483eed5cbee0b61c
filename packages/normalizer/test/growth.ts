/**
 * How many times the CPU time ten times the text costs: about 10 where the cost is linear, 100 where it is quadratic. CPU and not
 * wall clock, and the best of some runs, since a cold machine and other work only add; the short one counts as 5 ms at
 * least, below which the clock tells nothing. `inputOf` gives an input of so many pieces, whose making is not counted; the short one
 * has `pieces`, more where a quadratic pass is a small part of the whole.
 */
export const growth = <Input>(
  read: (input: Input) => void,
  inputOf: (pieces: number) => Input,
  pieces = 1000,
): number => {
  const cost = (input: Input): number => {
    const start = process.cpuUsage().user;
    read(input);
    return process.cpuUsage().user - start;
  };
  const [short, long] = [inputOf(pieces), inputOf(10 * pieces)];
  const least = Math.max(Math.min(cost(short), cost(short), cost(short)), 5000);
  return Math.min(cost(long), cost(long)) / least;
};

/** What passes as linear: a warm machine and its memory may cost three times more, and a quadratic pass is far above. */
export const linear = 40;
