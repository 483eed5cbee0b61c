import { readFileSync } from "node:fs";

/** The built page without data: `dist/page.html`, from wherever this module runs. */
export const pageTemplate = (): string =>
  readFileSync(new URL("../dist/page.html", import.meta.url), "utf8");
