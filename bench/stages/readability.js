// Plain JavaScript: the types of both packages want those of a browser, which nothing else here has.
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

export const readableText = (html) => new Readability(parseHTML(html).document).parse()?.textContent ?? "";
