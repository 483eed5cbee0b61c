import { describe, expect, it } from "vitest";
import { decode } from "../../src/decode/decode.js";

const utf16 = (text: string, order: "le" | "be", mark: boolean): Uint8Array => {
  const bytes = Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
};
const latin = Buffer.from(
  "Ministers met at the café — no, the “old” hall."
    .replace("—", "\x97")
    .replace("“", "\x93")
    .replace("”", "\x94"),
  "latin1",
);
const codes = (bytes: Uint8Array): readonly string[] => decode(bytes).diagnostics.map(({ code }) => code);

describe("decode", () => {
  const russian = "Министры встретились в понедельник и договорились о немногом.";
  const cases: readonly (readonly [string, Uint8Array, string, string])[] = [
    ["UTF-8", Buffer.from("naïve"), "utf-8", "naïve"],
    ["UTF-8 with mark", Buffer.from("\ufeffnaïve"), "utf-8", "naïve"],
    ["UTF-16LE with mark", utf16("naïve talks", "le", true), "utf-16le", "naïve talks"],
    ["UTF-16BE with mark", utf16("naïve talks", "be", true), "utf-16be", "naïve talks"],
    ["UTF-16LE without", utf16("naïve talks in Oslo", "le", false), "utf-16le", "naïve talks in Oslo"],
    ["UTF-16BE without", utf16("naïve talks in Oslo", "be", false), "utf-16be", "naïve talks in Oslo"],
    ["Cyrillic UTF-16LE without", utf16(russian, "le", false), "utf-16le", russian],
    ["Cyrillic UTF-16BE without", utf16(russian, "be", false), "utf-16be", russian],
    ["line ends", Buffer.from("a\r\nb\rc\n"), "utf-8", "a\nb\nc\n"],
    ["empty", new Uint8Array(), "utf-8", ""],
  ];
  for (const [name, bytes, encoding, text] of cases) {
    it(name, () => {
      expect(decode(bytes)).toMatchObject({ encoding, text });
    });
  }

  it("reads windows-1252 after strict UTF-8 has failed, and says so", () => {
    expect(decode(latin).text).toContain("the café — no, the “old” hall.");
    expect(codes(latin)).toContain("encoding_detected");
  });

  it("believes the charset of an HTML head", () => {
    const page = Buffer.concat([
      Buffer.from('<html><head><meta charset="windows-1251"></head><body>'),
      Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]),
    ]);
    expect(decode(page)).toMatchObject({ encoding: "windows-1251" });
    expect(decode(page).text).toContain("Привет");
  });

  it("keeps UTF-8 that was cut in a character", () => {
    const cut = Buffer.from("ééééééééééééééé talks é").subarray(0, -1);
    expect(decode(cut).encoding).toBe("utf-8");
    expect(codes(cut)).toEqual(["bytes_replaced"]);
  });

  it("replaces NUL and counts it", () => {
    const { text, diagnostics } = decode(Buffer.from("Talks were held in Oslo\0 on Monday"));
    expect(text).toBe("Talks were held in Oslo\ufffd on Monday");
    expect(diagnostics).toEqual([{ code: "nul_replaced", span: null, params: { count: 1 } }]);
  });

  it("notes text that was decoded twice, and leaves it", () => {
    const { text, diagnostics } = decode(Buffer.from("Itâ€™s a cafÃ© that theyâ€™d like"));
    expect(text).toBe("Itâ€™s a cafÃ© that theyâ€™d like");
    expect(diagnostics.map(({ code, params }) => [code, params.count])).toEqual([["mojibake", 3]]);
  });

  it("takes no picture, archive or noise for text", () => {
    expect(codes(Buffer.from("%PDF-1.7 …"))).toEqual(["not_text"]);
    expect(codes(Uint8Array.from({ length: 999 }, (_, i) => (i * 7919) % 251))).toEqual(["not_text"]);
    expect(codes(Buffer.from("PK, as they call it, is a town"))).toEqual([]);
  });
});
