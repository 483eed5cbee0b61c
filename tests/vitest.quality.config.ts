import { defineConfig } from "vitest/config";
import shared from "../vitest.config.js";

/** What lies beside the repository is measured apart: its results are not those of `npm test`, and are written to a file of their own. */
export default defineConfig({
  ...shared,
  test: {
    ...shared.test,
    include: ["quality/corpora.test.ts"],
    reporters: ["default", ["json", { outputFile: ".quality-results.json" }]],
  },
});
