import { createParser, decode } from "@readout/parser";

const { text } = decode(
  new TextEncoder().encode("Talks resume in Geneva\n\nGENEVA (AP) - Talks resumed on Monday.\n"),
);
const parser = await createParser();
console.log(text.length, typeof parser);
