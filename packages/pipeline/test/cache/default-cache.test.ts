import { join, resolve } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { cacheOptions } from "../../src/cache/default-cache.js";

afterEach(() => vi.unstubAllEnvs());

describe("where finished documents are kept", () => {
  test("in the user's cache folder, apart for each output folder, with a limit", () => {
    vi.stubEnv("XDG_CACHE_HOME", resolve("caches"));
    const options = cacheOptions(undefined, "out");
    expect(options).toMatchObject({ folder: join(resolve("caches"), "readout"), limit: 4e9 });
    expect(cacheOptions(undefined, resolve("out"))).toEqual(options);
    expect(cacheOptions(undefined, "other")?.scope).not.toBe(options?.scope);
    expect(options?.scope).toMatch(/^[0-9a-f]{16}$/);
  });

  test("in a named folder, shared, without a limit; or nowhere", () => {
    expect(cacheOptions("kept", "out")).toEqual({ folder: "kept", scope: "all", limit: null });
    expect(cacheOptions("kept", "other")).toEqual(cacheOptions("kept", "out"));
    expect(cacheOptions("none", "out")).toBeNull();
  });
});
