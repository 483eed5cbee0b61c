import { defineConfig } from "vitest/config";

/**
 * Tests run from TypeScript source through the `@readout/source` export condition, so that none ever
 * sees a stale dist.
 */
export default defineConfig({
  resolve: { conditions: ["@readout/source", "module", "node", "default"] },
  ssr: { resolve: { conditions: ["@readout/source", "module", "node", "default"] } },
  test: {
    include: ["test/**/*.test.ts", "**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    // What takes ten seconds alone takes a minute beside a build.
    testTimeout: 120_000,
    // Two files at a time on two cores too, where the default leaves one core to the runner, which has little to do.
    maxWorkers: 2,
    reporters: ["default", ["json", { outputFile: ".test-results.json" }]],
  },
});
