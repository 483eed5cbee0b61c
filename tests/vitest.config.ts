import { mergeConfig } from "vitest/config";
import shared from "../vitest.config.js";

/** Two files at a time whatever the number of cores: most wait for processes that they start, and the gate keeps one core for a minute. */
export default mergeConfig(shared, { test: { maxWorkers: 2 } });
