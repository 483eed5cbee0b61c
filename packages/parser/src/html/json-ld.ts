/** What structured data says about an article. */
export type ArticleData = Readonly<{
  title: string | null;
  authors: readonly string[];
  publisher: string | null;
  published: string | null;
}>;

/** The type of a script that holds structured data. */
export const jsonLdType = "application/ld+json";

const articleTypes = /(?:Article|BlogPosting|Report|Review|LiveBlogPosting)$/;
const deepest = 8;

/** The first article among JSON-LD scripts (alone, in a list, or under `@graph`); null where there is none. Broken JSON is passed over: the page itself is still read. */
export const readJsonLd = (scripts: readonly string[]): ArticleData | null => {
  for (const script of scripts) {
    const article = findArticle(parseJson(script), 0);
    if (article !== null) return article;
  }
  return null;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

type Json = Readonly<
  { [key: string]: unknown } & Partial<
    Record<"name" | "headline" | "author" | "publisher" | "datePublished" | "mainEntity", unknown>
  >
>;
const isRecord = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
/** Half a pair, as where a headline was cut inside an emoji (`"\ud83d"`), becomes U+FFFD. */
const stringOf = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value.trim().toWellFormed() : null;
const nameOf = (value: unknown): string | null => stringOf(isRecord(value) ? listOf(value.name)[0] : value);

const findArticle = (value: unknown, depth: number): ArticleData | null => {
  if (depth > deepest) return null;
  if (Array.isArray(value)) {
    for (const item of value) {
      const article = findArticle(item, depth + 1);
      if (article !== null) return article;
    }
    return null;
  }
  if (!isRecord(value)) return null;
  if (!listOf(value["@type"]).some((type) => typeof type === "string" && articleTypes.test(type)))
    return findArticle(value["@graph"] ?? value.mainEntity, depth + 1);
  return {
    title: stringOf(value.headline) ?? stringOf(value.name),
    authors: listOf(value.author)
      .map(nameOf)
      .filter((name): name is string => name !== null && !name.includes("://")),
    publisher: nameOf(listOf(value.publisher)[0]),
    published: stringOf(value.datePublished),
  };
};
