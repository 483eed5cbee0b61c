import { messageOf, nothingGiven } from "@readout/model";
import { describe, expect, test } from "vitest";
import { decodeRecord } from "../../src/worker/decode-record.js";
import type { OpenHead } from "../../src/worker/protocol.js";

const head: OpenHead = {
  docId: "d1",
  source: "page.txt",
  sha256: "",
  format: "text",
  encoding: null,
  given: nothingGiven,
  diagnostics: [],
  depth: "full",
};
const html = "<!DOCTYPE html><title>Talks</title><p>Talks began &amp; ended.";

describe("decode a record", () => {
  test.each([
    ["the bytes tell", null, Buffer.from("caf\u00E9\r\nend"), "caf\u00E9\nend"],
    ["a container settles it", "utf-8", Buffer.from("caf\u00E9"), "caf\u00E9"],
    ["a container states it", "windows-1252", Buffer.from("636166e9", "hex"), "caf\u00E9"],
    [
      "by another name",
      "iso-8859-1",
      Buffer.from("93796573942097206e6f", "hex"),
      "\u201Cyes\u201D \u2014 no",
    ],
    ["a label that no decoder knows", "x-unheard-of", Buffer.from("cafe talks"), "cafe talks"],
  ])("%s", (_, encoding, payload, text) => {
    expect(decodeRecord({ ...head, encoding }, payload, "page").text).toBe(text);
  });

  test("a container may be wrong, and what cannot be read is counted", () => {
    const broken = decodeRecord({ ...head, encoding: "utf-8" }, Buffer.from("636166e92021", "hex"), "page");
    expect(broken.text).toBe("caf\uFFFD !");
    expect(broken.diagnostics.map(messageOf)).toEqual([
      "1 undecodable byte sequences replaced, read as utf-8",
    ]);
  });

  test("a page of HTML in the encoding that a web server states", () => {
    const payload = Buffer.from("<p>\x93Yes,\x94 she said.", "latin1");
    const page = decodeRecord({ ...head, format: "html", encoding: "iso-8859-1" }, payload, "page");
    expect(page.text).toBe("\u201CYes,\u201D she said.");
  });

  test("a page of HTML is read as a reader sees it, whatever its name; clean text is taken at its word", () => {
    const asHtml = decodeRecord({ ...head, format: "html" }, Buffer.from(html), "plain");
    expect(asHtml.text.trim()).toBe("Talks began & ended.");
    const asText = decodeRecord(head, Buffer.from(html), "page");
    expect(asText.text).toBe(asHtml.text);
    expect(asText.head?.title).toBe("Talks");
    expect(asText.diagnostics.map(messageOf)).toEqual(["an HTML page with another name, read as HTML"]);
    expect(decodeRecord(head, Buffer.from(html), "plain").text).toBe(html);
  });

  test("a page without a word says so", () => {
    expect(decodeRecord(head, Buffer.from(" \n\t"), "page").diagnostics.map(messageOf)).toEqual(["no text"]);
  });
});
