const people = [
  "John Kerry",
  "Sergei Lavrov",
  "Barack Obama",
  "Angela Merkel",
  "Hassan Rouhani",
  "Tomas Verrall",
  "Ines Calloway",
  "Ada Lind",
];
const bodies = [
  "the Foreign Ministry",
  "the Security Council",
  "the European Union",
  "the Harbour Contact Group",
  "NATO",
  "Amnesty International",
];
const places = ["Geneva", "Damascus", "Moscow", "Ankara", "Aleppo", "Vienna", "Tehran", "London"];
const days = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "on June 18",
  "last week",
  "on September 28, 2013",
  "on Friday",
  "two days ago",
];
const verbs = ["met", "accused", "telephoned", "criticised", "praised", "threatened", "warned", "thanked"];
const syllables = ["ka", "lo", "mer", "tin", "va", "sol", "der", "ru", "bel", "no", "gar", "shi"];

/** Pages of invented news, some kilobytes each, no two alike: people that are known and people that nobody knows, days, quotes, figures. */
export function* generatedNews(
  bytes: number,
  seed: number,
): Generator<Readonly<{ id: string; text: string; published: string }>> {
  let state = seed;
  const below = (count: number): number => {
    // Xorshift of 32 bits (Marsaglia 2003): the same pages everywhere.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % count;
  };
  const one = (of: readonly string[]): string => of[below(of.length)] ?? "";
  const name = (): string => {
    const part = (): string => {
      const word = Array.from({ length: 2 + below(2) }, () => one(syllables)).join("");
      return word.charAt(0).toUpperCase() + word.slice(1);
    };
    return below(3) > 0 ? one(people) : `${part()} ${part()}`;
  };
  const sentence = (): string => {
    switch (below(5)) {
      case 0:
        return `${name()} ${one(verbs)} ${name()} in ${one(places)} ${one(days)}.`;
      case 1:
        return `"We will not ${one(["wait", "yield", "negotiate", "forget"])} for ${one(places)}," said ${name()}, who spoke for ${one(bodies)}.`;
      case 2:
        return `At least ${below(90) + 2} people were killed near ${one(places)} ${one(days)}, ${one(bodies)} said.`;
      case 3:
        return `${one(bodies)} agreed to send $${below(900)} million to ${one(places)} over ${below(9) + 2} years.`;
      default:
        return `Residents of ${one(places)} described ${one(["long queues", "a quiet night", "heavy traffic", "rising prices"])} and ${one(["closed shops", "crowded trains", "new checkpoints"])}.`;
    }
  };
  for (let made = 0, page = 0; made < bytes; page++) {
    const paragraphs = Array.from({ length: 8 + below(8) }, () =>
      Array.from({ length: 3 + below(3) }, sentence).join(" "),
    );
    const text = `${one(places)} talks ${page}\n\nBy ${name()}\n\n${paragraphs.join("\n\n")}\n`;
    made += text.length;
    yield { id: `page-${page}`, text, published: `201${below(7)}-0${below(9) + 1}-1${below(10)}` };
  }
}
