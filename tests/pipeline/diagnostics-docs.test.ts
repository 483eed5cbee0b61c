import { readFileSync } from "node:fs";
import { diagnosticCatalogue } from "@readout/model";
import { expect, test } from "vitest";

test("docs/diagnostics.md lists every code with its severity and message", () => {
  const page = readFileSync(new URL("../../docs/diagnostics.md", import.meta.url), "utf8");
  const documented = page
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter(([, code = ""]) => code.startsWith("`"))
    .map(([, code, severity, message]) => [code, severity, message]);
  expect(documented).toEqual(
    Object.entries(diagnosticCatalogue).map(([code, { severity, message }]) => [
      `\`${code}\``,
      severity,
      message,
    ]),
  );
});
