import type { Span } from "@readout/model";

/** A phrase that is no name but stands for a person: an office or a pronoun. */
export type Reference = Span &
  Readonly<{
    sentence: number;
    /** Its first token. */
    first: number;
    form: "nominal" | "pronoun";
    /** The draft that it refers to, -1 where only knowledge tells. */
    draft: number;
    /** The known person that it refers to, -1 where only the document tells. */
    known: number;
    roleTitle: string | null;
    score: number;
  }>;
