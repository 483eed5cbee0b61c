import { createDateReader, isoDay } from "@readout/model";
import { describe, expect, it } from "vitest";
import { readDateline } from "../../src/metadata/dateline.js";
import { createPageReader, loadPageKnowledge } from "../../src/page.js";
import { readCases } from "../read-cases.js";

type Case = Readonly<{ id: string; text: string; place?: string; agency?: string; day?: string }>;

describe("datelines", () => {
  const knowledge = loadPageKnowledge();
  const readDates = createDateReader(knowledge.vocabulary);
  const read = createPageReader(knowledge);
  for (const { id, text, place, agency, day } of readCases<Case>("datelines")) {
    it(id, () => {
      const page = read(`${text}\nThe second line of the report.`, "cut");
      const dateline = readDateline(page, ["paragraph", "paragraph"], readDates);
      if (place === undefined) return expect(dateline).toBeNull();
      if (dateline === null) throw new Error("no dateline");
      expect(page.text.slice(dateline.place.start, dateline.place.end)).toBe(place);
      expect(dateline.span.start).toBe(0);
      expect(dateline.agency).toBe(agency ?? null);
      expect(dateline.day === null ? undefined : isoDay(dateline.day)).toBe(day);
    });
  }
});
