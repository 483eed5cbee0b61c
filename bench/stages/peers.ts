import recognizers from "@microsoft/recognizers-text-date-time";
import * as chrono from "chrono-node";
import nlp from "compromise";
import { readableText } from "./readability.js";
import type { Subject } from "./subject.js";
import { published } from "./subjects.js";
import type { Page } from "./texts.js";

const textOf = ({ bytes }: Page): string => bytes.toString("utf8");
const noon = new Date(`${published}T12:00:00Z`);

/** What others have for the same steps, each used as its own documentation says. */
export const peers: Readonly<Record<string, Subject>> = {
  "wink-nlp, sentences": { input: "body", create: () => wink(["sbd"]) },
  "wink-nlp, sentences, tags, entities": { input: "body", create: () => wink(["sbd", "pos", "ner"]) },
  "compromise, tokens": { input: "body", create: async () => (page) => nlp.tokenize(textOf(page)).length },
  "compromise, tags and names": {
    input: "body",
    create: async () => (page) => {
      const document = nlp(textOf(page));
      return document.people().length + document.places().length + document.organizations().length;
    },
  },
  "chrono-node": {
    input: "body",
    create: async () => (page) => chrono.parse(textOf(page), { instant: noon, timezone: 0 }).length,
  },
  "Recognizers-Text": {
    input: "body",
    create: async () => (page) =>
      recognizers.recognizeDateTime(textOf(page), "en-us", undefined, noon).length,
  },
  "Readability with linkedom": {
    input: "html",
    create: async () => (page) => readableText(textOf(page)).length,
  },
};

const wink = async (pipe: string[]): Promise<(page: Page) => number> => {
  const { default: winkNlp } = await import("wink-nlp");
  const { default: model } = await import("wink-eng-lite-web-model");
  const reader = winkNlp(model, pipe);
  return (page) => reader.readDoc(textOf(page)).sentences().length();
};
